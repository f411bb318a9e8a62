/// How messages follow each other in a stream.
package enum Framing: Sendable {
  /// `Content-Length: 52`, an empty line, and as many bytes: the Language Server Protocol.
  case header
  /// A message a line: the Model Context Protocol.
  case line

  func framed(_ message: [UInt8]) -> [UInt8] {
    switch self {
    case .header: Array("Content-Length: \(message.count)\r\n\r\n".utf8) + message
    case .line: message + [0x0A]
    }
  }
}

/// Cuts a stream of bytes into messages.
///
///     var reader = FrameReader(.header)
///     reader.append(Array("Content-Length: 2\r\n\r\n{}".utf8))
///     try reader.next()     // "{}"
package struct FrameReader: Sendable {
  /// After this, nothing in the stream can be relied on.
  package struct Failure: Error, Equatable {
    package let message: String
  }

  /// The longest message that is read.
  package static let largest = 64 << 20
  private static let longestHeader = 8192

  private let framing: Framing
  private var bytes: [UInt8] = []
  private var start = 0
  /// How far a search for the end of a header or a line got.
  private var searched = 0

  package init(_ framing: Framing) { self.framing = framing }

  package mutating func append(_ more: some Collection<UInt8>) {
    if start > 1 << 20 {
      bytes.removeFirst(start)
      (start, searched) = (0, max(0, searched - start))
    }
    bytes += more
  }

  /// The next message that is complete; `nil` if more bytes are needed.
  package mutating func next() throws(Failure) -> [UInt8]? {
    switch framing {
    case .line: try nextLine()
    case .header: try nextBody()
    }
  }

  private mutating func nextLine() throws(Failure) -> [UInt8]? {
    while true {
      searched = max(searched, start)
      guard let end = bytes[searched...].firstIndex(of: 0x0A) else {
        searched = bytes.count
        guard bytes.count - start <= FrameReader.largest else { throw FrameReader.tooLong }
        return nil
      }
      let line = bytes[start..<end]
      start = end + 1
      // Empty lines are no messages.
      if line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) { return Array(line) }
    }
  }

  private mutating func nextBody() throws(Failure) -> [UInt8]? {
    guard let (header, body) = try header() else { return nil }
    var length: Int?
    for line in header.split(separator: "\r\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { throw Failure(message: "invalid header field '\(line.prefix(80))'") }
      guard parts[0].lowercased() == "content-length" else { continue }
      let digits = parts[1].drop { $0 == " " }
      guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits) else {
        throw digits.utf8.allSatisfy { (0x30...0x39).contains($0) } && !digits.isEmpty
          ? FrameReader.tooLong : Failure(message: "invalid Content-Length '\(digits.prefix(80))'")
      }
      length = number
    }
    guard let length else { throw Failure(message: "the header has no Content-Length") }
    guard length <= FrameReader.largest else { throw FrameReader.tooLong }
    guard bytes.count - body >= length else { return nil }
    let message = Array(bytes[body..<body + length])
    start = body + length
    searched = start
    return message
  }

  /// The text of the header, and where its message begins.
  private mutating func header() throws(Failure) -> (text: Substring, body: Int)? {
    let end = [0x0D, 0x0A, 0x0D, 0x0A] as [UInt8]
    var index = max(start, searched - 3)
    while index + 4 <= bytes.count {
      if bytes[index] == 0x0D, bytes[index..<index + 4].elementsEqual(end) {
        return (String(decoding: bytes[start..<index], as: UTF8.self)[...], index + 4)
      }
      index += 1
      guard index - start <= FrameReader.longestHeader else { throw Failure(message: "the header has no end") }
    }
    // Not moved beyond the header, which is read again when its message is complete.
    searched = start
    return nil
  }

  private static let tooLong = Failure(message: "the message is longer than \(largest >> 20) MB")
}
