import DyadAssistance
import DyadSyntax
import DyadTestSupport
import Foundation

/// An editor: a language server with the files of a folder of its own.
final class Editor {
  let folder: URL
  private var server = LanguageServer(version: "test")
  private var requests = 0
  private var version = 0
  /// The findings that the editor shows, by the name of the file.
  private(set) var findings: [String: [JSONValue]] = [:]

  init(_ files: [String: String], encoding: String? = nil, options: JSONValue = .null, starts: Bool = true) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("editor-\(UUID().uuidString)")
    for (name, text) in files { try write(text, to: name) }
    guard starts else { return }
    var capabilities: [String: JSONValue] = [
      "textDocument": [
        "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
        "codeAction": ["resolveSupport": ["properties": ["edit"]]],
      ]
    ]
    if let encoding { capabilities["general"] = ["positionEncodings": [.string(encoding)]] }
    _ = try request(
      "initialize",
      [
        "capabilities": .object(capabilities),
        "workspaceFolders": [["uri": .string(folder.absoluteString), "name": "test"]],
        "initializationOptions": options,
      ])
    notify("initialized", [:])
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func uri(_ name: String) -> JSONValue { .string(folder.appendingPathComponent(name).absoluteString) }

  // MARK: Messages

  func send(_ message: RPCMessage) async -> [RPCMessage] { server.respond(to: message) }

  var exitStatus: Int32? { server.exitStatus }

  func request(_ method: String, _ params: JSONValue) throws -> JSONValue {
    requests += 1
    switch server.respond(to: .request(id: .number(String(requests)), method: method, params: params))[0] {
    case .response(_, let result): return result
    case .failure(_, let error): throw error
    default: throw RPCError(0, "no answer")
    }
  }

  func notify(_ method: String, _ params: JSONValue) {
    _ = server.respond(to: .notification(method: method, params: params))
  }

  /// Receives the findings that the server publishes when it has nothing else to do.
  func rest() async {
    for message in await server.idle() {
      guard case .notification("textDocument/publishDiagnostics", let params) = message,
        let uri = params["uri"]?.string, let url = URL(string: uri)
      else { continue }
      findings[url.lastPathComponent] = params["diagnostics"]?.array
    }
  }

  // MARK: Texts

  func open(_ name: String, _ text: String? = nil) throws {
    let content = try text ?? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    notify(
      "textDocument/didOpen",
      ["textDocument": ["uri": uri(name), "languageId": "yaml", "version": 0, "text": .string(content)]])
  }

  func change(_ name: String, to text: String) {
    version += 1
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": uri(name), "version": .number(String(version))],
        "contentChanges": [["text": .string(text)]],
      ])
  }

  func at(_ name: String, _ line: Int, _ character: Int, _ more: [String: JSONValue] = [:]) -> JSONValue {
    let position: JSONValue = ["line": .number(String(line)), "character": .number(String(character))]
    return .object(["textDocument": ["uri": uri(name)], "position": position].merging(more) { $1 })
  }

  /// Opens a text in which `|` marks the cursor; the place of the cursor.
  func cursor(_ text: String, in name: String = "dossier.yaml", _ more: [String: JSONValue] = [:]) throws -> JSONValue {
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let before = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    try open(name, parts.joined())
    return at(name, before.count - 1, before.last?.utf16.count ?? 0, more)
  }

  /// The text after the edits of an answer.
  func applying(_ edits: [JSONValue], to text: String) -> String {
    let lines = LineIndex(Array(text.utf8))
    let changes = edits.map { edit in
      func byte(_ key: String) -> Int {
        let place = edit["range"]?[key]
        return lines.offset(
          of: Position(line: Int(place?["line"]?.number ?? 0), character: Int(place?["character"]?.number ?? 0)), .utf16
        )
      }
      return TextEdit(file: "", range: byte("start")..<byte("end"), replacement: edit["newText"]?.string ?? "")
    }
    return TextEdit.apply(changes, to: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
      ?? "overlapping edits"
  }
}

extension Editor {
  /// The labels that completion proposes at the mark.
  func labels(_ text: String) throws -> [String] {
    try request("textDocument/completion", cursor(text))["items"]?.array?.compactMap { $0["label"]?.string } ?? []
  }

  /// The text that the first proposal makes.
  func completing(_ text: String) throws -> String {
    let place = try cursor(text)
    let items = try request("textDocument/completion", place)["items"]?.array ?? []
    guard let edit = items.first?["textEdit"] else { return "no proposal" }
    return applying([edit], to: text.replacing("|", with: ""))
  }

  func messages(_ name: String = "dossier.yaml") -> [String] {
    (findings[name] ?? []).compactMap { $0["message"]?.string }
  }
}

/// A dossier without findings.
let ferry = """
  dossier: The ferry

  source: herald

  sources:
    herald:
      title: The ferry sails again
      publisher: Harbour Herald
      published: 2014-05-02
      text: herald.txt

  states:
    arvane: { name: Republic of Arvane, short: Arvane, names: [{ text: آروان, language: ur }] }
    belmar: { name: Kingdom of Belmar, short: Belmar }

  officials:
    marrow:
      name: Ilse Marrow
      serves: arvane
      offices:
        - title: Foreign Minister
          during: 2014-04/
          cite: Foreign Minister Ilse Marrow of Arvane

  relations:
    arvane-belmar:
      between: [arvane, belmar]
      kind: ties
      phases:
        - during: 2010~/2014-04
          reads: quarrel over the ferry
          tone: -4
          cite: After four years without a crossing
        - id: calm
          during: 2014-04/..
          reads: reconciled
          tone: 4
          cite: Arvane and Belmar have ended their quarrel over the ferry.

  events:
    landing:
      on: 2014-04-12
      what: Marrow lands at Porto Vello
      type: AGREE
      actors: [marrow]
      recipients: [belmar]
      cite: landed at Porto Vello on 12 April and signed an agreement there

  """

let herald = """
  The ferry sails again

  2 May 2014. Arvane and Belmar have ended their quarrel over the ferry. After four years without a crossing, Foreign
  Minister Ilse Marrow of Arvane landed at Porto Vello on 12 April and signed an agreement there. Belmar's government
  denies that it paid for the new quay.

  """

func ferryEditor(_ more: [String: String] = [:], encoding: String? = nil) throws -> Editor {
  try Editor(["dossier.yaml": ferry, "herald.txt": herald].merging(more) { $1 }, encoding: encoding)
}
