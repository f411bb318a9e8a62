internal import Foundation

/// A file or folder with an unpredictable name, removed if the process is interrupted.
///
/// Its lock shows that it is in use: one that nobody locks was left by a process that was killed, and is removed by the
/// next one that writes into the folder.
package struct TemporaryPath {
  package let path: String
  package let descriptor: Int32

  private static let prefix = ".dyad-"
  private static let suffix = ".part"

  package static func file(in folder: String) throws(SystemError) -> TemporaryPath {
    try made(in: folder) { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
  }

  package static func folder(in folder: String) throws(SystemError) -> TemporaryPath {
    try made(in: folder) { mkdir($0, 0o777) == 0 ? open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1 }
  }

  private static func made(
    in folder: String, _ make: (String) -> Int32
  ) throws(SystemError) -> TemporaryPath {
    removeAbandoned(in: folder)
    while true {
      let number = String(UInt64.random(in: .min ... .max), radix: 16)
      let path = "\(folder)/\(prefix)\(number)\(suffix)"
      let (descriptor, code) = Interruption.adding(path) {
        let descriptor = make(path)
        return (descriptor, errno)
      }
      guard descriptor >= 0 else {
        Interruption.remove(path)
        if code == EEXIST { continue }
        throw SystemError(code)
      }
      // Another process may have taken it for abandoned before it was locked.
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, access(path, F_OK) == 0 {
        return TemporaryPath(path: path, descriptor: descriptor)
      }
      close(descriptor)
      Interruption.remove(path)
    }
  }

  /// Moves it to the target, which it replaces, and ends its lock.
  package func move(to target: String) throws(SystemError) {
    let failure = Interruption.deferred { rename(path, target) == 0 ? nil : SystemError() }
    if let failure { throw failure }
    release()
  }

  /// Ends its lock, after something else has moved it.
  package func release() {
    close(descriptor)
    Interruption.remove(path)
  }

  /// Removes it.
  package func remove() {
    try? FileManager.default.removeItem(atPath: path)
    close(descriptor)
    Interruption.remove(path)
  }

  private static func removeAbandoned(in folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
      let path = "\(folder)/\(name)"
      let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try? FileManager.default.removeItem(atPath: path) }
      close(descriptor)
    }
  }
}
