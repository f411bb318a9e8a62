package import DyadSyntax

/// A message of JSON-RPC 2.0.
///
///     try RPCMessage(parsing: Array(#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#.utf8))
package enum RPCMessage: Equatable, Sendable {
  case request(id: JSONValue, method: String, params: JSONValue)
  case notification(method: String, params: JSONValue)
  case response(id: JSONValue, result: JSONValue)
  case failure(id: JSONValue, RPCError)

  /// What is wrong with a message, and the answer to it.
  package struct Fault: Error {
    package let answer: RPCMessage
  }

  /// The message of a text; throws the answer to one that is not valid.
  package init(parsing bytes: [UInt8]) throws(Fault) {
    let value: JSONValue
    do throws(SyntaxError) {
      value = try JSONValue(parsing: bytes, document: "message", maximumDepth: 128)
    } catch {
      throw Fault(answer: .failure(id: .null, .parse("invalid JSON: \(error.message)")))
    }
    guard let members = value.object else {
      let what = value.array == nil ? "a message is an object" : "batches are not supported"
      throw Fault(answer: .failure(id: .null, .invalidRequest(what)))
    }
    let id = members["id"]
    func invalid(_ message: String) -> Fault {
      let isId = id?.string != nil || id?.number != nil
      return Fault(answer: .failure(id: isId ? id ?? .null : .null, .invalidRequest(message)))
    }
    guard members["jsonrpc"] == "2.0" else { throw invalid("'jsonrpc' must be \"2.0\"") }
    if let method = members["method"] {
      guard let method = method.string else { throw invalid("'method' must be text") }
      let params = members["params"] ?? .null
      guard let id else {
        self = .notification(method: method, params: params)
        return
      }
      guard id.string != nil || id.number != nil else { throw invalid("'id' must be text or a number") }
      self = .request(id: id, method: method, params: params)
    } else if let result = members["result"], let id {
      self = .response(id: id, result: result)
    } else if let error = members["error"], let id {
      self = .failure(
        id: id, RPCError(error["code"]?.number.flatMap { Int(exactly: $0) } ?? 0, error["message"]?.string ?? ""))
    } else {
      throw invalid("'method' is missing")
    }
  }

  /// The text of the message, in one line.
  package var bytes: [UInt8] {
    var members: [String: JSONValue] = ["jsonrpc": "2.0"]
    switch self {
    case .request(let id, let method, let params):
      (members["id"], members["method"], members["params"]) = (id, .string(method), params)
    case .notification(let method, let params): (members["method"], members["params"]) = (.string(method), params)
    case .response(let id, let result): (members["id"], members["result"]) = (id, result)
    case .failure(let id, let error): (members["id"], members["error"]) = (id, error.json)
    }
    return JSONValue.object(members).bytes()
  }
}
