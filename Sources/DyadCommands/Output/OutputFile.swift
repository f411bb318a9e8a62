internal import DyadFiles
internal import Foundation

/// A file that is being written: complete at its path when it is committed, and as before until then.
///
/// A link is followed, and the file keeps its mode. What is not a regular file (a pipe, a device) is written to, not replaced.
final class OutputFile {
  private let descriptor: Int32
  /// The file that replaces the target; `nil` if bytes go to the target itself.
  private let temporary: TemporaryPath?
  private let target: String

  init(at path: String) throws(SystemError) {
    target = OutputFile.resolved(path)
    var known = stat()
    let exists = stat(target, &known) == 0
    if exists, known.st_mode & S_IFMT == S_IFDIR { throw SystemError(EISDIR) }
    if exists, known.st_mode & S_IFMT != S_IFREG {
      temporary = nil
      descriptor = open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SystemError() }
      return
    }
    let made = try TemporaryPath.file(in: (target as NSString).deletingLastPathComponent)
    (temporary, descriptor) = (made, made.descriptor)
    guard exists else { return }
    fchmod(descriptor, known.st_mode & 0o7777)
    // Only the administrator may give a file away, and then it stays that of its owner.
    _ = fchown(descriptor, known.st_uid, known.st_gid)
  }

  func write(_ bytes: [UInt8]) throws(SystemError) { try SystemError.write(bytes, to: descriptor) }

  /// Puts the file at its path.
  func commit() throws(SystemError) {
    // Some file systems report a lack of space only now. What is no file cannot be synchronized.
    guard fsync(descriptor) == 0 || [EINVAL, EROFS, ENOTSUP].contains(errno) else { throw SystemError() }
    if let temporary { try temporary.move(to: target) } else { close(descriptor) }
  }

  /// Leaves what was at the path.
  func discard() {
    if let temporary { temporary.remove() } else { close(descriptor) }
  }

  /// The path after following links, also to a file that does not exist yet.
  private static func resolved(_ path: String) -> String {
    var path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    for _ in 0..<40 {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { break }
      path = next.hasPrefix("/") ? next : (path as NSString).deletingLastPathComponent + "/" + next
    }
    return path
  }
}
