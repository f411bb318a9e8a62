import Foundation

/// Just enough HTTP to speak with a process on this machine: Foundation's takes chromedriver's headers for broken.
enum Loopback {
  #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
  #else
    private static let stream = SOCK_STREAM
  #endif

  private static func address(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }

  private static func with<Result>(
    _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>, inout socklen_t) -> Result
  ) -> Result {
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &length) }
    }
  }

  /// A port that nobody listens on.
  static func freePort() -> Int? {
    let listener = socket(AF_INET, stream, 0)
    defer { close(listener) }
    var address = address(0)
    let isBound = with(&address) { bind(listener, $0, $1) == 0 && getsockname(listener, $0, &$1) == 0 }
    return isBound ? Int(UInt16(bigEndian: address.sin_port)) : nil
  }

  /// The body of the answer; the connection is made for the one request.
  static func ask(_ method: String, _ path: String, _ body: Data, port: Int) throws -> Data {
    let connection = socket(AF_INET, stream, 0)
    defer { close(connection) }
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = address(port)
    guard with(&address, { connect(connection, $0, $1) }) == 0 else { throw BrowserError(words: "nobody listens") }
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json\r\n"
      + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
    var request = Array(head.utf8) + body
    while !request.isEmpty {
      let sent = send(connection, request, request.count, 0)
      guard sent > 0 else { throw BrowserError(words: "the connection broke") }
      request.removeFirst(sent)
    }
    return try answer(on: connection)
  }

  private static func answer(on connection: Int32) throws -> Data {
    var answer = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let end = Data("\r\n\r\n".utf8)
    while true {
      if let head = answer.range(of: end),
        let length = String(decoding: answer[..<head.lowerBound], as: UTF8.self).lowercased()
          .firstMatch(of: /content-length: *(\d+)/).flatMap({ Int($0.1) }),
        answer.count >= head.upperBound + length
      {
        return answer[head.upperBound..<head.upperBound + length]
      }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { throw BrowserError(words: "the answer broke off") }
      answer.append(contentsOf: buffer[..<count])
    }
  }
}
