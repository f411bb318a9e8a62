internal import DyadCore
internal import DyadFiles
internal import DyadFormats
internal import DyadSyntax
internal import Foundation

/// Atomic output: a file or folder is written completely or not at all.
enum Output {
  static func write(_ bytes: [UInt8], to path: String) throws { try write(to: path) { $0.write(bytes: bytes) } }

  static func write(_ graph: KnowledgeGraph, as format: Format, to path: String) throws {
    switch format.writer {
    case .file(let write): try self.write(to: path) { write(graph, $0) }
    case .folder(let write):
      try folder(at: path, of: format.id) { folder in
        let files = FolderSink { try folder.open($0) }
        write(graph, files)
        try files.finish()
      }
    case nil: break
    }
  }

  /// Streams to a file, or to standard output; an error leaves the file as it was.
  static func write(to path: String, _ write: (ByteSink) throws -> Void) throws {
    if let descriptor = descriptor(named: path) {
      let sink = ByteSink { try Terminal.write($0, to: descriptor) }
      try write(sink)
      return try sink.finish()
    }
    do {
      let file = try OutputFile(at: path)
      do {
        let sink = ByteSink { try file.write($0) }
        try write(sink)
        try sink.finish()
        try file.commit()
      } catch {
        file.discard()
        throw error
      }
    } catch { throw failure(path, error) }
  }

  /// Writes the files of a folder, which are put at their places together.
  ///
  /// - Parameter kind: what makes the files.
  nonisolated(nonsending) static func folder<Value>(
    at path: String, of kind: String, _ write: (OutputFolder) async throws -> Value
  ) async throws -> Value {
    do {
      let folder = try OutputFolder(at: path, of: kind)
      do {
        let value = try await write(folder)
        report(try folder.commit(), in: path)
        return value
      } catch {
        folder.discard()
        throw error
      }
    } catch { throw failure(path, error) }
  }

  /// The same without waiting.
  static func folder(at path: String, of kind: String, _ write: (OutputFolder) throws -> Void) throws {
    do {
      let folder = try OutputFolder(at: path, of: kind)
      do {
        try write(folder)
        report(try folder.commit(), in: path)
      } catch {
        folder.discard()
        throw error
      }
    } catch { throw failure(path, error) }
  }

  private static func report(_ changed: [String], in path: String) {
    for name in changed {
      Terminal.report("warning: '\(name)' in '\(path)' is no longer made; it was changed, and is kept")
    }
  }

  /// The descriptor that the path names: standard output, or that of `/dev/fd`.
  private static func descriptor(named path: String) -> Int32? {
    if path == "-" || path == "/dev/stdout" { return 1 }
    if path == "/dev/stderr" { return 2 }
    for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
      return Int32(path.dropFirst(folder.count))
    }
    return nil
  }

  private static func failure(_ path: String, _ error: any Error) -> any Error {
    switch error {
    case let error as SystemError: Failure.environment("'\(path)' cannot be written: \(error)")
    case let error as CocoaError: Failure.environment("'\(path)' cannot be written: \(error.localizedDescription)")
    default: error
    }
  }
}
