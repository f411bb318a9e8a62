internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import DyadFormats
internal import DyadSyntax
internal import Foundation

/// Atomic output: a file is written completely or not at all.
enum Output {
  static func write(_ bytes: [UInt8], to path: String) throws {
    guard path != "-" else { return Terminal.result(bytes) }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure.environment("'\(path)' cannot be written: \(error.localizedDescription)")
    }
  }
}

/// Exports are streamed to a temporary file, which replaces the target when it is complete.
extension Output {
  static func write(_ graph: KnowledgeGraph, as format: Format, to path: String) throws {
    switch format.writer {
    case .file(let write):
      if path == "-" {
        let sink = ByteSink(Terminal.result)
        write(graph, sink)
        return try sink.finish()
      }
      try file(at: path) { write(graph, $0) }
    case .folder(let write):
      let folder = FolderSink { name in try openFile(in: path, named: name) }
      write(graph, folder)
      do { try folder.finish() } catch { throw failure(path, error) }
    case nil: break
    }
  }

  /// Streams to a file, or to standard output; an error leaves the file as it was.
  static func write(to path: String, _ write: (ByteSink) throws -> Void) throws {
    if path == "-" {
      let sink = ByteSink(Terminal.result)
      try write(sink)
      return try sink.finish()
    }
    var cause: (any Error)?
    do {
      try file(at: path) { sink in
        do { try write(sink) } catch {
          cause = error
          sink.fail(error)
        }
      }
    } catch { throw cause ?? error }
  }

  private static func file(at path: String, _ write: (ByteSink) -> Void) throws {
    do {
      let sink = try openFile(at: path)
      write(sink)
      try sink.finish()
    } catch { throw failure(path, error) }
  }

  private static func openFile(in folder: String, named name: String) throws -> ByteSink {
    let file = URL(fileURLWithPath: folder).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    return try openFile(at: file.path)
  }

  /// A temporary file that replaces the one at the path when it is finished.
  private static func openFile(at path: String) throws -> ByteSink {
    var isFolder: ObjCBool = false
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw CocoaError(.fileNoSuchFile)
    }
    let temporary = path + ".\(ProcessInfo.processInfo.processIdentifier).part"
    guard FileManager.default.createFile(atPath: temporary, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary)
    else { throw CocoaError(.fileWriteNoPermission) }
    return ByteSink(
      { try handle.write(contentsOf: $0) },
      finish: { isWhole in
        try handle.close()
        if !isWhole { return try FileManager.default.removeItem(atPath: temporary) }
        guard rename(temporary, path) == 0 else {
          try? FileManager.default.removeItem(atPath: temporary)
          throw CocoaError(.fileWriteUnknown)
        }
      })
  }

  private static func failure(_ path: String, _ error: any Error) -> Failure {
    let isFolderMissing = (error as? CocoaError)?.code == .fileNoSuchFile
    let reason = isFolderMissing ? "no such folder" : error.localizedDescription
    return Failure.environment("'\(path)' cannot be written: \(reason)")
  }
}

/// The file of `--lock`, which stores the positions of the parts of a picture.
enum LayoutLock {
  /// The stored positions, or `nil` if the file does not exist yet.
  static func read(_ path: String) throws -> Places? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let content = FileManager.default.contents(atPath: path) else {
      throw Failure.environment("'\(path)' cannot be read")
    }
    guard let places = try? JSONValue(parsing: Array(content)).decoded(as: Places.self), places.isFit else {
      throw Failure.input("'\(path)' is not a layout file written by --lock")
    }
    return places
  }

  static func write(_ places: Places, to path: String) throws {
    let layout = JSONWriter.Layout(indent: "  ", colon: " : ")
    try Output.write(JSONValue(encoding: places).bytes(layout) + [0x0A], to: path)
  }
}
