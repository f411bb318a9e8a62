internal import Foundation

/// A pipe that is read without waiting.
final class Channel {
  private(set) var reading: Int32
  private(set) var writing: Int32

  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(reading, F_SETFL, fcntl(reading, F_GETFL) | O_NONBLOCK)
  }

  func closeWriting() {
    if writing >= 0 { Foundation.close(writing) }
    writing = -1
  }

  func close() {
    closeWriting()
    if reading >= 0 { Foundation.close(reading) }
    reading = -1
  }

  /// Reads what is there; `false` at the end. What goes beyond the limit is dropped.
  @discardableResult
  func read(into bytes: inout [UInt8], upTo limit: Int) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Foundation.read(reading, &buffer, buffer.count)
    if count > 0 { bytes += buffer.prefix(min(count, max(0, limit - bytes.count))) }
    return count > 0 || count < 0 && [EAGAIN, EINTR].contains(errno)
  }
}
