package import DyadSyntax
internal import Foundation

/// What answers messages.
package protocol RPCService {
  /// The messages that answer one, in order.
  mutating func answer(_ message: RPCMessage) async -> [RPCMessage]
  /// What is sent when no message waits, such as findings after several changes.
  mutating func idle() async -> [RPCMessage]
  /// The answer to a request that its client cancelled; `nil` for none.
  func answer(toCancelled id: JSONValue) -> RPCMessage?
  /// The status with which the process ends; `nil` while it goes on.
  var exitStatus: Int32? { get }
  /// The status if the stream ends without a message to exit.
  var statusAtEnd: Int32 { get }
}

/// Serves messages of standard input on standard output.
package enum RPCLoop {
  /// Serves until the client leaves; the status with which the process should end.
  package static func run(
    _ service: inout some RPCService, framing: Framing, report: @Sendable (String) -> Void
  ) async -> Int32 {
    // A client that leaves must not end the process with a signal.
    signal(SIGPIPE, SIG_IGN)
    let inbox = Inbox()
    let reader = Thread { read(into: inbox, framing) }
    reader.start()
    for await _ in inbox.arrivals {
      while let item = inbox.take() {
        let answers: [RPCMessage]
        switch item {
        case .message(let message): answers = await service.answer(message)
        case .cancelled(let id): answers = service.answer(toCancelled: id).map { [$0] } ?? []
        case .fault(let answer): answers = [answer]
        case .end(let error):
          if let error { report("error: \(error)") }
          return error == nil ? service.exitStatus ?? service.statusAtEnd : 1
        }
        guard write(answers, framing) else { return 1 }
        if let status = service.exitStatus { return status }
      }
      guard write(await service.idle(), framing) else { return 1 }
    }
    return service.exitStatus ?? service.statusAtEnd
  }

  private static func read(into inbox: Inbox, _ framing: Framing) {
    var frames = FrameReader(framing)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Foundation.read(0, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return inbox.add(.end(error: nil)) }
      frames.append(buffer[..<count])
      do throws(FrameReader.Failure) {
        while let message = try frames.next() { inbox.add(message) }
      } catch {
        inbox.add(.fault(.failure(id: .null, .parse(error.message))))
        return inbox.add(.end(error: error.message))
      }
    }
  }

  /// Whether all was written: not if the client has closed the stream.
  private static func write(_ messages: [RPCMessage], _ framing: Framing) -> Bool {
    for message in messages {
      var rest = framing.framed(message.bytes)[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Foundation.write(1, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
    }
    return true
  }
}
