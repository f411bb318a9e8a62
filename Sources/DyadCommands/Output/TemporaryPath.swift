internal import Foundation
internal import Synchronization

/// A file or folder with an unpredictable name, removed if the process is interrupted.
///
/// Its lock shows that it is in use: one that nobody locks was left by a process that was killed, and is removed by the
/// next one that writes into the folder.
struct TemporaryPath {
  let path: String
  let descriptor: Int32

  private static let prefix = ".dyad-"
  private static let suffix = ".part"

  static func file(in folder: String) throws(SystemError) -> TemporaryPath {
    try made(in: folder) { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
  }

  static func folder(in folder: String) throws(SystemError) -> TemporaryPath {
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
  func move(to target: String) throws(SystemError) {
    let failure = Interruption.deferred { rename(path, target) == 0 ? nil : SystemError() }
    if let failure { throw failure }
    close(descriptor)
    Interruption.remove(path)
  }

  func remove() {
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

/// Removes temporary files when the process is interrupted, and then ends it as the signal would have.
enum Interruption {
  private static let paths = Mutex<Set<String>>([])
  private static let handled = [SIGINT, SIGTERM, SIGHUP]

  /// Makes a file, which is removed from now on.
  static func adding<Value: Sendable>(_ path: String, _ make: () -> Value) -> Value {
    _ = isPrepared
    return paths.withLock { paths in
      paths.insert(path)
      return make()
    }
  }

  static func remove(_ path: String) { paths.withLock { _ = $0.remove(path) } }

  /// Does work that an interruption must not divide.
  static func deferred<Value: Sendable>(_ work: () throws -> Value) rethrows -> Value {
    try paths.withLock { _ in try work() }
  }

  /// A handler may do little; so it writes the number of the signal to a pipe, at whose other end a thread waits.
  private static let isPrepared: Bool = {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    ends.forEach { _ = fcntl($0, F_SETFD, FD_CLOEXEC) }
    interruptionPipe = ends[1]
    let reading = ends[0]
    Thread.detachNewThread {
      var number: UInt8 = 0
      while read(reading, &number, 1) != 1 {}
      // The lock is kept, so that no file is made after the others are removed.
      paths.withLock { paths in
        for path in paths {
          // Other threads may still write into a folder.
          for _ in 0..<100 where access(path, F_OK) == 0 { try? FileManager.default.removeItem(atPath: path) }
        }
        signal(Int32(number), SIG_DFL)
        kill(getpid(), Int32(number))
        while true { pause() }
      }
    }
    for number in handled {
      let previous = signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(interruptionPipe, &byte, 1)
      }
      // What the parent process ignores, as nohup does, stays ignored.
      if unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
    }
    return true
  }()
}

/// The end of the pipe for the handler of signals, which may not wait for a lock.
private nonisolated(unsafe) var interruptionPipe: Int32 = -1
