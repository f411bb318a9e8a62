internal import Foundation
internal import Synchronization

/// Removes temporary files when the process is interrupted, and then ends it as the signal would have.
package enum Interruption {
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
  package static func deferred<Value: Sendable>(_ work: () throws -> Value) rethrows -> Value {
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
