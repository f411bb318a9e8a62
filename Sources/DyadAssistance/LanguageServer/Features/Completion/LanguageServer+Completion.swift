internal import DyadSyntax

/// Completion of keys, ids, words, dates and quotes.
extension LanguageServer {
  private static let most = 200

  func completion(_ params: JSONValue) throws -> JSONValue {
    guard let place = try place(of: params), let found = place.dossier.cursor(at: place.byte, in: place.file) else {
      return .null
    }
    let cursor = found.cursor
    let written = place.document.string(found.written)
    let source = CompletionSource(dossier: place.dossier, file: place.file, cursor: cursor, written: written)
    let (items, isFiltered) = source.items
    let ranked =
      isFiltered ? items.map { (0, $0) } : items.compactMap { item in item.rank(for: written).map { ($0, item) } }
    let inOrder = ranked.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    let range = range(found.word.lowerBound..<max(found.word.upperBound, found.written.upperBound), in: place.document)
    let shown = inOrder.prefix(LanguageServer.most).enumerated().map { index, entry in
      json(entry.element.1, source, range, written, index)
    }
    // What is shown depends on names and texts that the client does not know.
    return ["isIncomplete": true, "items": .array(shown)]
  }

  private func json(
    _ item: CompletionItem, _ source: CompletionSource, _ range: JSONValue, _ written: String, _ index: Int
  ) -> JSONValue {
    var json: [String: JSONValue] = [
      "label": .string(item.label), "kind": .number(String(item.kind.rawValue)),
      "textEdit": ["range": range, "newText": .string(source.text(of: item))],
      // Clients compare the words that are replaced with this text, and keep the order.
      "filterText": .string(written.isEmpty ? item.label : written),
      "sortText": .string(String(String(index + 10000).suffix(4))),
    ]
    if let detail = item.detail { json["detail"] = .string(detail) }
    if let documentation = item.documentation { json["documentation"] = .string(documentation) }
    return .object(json)
  }
}
