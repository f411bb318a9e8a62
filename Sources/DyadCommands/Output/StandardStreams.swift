internal import DyadFiles
internal import DyadFormats
internal import Foundation
internal import Synchronization

/// The descriptors 0, 1 and 2.
enum StandardStreams {
  /// Those that were closed when the process began.
  private static let closed = Mutex<Set<Int32>>([])

  /// Keeps descriptors that are closed from being given to files, which would then receive results and messages.
  static func reserve() {
    for descriptor: Int32 in 0...2 {
      var known = stat()
      if fstat(descriptor, &known) != 0 {
        // The lowest number that is free is this one.
        _ = open("/dev/null", O_RDWR)
      } else if known.st_mode & S_IFMT != 0 {
        continue
      }
      // Without a type, it is a queue or a counter of the runtime, which began before this code.
      closed.withLock { _ = $0.insert(descriptor) }
    }
  }

  /// Throws the error of a closed descriptor, if it was one when the process began.
  static func requireOpen(_ descriptor: Int32) throws(SystemError) {
    if closed.withLock({ $0.contains(descriptor) }) { throw SystemError(EBADF) }
  }

  /// Standard input, up to a limit.
  static func input(atMost megabytes: Int) throws -> [UInt8] {
    let bytes = FileBytes.standardInput(atMost: megabytes << 20)
    guard bytes.count <= megabytes << 20 else {
      throw Failure.input("standard input is larger than \(megabytes) MB")
    }
    return Array(bytes)
  }
}
