internal import FlyingSocks
internal import Foundation

/// One request on one connection: its head and body are read within limits of length and time, it is answered, and the
/// connection is closed.
struct Connection {
  let socket: AsyncSocket

  private static let maximumHeadLength = 16_384
  private static let readTimeout = Duration.seconds(10)
  private static let writeTimeout = Duration.seconds(60)
  /// How long a refused client may go on sending.
  private static let drainTimeout = Duration.seconds(2)
  /// The number of bytes that are read from a refused client, so that it receives the response while it is still sending.
  private static let maximumDrained = 64 << 20

  private enum Head { case complete([UInt8], rest: [UInt8]), tooLong, incomplete }

  /// - Parameters:
  ///   - admit: how many bytes of body the request may have, by its head alone, or the response that refuses it.
  ///   - answer: the response to the whole request.
  func serve(
    admitting admit: @Sendable (Request) -> Result<Int, Refusal>, _ answer: @Sendable (Request) async -> Response
  ) async {
    defer { try? socket.close() }
    do {
      switch try await within(Connection.readTimeout, head) {
      case .incomplete: return
      case .tooLong: try await refuse(Response(.tooLong, message: "The request is too long."))
      case .complete(let bytes, let rest):
        guard var request = Request(head: bytes) else {
          return try await refuse(Response(.badRequest, message: "Not a valid HTTP/1 request."))
        }
        switch admit(request) {
        case .failure(let refusal):
          // Other requests have a body, or one may be on its way.
          return try await ["GET", "HEAD"].contains(request.method) ? send(refusal.response) : refuse(refusal.response)
        case .success(let length):
          do { request.body = try await body(of: length, from: rest) } catch is CancellationError {
            return try await refuse(Refusal(.late, "The body of the request is incomplete.").response)
          }
        }
        try await send(answer(request))
      }
    } catch {
      // A client that disconnects or is too slow gets no response.
    }
  }

  private func head() async throws -> Head {
    var bytes: [UInt8] = []
    while bytes.count <= Connection.maximumHeadLength {
      let start = max(0, bytes.count - 3)
      bytes += try await socket.read(atMost: 4096)
      if let end = Connection.end(of: bytes, from: start) {
        let width = bytes[end] == 13 ? 4 : 2
        return .complete(Array(bytes[..<end]), rest: Array(bytes[(end + width)...]))
      }
    }
    return .tooLong
  }

  /// The body, of which some bytes came with the head.
  private func body(of length: Int, from rest: [UInt8]) async throws -> [UInt8] {
    guard rest.count < length else { return Array(rest.prefix(length)) }
    return try await within(Connection.readTimeout) {
      var bytes = rest
      while bytes.count < length { bytes += try await socket.read(atMost: min(65_536, length - bytes.count)) }
      return bytes
    }
  }

  /// The index of the empty line after the head.
  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    bytes.indices.dropFirst(start).first { place in
      bytes[place...].starts(with: [13, 10, 13, 10]) || bytes[place...].starts(with: [10, 10])
    }
  }

  private func send(_ response: Response) async throws {
    try await within(Connection.writeTimeout) { try await socket.write(response.data) }
  }

  private func refuse(_ response: Response) async throws {
    try await send(response)
    // The client learns that the response has ended while its request is still read.
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    try await within(Connection.drainTimeout) {
      var drained = 0
      while drained < Connection.maximumDrained { drained += try await socket.read(atMost: 65_536).count }
    }
  }

  /// Runs the work; throws `CancellationError` if it takes longer than the timeout.
  private func within<Value: Sendable>(
    _ timeout: Duration, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask(operation: work)
      group.addTask {
        try await Task.sleep(for: timeout)
        throw CancellationError()
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }
}
