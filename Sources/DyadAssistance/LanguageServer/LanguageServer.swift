package import DyadSyntax

/// A language server for dossiers (Language Server Protocol 3.17): requests in, answers and notifications out.
///
///     var server = LanguageServer(version: "1.0")
///     _ = server.respond(to: .request(id: 1, method: "initialize", params: ["capabilities": [:]]))
///
/// It reads files and never writes any: edits are answers, which the editor carries out.
package struct LanguageServer {
  enum Stage { case uninitialized, running, shutDown, exited(Int32) }

  let version: String
  var stage = Stage.uninitialized
  var client = ClientAbilities()
  let workspace = Workspace()
  /// The files with findings that the client shows.
  var published: [String: [JSONValue]] = [:]
  private var requests = 0

  package init(version: String) { self.version = version }

  private typealias Handler = @Sendable (inout LanguageServer, JSONValue) throws -> JSONValue

  /// The requests after `initialize`, by method.
  private static let handlers: [String: Handler] = [
    "textDocument/completion": { try $0.completion($1) },
    "textDocument/hover": { try $0.hover($1) },
    "textDocument/definition": { try $0.definition($1) },
    "textDocument/references": { try $0.references($1) },
    "textDocument/documentHighlight": { try $0.highlights($1) },
    "textDocument/prepareRename": { try $0.prepareRename($1) },
    "textDocument/rename": { try $0.rename($1) },
    "textDocument/codeAction": { try $0.codeActions($1) },
    "codeAction/resolve": { try $0.resolve($1) },
    "textDocument/documentSymbol": { try $0.symbols($1) },
    "workspace/symbol": { try $0.workspaceSymbols($1) },
    "textDocument/foldingRange": { try $0.foldingRanges($1) },
    "textDocument/formatting": { try $0.formatting($1) },
    "textDocument/documentLink": { try $0.links($1) },
    "textDocument/inlayHint": { try $0.inlayHints($1) },
    "textDocument/semanticTokens/full": { try $0.semanticTokens($1) },
  ]

  /// The messages that answer one.
  package mutating func respond(to message: RPCMessage) -> [RPCMessage] {
    switch message {
    case .request(let id, let method, let params):
      do {
        return [.response(id: id, result: try result(of: method, params))]
      } catch let error as RPCError {
        return [.failure(id: id, error)]
      } catch {
        return [.failure(id: id, .failed("\(error)"))]
      }
    case .notification(let method, let params): return note(method, params)
    // Answers to requests of the server, which need none.
    case .response, .failure: return []
    }
  }

  private mutating func result(of method: String, _ params: JSONValue) throws -> JSONValue {
    switch (stage, method) {
    case (.uninitialized, "initialize"): return initialize(params)
    case (.uninitialized, _): throw RPCError.notInitialized
    case (.shutDown, _), (.exited, _): throw RPCError.invalidRequest("the server was shut down")
    case (.running, "initialize"): throw RPCError.invalidRequest("the server is already initialized")
    case (.running, "shutdown"):
      stage = .shutDown
      return .null
    case (.running, _):
      guard let handler = LanguageServer.handlers[method] else { throw RPCError.unknownMethod(method) }
      workspace.update()
      return try handler(&self, params)
    }
  }

  // MARK: Notifications

  private mutating func note(_ method: String, _ params: JSONValue) -> [RPCMessage] {
    if method == "exit" {
      if case .shutDown = stage { stage = .exited(0) } else { stage = .exited(1) }
      return []
    }
    guard case .running = stage else { return [] }
    switch method {
    case "initialized": return client.watchesFiles ? [watchRequest()] : []
    case "textDocument/didOpen":
      guard let document = params["textDocument"], let uri = document["uri"]?.string,
        let text = document["text"]?.string
      else { return [] }
      workspace.open(uri, TextDocument(text, version: document["version"]?.number.flatMap { Int(exactly: $0) }))
    case "textDocument/didChange":
      guard let document = params["textDocument"], let uri = document["uri"]?.string else { return [] }
      let version = document["version"]?.number.flatMap { Int(exactly: $0) }
      workspace.change(uri, params["contentChanges"]?.array ?? [], version: version, client.encoding)
    case "textDocument/didClose": if let uri = params["textDocument"]?["uri"]?.string { workspace.close(uri) }
    case "textDocument/didSave", "workspace/didChangeWatchedFiles", "workspace/didRenameFiles":
      workspace.filesChanged()
    case "workspace/didChangeWorkspaceFolders":
      workspace.changeFolders(
        added: LanguageServer.paths(params["event"]?["added"]),
        removed: LanguageServer.paths(params["event"]?["removed"]))
    case "workspace/didChangeConfiguration": configure(params["settings"]?["dyad"] ?? params["settings"])
    default: break
    }
    return []
  }

  /// The settings `lint` and `requireSources`.
  mutating func configure(_ settings: JSONValue?) {
    if let lint = settings?["lint"]?.bool { workspace.linting = lint }
    if let require = settings?["requireSources"]?.bool { workspace.requiringSources = require }
  }

  static func paths(_ folders: JSONValue?) -> [String] {
    (folders?.array ?? []).compactMap { $0["uri"]?.string.flatMap(FileAddress.path) }
  }

  private mutating func watchRequest() -> RPCMessage {
    requests += 1
    let watchers: [JSONValue] = ["**/*.{yaml,yml,txt,md}"].map { ["globPattern": .string($0)] }
    let registration: JSONValue = [
      "id": "files", "method": "workspace/didChangeWatchedFiles", "registerOptions": ["watchers": .array(watchers)],
    ]
    return .request(
      id: .string("dyad-\(requests)"), method: "client/registerCapability", params: ["registrations": [registration]])
  }
}

extension LanguageServer: RPCService {
  package mutating func answer(_ message: RPCMessage) async -> [RPCMessage] { respond(to: message) }

  package mutating func idle() async -> [RPCMessage] { findings() }

  package func answer(toCancelled id: JSONValue) -> RPCMessage? { .failure(id: id, .cancelled) }

  package var exitStatus: Int32? { if case .exited(let status) = stage { status } else { nil } }

  /// A client that closes the stream without a notification has crashed.
  package var statusAtEnd: Int32 { if case .shutDown = stage { 0 } else { 1 } }
}
