internal import DyadCore
internal import DyadEditing
internal import DyadFormats
internal import DyadSyntax

/// Corrections of findings, and the canonical layout.
extension LanguageServer {
  func codeActions(_ params: JSONValue) throws -> JSONValue {
    guard let file = try file(of: params) else { return .null }
    guard let asked = params["range"].flatMap(LineRange.init) else {
      throw RPCError.invalidParams("'range' is missing")
    }
    let only = params["context"]?["only"]?.array?.compactMap(\.string)
    func wants(_ kind: String) -> Bool {
      only.map { $0.contains { kind == $0 || kind.hasPrefix($0 + ".") } } ?? true
    }
    var actions: [JSONValue] = []
    if wants("quickfix") {
      let lines = file.document.lines
      let start = lines.offset(of: asked.start, client.encoding)
      let end = max(start, lines.offset(of: asked.end, client.encoding))
      for finding in file.dossier.findings where finding.place?.file == file.file {
        let bytes = bytes(of: finding, in: file.dossier, file.file, file.document)
        guard bytes.lowerBound <= end, bytes.upperBound >= start else { continue }
        actions += corrections(of: finding, bytes, file)
      }
    }
    if wants("source"), client.resolvesActions || only?.contains("source") == true {
      var action: [String: JSONValue] = [
        "title": "Format the file", "kind": "source", "data": ["uri": .string(workspace.address(of: file.file))],
      ]
      if !client.resolvesActions {
        let edits = formattingEdits(of: file)
        if !edits.isEmpty { action["edit"] = workspaceEdit(edits, in: file.dossier) }
      }
      if client.resolvesActions || action["edit"] != nil { actions.append(.object(action)) }
    }
    return .array(actions)
  }

  func resolve(_ action: JSONValue) throws -> JSONValue {
    guard var members = action.object, let address = members["data"]?["uri"],
      let file = try file(of: ["textDocument": ["uri": address]])
    else { return action }
    members["edit"] = workspaceEdit(formattingEdits(of: file), in: file.dossier)
    return .object(members)
  }

  // MARK: Corrections

  private func corrections(of finding: Diagnostic, _ bytes: Range<Int>, _ file: RequestPlace) -> [JSONValue] {
    if let suggestion = finding.suggestion {
      return correction("Change to '\(suggestion)'", finding, bytes, suggestion, file).map { [$0] } ?? []
    }
    if let passage = finding.notes.lazy.compactMap(\.nearestPassage).first {
      return correction("Quote the nearest passage: “\(passage.shortened)”", finding, bytes, passage, file).map { [$0] }
        ?? []
    }
    // Several readings of a date: "write '2023-12-07' or '2023-07-12'".
    let readings = finding.notes.filter { $0.message.hasPrefix("write ") }.flatMap { note in
      note.message.split(separator: "'").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
    return readings.compactMap { correction("Change to '\($0)'", finding, bytes, $0, file, isPreferred: false) }
  }

  private func correction(
    _ title: String, _ finding: Diagnostic, _ bytes: Range<Int>, _ text: String, _ file: RequestPlace,
    isPreferred: Bool = true
  ) -> JSONValue? {
    guard let scalar = file.dossier.scalar(at: bytes.lowerBound, in: file.file), scalar.bytes == bytes,
      let old = scalar.scalar
    else { return nil }
    // A finding about a record has the place of the record, not of the word that is wrong.
    let isNamed = finding.code == .quoteNotFound || finding.message.contains("'\(old)'")
    guard isNamed else { return nil }
    let isQuoted = if case .scalar(_, .plain) = scalar.content { false } else { true }
    let new =
      isQuoted || finding.code == .quoteNotFound ? YAMLWriter.quoted(text) : YAMLWriter.scalar(text, isInList: true)
    let edit = TextEdit(file: file.file, range: bytes, replacement: new)
    return [
      "title": .string(title), "kind": "quickfix", "isPreferred": .bool(isPreferred),
      "edit": workspaceEdit([edit], in: file.dossier),
      "diagnostics": .array(
        published[file.file]?.filter {
          $0["code"]?.string == finding.code.id && $0["range"] == range(bytes, in: file.document)
        } ?? []),
    ]
  }

  // MARK: Layout

  func formatting(_ params: JSONValue) throws -> JSONValue {
    guard let file = try file(of: params) else { return .null }
    return .array(
      formattingEdits(of: file).map { edit in
        ["range": range(edit.range, in: file.document), "newText": .string(edit.replacement)]
      })
  }

  /// The edits to the canonical layout; none where the text is not YAML.
  private func formattingEdits(of file: RequestPlace) -> [TextEdit] {
    guard var editor = try? DossierEditor(text: file.document.text, file: file.file), (try? editor.format()) != nil
    else {
      return []
    }
    return editor.edits
  }
}

extension String {
  /// The beginning, for a title.
  fileprivate var shortened: String { count > 60 ? prefix(59) + "…" : self }
}
