internal import DyadSyntax

/// An error as JSON-RPC 2.0, the Language Server Protocol and the Model Context Protocol number it.
package struct RPCError: Error, Equatable, Sendable {
  package let code: Int
  package let message: String

  package init(_ code: Int, _ message: String) { (self.code, self.message) = (code, message) }

  package static func parse(_ message: String) -> RPCError { RPCError(-32700, message) }
  package static func invalidRequest(_ message: String) -> RPCError { RPCError(-32600, message) }
  package static func unknownMethod(_ method: String) -> RPCError { RPCError(-32601, "unknown method '\(method)'") }
  package static func invalidParams(_ message: String) -> RPCError { RPCError(-32602, message) }
  /// A request before `initialize`.
  package static let notInitialized = RPCError(-32002, "the server is not initialized")
  /// A resource that does not exist, in the Model Context Protocol.
  package static func unknownResource(_ uri: String) -> RPCError { RPCError(-32002, "no such resource: '\(uri)'") }
  package static let cancelled = RPCError(-32800, "the request was cancelled")
  /// A request that is valid and cannot be carried out.
  package static func failed(_ message: String) -> RPCError { RPCError(-32803, message) }

  var json: JSONValue { ["code": .number(String(code)), "message": .string(message)] }
}
