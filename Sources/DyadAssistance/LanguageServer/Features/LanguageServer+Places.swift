internal import DyadCore
internal import DyadEditing
internal import DyadSyntax

/// A place in an open file of a dossier, which most requests are about.
struct RequestPlace {
  let dossier: OpenDossier
  let file: String
  let document: TextDocument
  /// The byte of the position.
  let byte: Int
}

extension LanguageServer {
  /// The file of a request; `nil` if it is no file of a dossier.
  func file(of params: JSONValue) throws(RPCError) -> RequestPlace? {
    guard let address = params["textDocument"]?["uri"]?.string else {
      throw .invalidParams("'textDocument' is missing")
    }
    let path = FileAddress.path(of: address) ?? address
    guard let dossier = workspace.dossier(of: path), let document = dossier.document(path) else { return nil }
    return RequestPlace(dossier: dossier, file: path, document: document, byte: 0)
  }

  /// The place of a request; `nil` if it is in no file of a dossier.
  func place(of params: JSONValue) throws(RPCError) -> RequestPlace? {
    guard let file = try file(of: params) else { return nil }
    guard let position = params["position"].flatMap(Position.init) else {
      throw .invalidParams("'position' is missing")
    }
    let byte = file.document.lines.offset(of: position, client.encoding)
    return RequestPlace(dossier: file.dossier, file: file.file, document: file.document, byte: byte)
  }

  func range(_ bytes: Range<Int>, in document: TextDocument) -> JSONValue {
    document.range(bytes, client.encoding).json
  }

  func location<Item>(_ place: DossierIndex.Place<Item>, in dossier: OpenDossier) -> JSONValue? {
    dossier.document(place.file).map { document in
      ["uri": .string(workspace.address(of: place.file)), "range": range(place.bytes, in: document)]
    }
  }

  /// Edits of several files, as the client takes them.
  func workspaceEdit(_ edits: [TextEdit], in dossier: OpenDossier) -> JSONValue {
    var changes: [String: [JSONValue]] = [:]
    for edit in edits {
      guard let document = dossier.document(edit.file) else { continue }
      changes[edit.file, default: []].append(
        ["range": range(edit.range, in: document), "newText": .string(edit.replacement)])
    }
    guard client.hasVersionedEdits else {
      return [
        "changes": .object(Dictionary(uniqueKeysWithValues: changes.map { (workspace.address(of: $0), .array($1)) }))
      ]
    }
    let documents: [JSONValue] = changes.sorted { $0.key < $1.key }.map { file, edits in
      let version = workspace.version(of: file).map { JSONValue(Double($0)) } ?? .null
      return [
        "textDocument": ["uri": .string(workspace.address(of: file)), "version": version], "edits": .array(edits),
      ]
    }
    return ["documentChanges": .array(documents)]
  }
}
