internal import FlyingSocks
internal import Foundation

/// One request on one connection: its head is read within bounds of length and time, it is answered, and the connection is closed.
struct Connection {
  let socket: AsyncSocket

  private static let longestHead = 16_384
  private static let patience = Duration.seconds(10)
  private static let patienceWithReaders = Duration.seconds(60)
  /// What a client may still be sending when it is refused is read, so that it hears the refusal; but not for ever.
  private static let mostLeft = 64 << 20

  private enum Head { case whole([UInt8]), tooLong, brokenOff }

  func serve(_ answer: @Sendable (Request) async -> Response) async {
    defer { try? socket.close() }
    do {
      switch try await within(Connection.patience, head) {
      case .brokenOff: return
      case .tooLong: try await refuse(Response(.tooLong, saying: "The address is too long."))
      case .whole(let bytes):
        guard let request = Request(head: bytes) else {
          return try await refuse(Response(.badRequest, saying: "That is no request of HTTP 1."))
        }
        let response = await answer(request)
        try await request.method == "GET" ? send(response) : refuse(response)
      }
    } catch {
      // Whoever has gone away, or is too slow, hears nothing.
    }
  }

  private func head() async throws -> Head {
    var bytes: [UInt8] = []
    while bytes.count <= Connection.longestHead {
      let seen = max(0, bytes.count - 3)
      bytes += try await socket.read(atMost: 4096)
      if let end = Connection.end(of: bytes, from: seen) { return .whole(Array(bytes[..<end])) }
    }
    return .tooLong
  }

  /// Where the empty line begins.
  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    bytes.indices.dropFirst(start).first { place in
      bytes[place...].starts(with: [13, 10, 13, 10]) || bytes[place...].starts(with: [10, 10])
    }
  }

  private func send(_ response: Response) async throws {
    try await within(Connection.patienceWithReaders) { try await socket.write(response.data) }
  }

  private func refuse(_ response: Response) async throws {
    try await send(response)
    try await within(Connection.patience) {
      var left = 0
      while left < Connection.mostLeft { left += try await socket.read(atMost: 65_536).count }
    }
  }

  /// The work, or an error where it takes longer.
  private func within<Value: Sendable>(
    _ patience: Duration, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask(operation: work)
      group.addTask {
        try await Task.sleep(for: patience)
        throw CancellationError()
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }
}
