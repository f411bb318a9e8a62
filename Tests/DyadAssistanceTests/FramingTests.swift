import DyadAssistance
import DyadSyntax
import Testing

@Suite struct FramingTests {
  private func messages(_ framing: Framing, _ stream: String, size: Int) throws -> [String] {
    var reader = FrameReader(framing)
    var found: [String] = []
    var rest = Array(stream.utf8)[...]
    while !rest.isEmpty {
      reader.append(rest.prefix(size))
      rest = rest.dropFirst(size)
      while let message = try reader.next() { found.append(String(decoding: message, as: UTF8.self)) }
    }
    return found
  }

  @Test(arguments: [1, 3, 7, 1000]) func messagesAreTheSameHoweverTheyArrive(size: Int) throws {
    let stream =
      "Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}content-length: 8\r\n\r\n\"پاک\""
    #expect(try messages(.header, stream, size: size) == ["{}", "\"پاک\""])
    #expect(try messages(.line, "{}\n\r\n\n[1]\r\nrest", size: size) == ["{}", "[1]\r"])
  }

  @Test(arguments: [
    ("Content-Type: x\r\n\r\n{}", "no Content-Length"), ("Content-Length: two\r\n\r\n{}", "invalid Content-Length"),
    ("Content-Length: -1\r\n\r\n{}", "invalid Content-Length"), ("nonsense\r\n\r\n", "invalid header field"),
    ("Content-Length: 99999999999999999999999\r\n\r\n", "longer than"),
    ("Content-Length: 999999999\r\n\r\n", "longer than"),
    (String(repeating: "x", count: 10000), "no end"),
  ])
  func aHeaderThatCannotBeReadEndsTheStream(stream: String, message: String) {
    let error = #expect(throws: FrameReader.Failure.self) { try messages(.header, stream, size: 100) }
    #expect(error?.message.contains(message) == true)
  }

  @Test func aCancelledRequestThatWaitsIsNotServed() {
    let inbox = Inbox()
    inbox.add(Array(#"{"jsonrpc":"2.0","id":1,"method":"a"}"#.utf8))
    inbox.add(Array(#"{"jsonrpc":"2.0","id":2,"method":"b"}"#.utf8))
    inbox.add(Array(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":2}}"#.utf8))
    inbox.add(Array(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":7}}"#.utf8))
    #expect(inbox.take() == .message(.request(id: 1, method: "a", params: .null)))
    #expect(inbox.take() == .cancelled(id: 2))
    #expect(inbox.take() == nil)
  }

  @Test(arguments: [
    ("{", -32700), ("[]", -32600), ("3", -32600), (#"{"id":1,"method":"a"}"#, -32600),
    (#"{"jsonrpc":"2.0","id":1}"#, -32600),
    (#"{"jsonrpc":"2.0","id":{},"method":"a"}"#, -32600), (#"{"jsonrpc":"2.0","id":1,"method":2}"#, -32600),
    (String(repeating: "[", count: 100_000), -32700),
  ])
  func aMessageThatIsNotValidHasAnAnswer(text: String, code: Int) throws {
    let fault = #expect(throws: RPCMessage.Fault.self) { try RPCMessage(parsing: Array(text.utf8)) }
    guard case .failure(_, let error) = fault?.answer else {
      Issue.record("no answer")
      return
    }
    #expect(error.code == code)
  }

  @Test func aCodeThatIsNoIntegerIsReadAsZero() throws {
    let text = #"{"jsonrpc":"2.0","id":1,"error":{"code":1e300,"message":"m"}}"#
    #expect(try RPCMessage(parsing: Array(text.utf8)) == .failure(id: 1, RPCError(0, "m")))
  }

  @Test func aMessageIsReadAsItWasWritten() throws {
    let all: [RPCMessage] = [
      .request(id: "x", method: "a", params: ["b": [1, true, "ü"]]), .notification(method: "a", params: .null),
      .response(id: 4, result: .null), .failure(id: 3, RPCError(-1, "no")),
    ]
    for message in all { #expect(try RPCMessage(parsing: message.bytes) == message) }
  }
}
