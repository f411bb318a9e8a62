internal import DyadFiles
internal import DyadFormats
internal import DyadSyntax
internal import Foundation
internal import Synchronization

/// A folder of files that is being written: it appears when it is complete. In a folder that exists, all files replace
/// those of an earlier run together, when the last one is written.
///
/// A list of the files and their digests, `.dyad-site.sha256`, shows at the next run which of them are no longer made;
/// these are removed, unless somebody has changed them. Other files stay.
final class OutputFolder: Sendable {
  private let target: String
  private let stage: TemporaryPath
  private let list: String
  private let exists: Bool
  private let digests = Mutex<[String: String]>([:])

  /// - Parameter kind: what makes the files, for the name of their list.
  init(at path: String, of kind: String) throws {
    let place = URL(fileURLWithPath: path)
    (target, list) = (place.path, ".dyad-\(kind).sha256")
    var isFolder: ObjCBool = false
    exists = FileManager.default.fileExists(atPath: target, isDirectory: &isFolder)
    if exists, !isFolder.boolValue { throw SystemError(ENOTDIR) }
    let parent = place.deletingLastPathComponent()
    if !exists { try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true) }
    stage = try TemporaryPath.folder(in: exists ? target : parent.path)
  }

  /// A file of the folder; a name with `/` is a path in it.
  func open(_ name: String) throws -> ByteSink {
    let path = "\(stage.path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemError() }
    var digest = SHA256()
    return ByteSink(
      { bytes in
        bytes.withUnsafeBytes { digest.update($0) }
        try SystemError.write(bytes, to: descriptor)
      },
      finish: { [self] _ in
        guard close(descriptor) == 0 else { throw SystemError() }
        let hex = digest.hex
        digests.withLock { $0[name] = hex }
      })
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let sink = try open(name)
    sink.write(bytes: bytes)
    try sink.finish()
  }

  /// Leaves the folder as it was.
  func discard() { stage.remove() }

  /// Puts the files at their places, and removes those of the last run that are no longer made.
  ///
  /// - Returns: files of the last run that are no longer made and stay, because they were changed since.
  func commit() throws -> [String] {
    let made = digests.withLock { $0 }
    let lines = made.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined()
    try write(lines, toStaged: list)
    guard exists else {
      try stage.move(to: target)
      return []
    }
    let earlier = (try? String(contentsOfFile: "\(target)/\(list)", encoding: .utf8)) ?? ""
    // A process that is killed from here on leaves a list of all files that may be there.
    let both = list + ".both"
    try write(earlier + lines, toStaged: both)
    for name in made.keys.sorted() + [list] { try requireNoFolder(at: name) }
    for name in made.keys.sorted() { try makeFolder(of: name) }
    let gone = OutputFolder.files(in: earlier).filter { made[$0.key] == nil }.sorted { $0.key < $1.key }
    let changed = try Interruption.deferred {
      try place(both, as: list)
      for name in made.keys.sorted() { try place(name, as: name) }
      let changed = gone.filter { !remove($0.key, ifOneOf: $0.value) }.map(\.key)
      try place(list, as: list)
      return changed
    }
    stage.remove()
    return changed
  }

  private func write(_ text: String, toStaged name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(stage.path)/\(name)"))
  }

  /// Refuses a file whose place a folder has, before any file is replaced.
  private func requireNoFolder(at name: String) throws {
    let path = "\(target)/\(name)"
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw SystemError(EISDIR)
    }
  }

  private func makeFolder(of name: String) throws {
    let folder = ("\(target)/\(name)" as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func place(_ staged: String, as name: String) throws(SystemError) {
    let (from, to) = ("\(stage.path)/\(staged)", "\(target)/\(name)")
    var known = stat()
    if stat(to, &known) == 0 { chmod(from, known.st_mode & 0o7777) }
    guard rename(from, to) == 0 else { throw SystemError() }
  }

  /// The files of a list, each with its digests: several if a process was killed while it replaced them.
  private static func files(in list: String) -> [String: Set<String>] {
    var files: [String: Set<String>] = [:]
    for line in list.split(separator: "\n") {
      let name = String(line.dropFirst(66))
      guard !name.isEmpty, !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { continue }
      files[name, default: []].insert(String(line.prefix(64)))
    }
    return files
  }

  /// Removes the file, and its folder if nothing else is in it, unless its bytes are no longer those that were written.
  private func remove(_ name: String, ifOneOf digests: Set<String>) -> Bool {
    let path = "\(target)/\(name)"
    guard let bytes = FileManager.default.contents(atPath: path) else { return true }
    guard digests.contains(SHA256.hex(bytes)) else { return false }
    unlink(path)
    if name.contains("/") { rmdir((path as NSString).deletingLastPathComponent) }
    return true
  }
}
