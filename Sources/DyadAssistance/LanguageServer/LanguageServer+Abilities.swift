internal import DyadSyntax

/// What the client can do.
struct ClientAbilities {
  var encoding = PositionEncoding.utf16
  var watchesFiles = false
  var hasMarkdown = true
  var hasVersionedEdits = false
  var resolvesActions = false
  var hasSymbolTrees = false

  init() {}

  init(_ json: JSONValue?) {
    let text = json?["textDocument"]
    let offered = json?["general"]?["positionEncodings"]?.array?.compactMap(\.string) ?? []
    encoding = PositionEncoding.negotiated(offered)
    let workspace = json?["workspace"]
    watchesFiles = workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.bool ?? false
    hasVersionedEdits = workspace?["workspaceEdit"]?["documentChanges"]?.bool ?? false
    hasMarkdown = text?["hover"]?["contentFormat"]?.array.map { $0.contains("markdown") } ?? true
    hasSymbolTrees = text?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.bool ?? false
    let resolved = text?["codeAction"]?["resolveSupport"]?["properties"]?.array ?? []
    resolvesActions = resolved.contains("edit")
  }
}

extension LanguageServer {
  /// Answers `initialize`.
  mutating func initialize(_ params: JSONValue) -> JSONValue {
    stage = .running
    client = ClientAbilities(params["capabilities"])
    var folders = LanguageServer.paths(params["workspaceFolders"])
    if folders.isEmpty {
      folders = [params["rootUri"]?.string.flatMap(FileAddress.path) ?? params["rootPath"]?.string].compactMap { $0 }
    }
    workspace.changeFolders(added: folders, removed: [])
    configure(params["initializationOptions"])
    return [
      "serverInfo": ["name": "dyad", "version": .string(version)],
      "capabilities": [
        "positionEncoding": .string(client.encoding.rawValue),
        "textDocumentSync": ["openClose": true, "change": 2, "save": true],
        "completionProvider": ["triggerCharacters": ["\"", "[", " ", "{", ":"]],
        "hoverProvider": true, "definitionProvider": true, "referencesProvider": true,
        "documentHighlightProvider": true, "renameProvider": ["prepareProvider": true],
        "codeActionProvider": ["codeActionKinds": ["quickfix", "source"], "resolveProvider": true],
        "documentSymbolProvider": true, "workspaceSymbolProvider": true, "foldingRangeProvider": true,
        "documentFormattingProvider": true, "documentLinkProvider": [:], "inlayHintProvider": true,
        "semanticTokensProvider": [
          "legend": [
            "tokenTypes": .array(SemanticToken.Kind.allCases.map { .string($0.rawValue) }),
            "tokenModifiers": ["declaration"],
          ],
          "full": true,
        ],
        "workspace": ["workspaceFolders": ["supported": true, "changeNotifications": true]],
      ],
    ]
  }
}
