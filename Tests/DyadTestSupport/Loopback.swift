public import Foundation

/// Just enough HTTP to speak with a process on this machine: Foundation's takes chromedriver's headers for broken, and
/// occupies a processor while it waits.
///
///     try await Loopback(port: server.port).answer(to: "GET", "/index.html").body
public struct Loopback: Sendable {
  public struct Answer: Sendable {
    public var status: Int
    /// The status line and the header fields.
    public var head: String
    public var body: Data
  }

  private let port: UInt16

  public init(port: UInt16) { self.port = port }

  /// It waits on a thread of Dispatch's, since those that run tasks are few, and all other tests need them.
  ///
  /// - Parameter fields: further fields of the head: "Cookie: a=b".
  public func answer(
    to method: String, _ path: String, _ body: Data = Data(), fields: [String] = []
  ) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try exchange(method, path, body, fields) })
      }
    }
  }

  private func exchange(_ method: String, _ path: String, _ body: Data, _ fields: [String]) throws -> Answer {
    let connection = socket(AF_INET, Loopback.stream, 0)
    defer { close(connection) }
    try connect(connection)
    let own = [
      "\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Content-Type: application/json",
      "Content-Length: \(body.count)",
    ]
    let head = (own + fields + ["", ""]).joined(separator: "\r\n")
    var request = Array(head.utf8) + body
    while !request.isEmpty {
      let count = send(connection, request, request.count, Loopback.withoutSignal)
      guard count > 0 else { throw Command.Failure("The connection to port \(port) broke.") }
      request.removeFirst(count)
    }
    return try answer(on: connection)
  }

  private func connect(_ connection: Int32) throws {
    // Longer than the driver waits for a page or a script, so that it is the driver who says what took so long.
    var limit = timeval(tv_sec: 120, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Foundation.connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw Command.Failure("Nobody listens on port \(port).") }
  }

  private func answer(on connection: Int32) throws -> Answer {
    var received = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let answer = Loopback.answer(in: received) { return answer }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { throw Command.Failure("The answer from port \(port) broke off.") }
      received.append(contentsOf: buffer[..<count])
    }
  }

  /// `nil` until all of it is there.
  private static func answer(in received: Data) -> Answer? {
    guard let end = received.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
    guard let status = head.prefixMatch(of: #/HTTP/1\.1 (\d+)/#).flatMap({ Int($0.1) }),
      let length = head.firstMatch(of: #/content-length: *(\d+)/#.ignoresCase()).flatMap({ Int($0.1) })
    else { return nil }
    let body = received[end.upperBound...]
    return body.count >= length ? Answer(status: status, head: head, body: Data(body.prefix(length))) : nil
  }

  #if canImport(Darwin)
    private static let stream = SOCK_STREAM
    private static let withoutSignal: Int32 = 0
  #else
    private static let stream = Int32(SOCK_STREAM.rawValue)
    private static let withoutSignal = Int32(MSG_NOSIGNAL)
  #endif
}
