package import DyadSyntax

/// A server of the Model Context Protocol: tools that an assistant calls, and texts that it reads.
///
///     var server = ContextServer(version: "1.0", instructions: "…", tools: tools) { [] }
///     _ = await server.answer(.request(id: 1, method: "ping", params: .null))
///
/// A resource is read only if it is in the list, so that no address leads out of it.
package struct ContextServer {
  /// The versions of the protocol that it speaks, the latest first.
  package static let versions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]

  private let version: String
  private let instructions: String
  private let tools: [ContextTool]
  private let resources: @Sendable () async throws -> [ContextResource]
  private var isInitialized = false

  package init(
    version: String, instructions: String, tools: [ContextTool],
    resources: @escaping @Sendable () async throws -> [ContextResource]
  ) {
    (self.version, self.instructions, self.tools, self.resources) = (version, instructions, tools, resources)
  }

  private mutating func result(of method: String, _ params: JSONValue) async throws -> JSONValue {
    switch method {
    case "ping": return [:]
    case "initialize": return initialize(params)
    case "tools/list", "tools/call", "resources/list", "resources/templates/list", "resources/read":
      guard isInitialized else { throw RPCError.invalidRequest("the server is not initialized") }
      return try await served(method, params)
    default: throw RPCError.unknownMethod(method)
    }
  }

  private func served(_ method: String, _ params: JSONValue) async throws -> JSONValue {
    switch method {
    case "tools/list": return ["tools": .array(tools.map(\.json))]
    case "tools/call": return try await call(params)
    case "resources/list": return ["resources": .array(try await resources().map(\.json))]
    case "resources/templates/list": return ["resourceTemplates": []]
    default: return try await read(params)
    }
  }

  private mutating func initialize(_ params: JSONValue) -> JSONValue {
    isInitialized = true
    let asked = params["protocolVersion"]?.string ?? ""
    return [
      "protocolVersion": .string(ContextServer.versions.contains(asked) ? asked : ContextServer.versions[0]),
      "capabilities": ["tools": [:], "resources": [:]],
      "serverInfo": ["name": "dyad", "title": "Dossiers of bilateral relations", "version": .string(version)],
      "instructions": .string(instructions),
    ]
  }

  /// A call that fails has a result that says why, so that the assistant can correct it.
  private func call(_ params: JSONValue) async throws -> JSONValue {
    guard let name = params["name"]?.string else { throw RPCError.invalidParams("'name' is missing") }
    guard let tool = tools.first(where: { $0.name == name }) else {
      throw RPCError.invalidParams("unknown tool '\(name)'; known: \(tools.map(\.name).joined(separator: ", "))")
    }
    do {
      let arguments = try ToolArguments(params["arguments"] ?? .null, for: tool.parameters)
      return ["content": .array(try await tool.run(arguments).map(\.json)), "isError": false]
    } catch {
      return ["content": [ContextTool.Content.text("error: \(error)").json], "isError": true]
    }
  }

  private func read(_ params: JSONValue) async throws -> JSONValue {
    guard let uri = params["uri"]?.string else { throw RPCError.invalidParams("'uri' is missing") }
    guard let resource = try await resources().first(where: { $0.uri == uri }) else {
      throw RPCError.unknownResource(uri)
    }
    return [
      "contents": [["uri": .string(uri), "mimeType": .string(resource.type), "text": .string(try resource.text())]]
    ]
  }
}

extension ContextServer: RPCService {
  package mutating func answer(_ message: RPCMessage) async -> [RPCMessage] {
    guard case .request(let id, let method, let params) = message else { return [] }
    do {
      return [.response(id: id, result: try await result(of: method, params))]
    } catch let error as RPCError {
      return [.failure(id: id, error)]
    } catch {
      return [.failure(id: id, RPCError(-32603, "\(error)"))]
    }
  }

  package mutating func idle() async -> [RPCMessage] { [] }

  /// The protocol expects no answer.
  package func answer(toCancelled id: JSONValue) -> RPCMessage? { nil }

  package var exitStatus: Int32? { nil }

  /// A client ends the server by closing the stream.
  package var statusAtEnd: Int32 { 0 }
}
