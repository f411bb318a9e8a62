internal import DyadCore
internal import DyadEditing
internal import DyadFormats
internal import DyadSyntax

/// A word with a meaning of its own, for its colour.
struct SemanticToken {
  enum Kind: String, CaseIterable { case type = "class", reference = "variable", kind = "enum" }

  let bytes: Range<Int>
  let kind: Kind
  let isDeclaration: Bool
}

/// Details that an editor shows within the text.
extension LanguageServer {
  func semanticTokens(_ params: JSONValue) throws -> JSONValue {
    guard let file = try file(of: params) else { return .null }
    let index = DossierIndex(file.dossier)
    let names = index.records.filter { $0.file == file.file && $0.item.hasOwnId && !$0.bytes.isEmpty }.map {
      SemanticToken(bytes: $0.bytes, kind: .type, isDeclaration: true)
    }
    let references = index.references.filter { $0.file == file.file && !$0.bytes.isEmpty }.map { reference in
      SemanticToken(
        bytes: reference.bytes, kind: reference.item.target == .kind ? .kind : .reference, isDeclaration: false)
    }
    var data: [JSONValue] = []
    var last = Position(line: 0, character: 0)
    for token in (names + references).sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
      let range = file.document.range(token.bytes, client.encoding)
      guard range.start.line == range.end.line, range.start >= last else { continue }
      let numbers = [
        range.start.line - last.line,
        range.start.line == last.line ? range.start.character - last.character : range.start.character,
        range.end.character - range.start.character, SemanticToken.Kind.allCases.firstIndex(of: token.kind) ?? 0,
        token.isDeclaration ? 1 : 0,
      ]
      data += numbers.map { JSONValue(Double($0)) }
      last = range.start
    }
    return ["data": .array(data)]
  }

  /// The tone that an event or a phase has without one of its own.
  func inlayHints(_ params: JSONValue) throws -> JSONValue {
    guard let file = try file(of: params) else { return .null }
    guard let asked = params["range"].flatMap(LineRange.init) else {
      throw RPCError.invalidParams("'range' is missing")
    }
    let lines = file.document.lines
    var hints: [JSONValue] = []
    let first = max(0, asked.start.line)
    for number in first..<max(first, min(asked.end.line + 1, lines.count)) {
      let line = lines.line(number)
      for key in ["type: ", "kind: "] {
        guard
          let place = file.document.string(line).firstRange(of: key).map({ range in
            line.lowerBound + file.document.string(line)[..<range.upperBound].utf8.count
          }), let cursor = file.dossier.cursor(at: place, in: file.file), let tone = tone(at: cursor, file)
        else { continue }
        hints.append([
          "position": lines.position(of: cursor.word.upperBound, client.encoding).json,
          "label": .string("tone \(tone.value.formatted)"), "paddingLeft": true,
        ])
      }
    }
    return .array(hints)
  }

  private func tone(at found: OpenDossier.Cursor, _ file: RequestPlace) -> Tone? {
    guard case .value(let key, let form) = Spot(found.cursor) else { return nil }
    let word = file.document.string(found.word)
    switch (form.name, key.name) {
    case (Event.schema.form.name, "type"):
      return found.cursor.siblings.contains { $0.key == "tone" } ? nil : EventType(rawValue: word)?.tone
    case (Relation.schema.form.name, "kind"): return file.dossier.graph.kinds[RelationKind.ID(word)]?.tone
    default: return nil
    }
  }
}
