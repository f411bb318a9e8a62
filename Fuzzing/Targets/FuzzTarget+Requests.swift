import DyadAssistance
import DyadServer
import DyadSyntax

extension FuzzTarget {
  static let requests: [FuzzTarget] = [
    FuzzTarget(name: "http", law: "an accepted head has a method, a path from the root and a host") { bytes in
      guard let request = Request(head: bytes) else { return }
      require(request.path.hasPrefix("/"), request.path)
      _ = Answer.isOwn(request.host)
      _ = try? Sight(request.query)
    },
    FuzzTarget(name: "edit-request", law: "a body is refused or a list of edits") { bytes in
      guard let body = try? JSONParser.parse(bytes, document: "") else { return }
      _ = try? EditRequest(body)
    },
    FuzzTarget(name: "rpc", law: "a message is written and parsed as the same, however it arrives") { bytes in
      for framing in [Framing.header, .line] {
        let whole = messages(bytes, framing, size: max(1, bytes.count))
        require(messages(bytes, framing, size: 3) == whole, "\(framing)")
        for message in whole {
          guard let message = try? RPCMessage(parsing: message) else { continue }
          require((try? RPCMessage(parsing: message.bytes)) == message, "\(message)")
        }
      }
      if let message = try? RPCMessage(parsing: bytes) {
        require((try? RPCMessage(parsing: message.bytes)) == message, "\(message)")
      }
    },
    FuzzTarget(name: "language-server", law: "each request has an answer") { bytes in
      var server = LanguageServer(version: "0")
      _ = server.respond(to: .request(id: 0, method: "initialize", params: ["capabilities": [:]]))
      _ = server.respond(to: .notification(method: "initialized", params: [:]))
      for line in bytes.split(separator: 0x0A).prefix(8) {
        guard let message = try? RPCMessage(parsing: Array(line)) else { continue }
        let answers = server.respond(to: message)
        if case .request = message { require(answers.count == 1, "\(message)") }
      }
    },
    FuzzTarget(name: "editor", law: "each request about a text that is written has an answer") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let uri: JSONValue = "file:///nowhere/ties.yaml"
      var server = LanguageServer(version: "0")
      _ = server.respond(to: .request(id: 0, method: "initialize", params: ["capabilities": [:]]))
      _ = server.respond(
        to: .notification(
          method: "textDocument/didOpen",
          params: ["textDocument": ["uri": uri, "languageId": "yaml", "version": 1, "text": .string(text)]]))
      let line = text.split(separator: "\n", omittingEmptySubsequences: false).count / 2
      let position: JSONValue = [
        "line": .number("\(line)"), "character": .number("\(Int(bytes.first ?? 0) % 16)"),
      ]
      for method in ["completion", "hover", "definition", "documentSymbol", "foldingRange", "semanticTokens/full"] {
        let params: JSONValue = ["textDocument": ["uri": uri], "position": position]
        let answers = server.respond(to: .request(id: 1, method: "textDocument/\(method)", params: params))
        require(answers.count == 1, method)
      }
    },
  ]

  private static func messages(_ bytes: [UInt8], _ framing: Framing, size: Int) -> [[UInt8]] {
    var reader = FrameReader(framing)
    var found: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      reader.append(rest.prefix(size))
      rest = rest.dropFirst(size)
      do { while let message = try reader.next() { found.append(message) } } catch { return found }
    }
    return found
  }
}
