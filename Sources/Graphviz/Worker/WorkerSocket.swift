internal import Foundation

/// One end of the connection between a process and its worker. A message is its length and its bytes.
struct WorkerSocket {
  enum Failure: Error { case timeLimit, closed }

  private static let largestMessage = 1 << 30

  #if canImport(Darwin)
    private static let sending = Int32(MSG_DONTWAIT)
  #else
    private static let sending = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
  #endif

  let descriptor: Int32

  /// Both ends; no other program that is started meanwhile inherits one.
  static func pair() -> (own: WorkerSocket, other: WorkerSocket)? {
    var ends: [Int32] = [0, 0]
    #if canImport(Darwin)
      guard socketpair(AF_UNIX, SOCK_STREAM, 0, &ends) == 0 else { return nil }
      var yes: Int32 = 1
      setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #else
      let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue
      guard socketpair(AF_UNIX, Int32(kind), 0, &ends) == 0 else { return nil }
    #endif
    return (WorkerSocket(descriptor: ends[0]), WorkerSocket(descriptor: ends[1]))
  }

  func close() { Foundation.close(descriptor) }

  /// Sends a message. Without a deadline, waits as long as it takes.
  func send(_ message: [UInt8], until deadline: Double? = nil) throws(Failure) {
    var head: [UInt8] = []
    message.count.write(to: &head)
    for part in [head, message] {
      var sent = 0
      while sent < part.count {
        try wait(for: POLLOUT, until: deadline)
        let count = part[sent...].withUnsafeBytes {
          Foundation.send(descriptor, $0.baseAddress, $0.count, WorkerSocket.sending)
        }
        if count > 0 { sent += count } else if ![EAGAIN, EINTR].contains(errno) { throw .closed }
      }
    }
  }

  /// Receives a message. Without a deadline, waits as long as it takes.
  func receive(until deadline: Double? = nil) throws(Failure) -> [UInt8] {
    var reader = ByteReader(try bytes(8, until: deadline))
    guard let length = try? reader.value(Int.self), (0...WorkerSocket.largestMessage).contains(length) else {
      throw .closed
    }
    return try bytes(length, until: deadline)
  }

  private func bytes(_ count: Int, until deadline: Double?) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var received = 0
    while received < count {
      try wait(for: POLLIN, until: deadline)
      let part = bytes[received...].withUnsafeMutableBytes {
        recv(descriptor, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT))
      }
      if part == 0 { throw .closed }
      if part > 0 { received += part } else if ![EAGAIN, EINTR].contains(errno) { throw .closed }
    }
    return bytes
  }

  /// The time of a clock that nobody sets.
  static var now: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }

  private func wait(for event: Int32, until deadline: Double?) throws(Failure) {
    while true {
      let left = deadline.map { $0 - WorkerSocket.now }
      if let left, left <= 0 { throw .timeLimit }
      var waiting = pollfd(fd: descriptor, events: Int16(event), revents: 0)
      // Rounded up, so that the last millisecond is not spent in a loop.
      let milliseconds = left.map { Int32(min(($0 * 1000).rounded(.up), 1e6)) } ?? -1
      let count = poll(&waiting, 1, milliseconds)
      if count > 0 { return }
      if count < 0, errno != EINTR { throw .closed }
    }
  }
}
