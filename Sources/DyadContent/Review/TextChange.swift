public import DyadCore
internal import DyadSyntax

extension SourceText {
  /// The digest that a source records of its text: sixteen hexadecimal digits.
  ///
  ///     SourceText("The ferry sails again.").digest     // "8a3c…"
  public var digest: String { String(SHA256.hex(text.utf8).prefix(16)) }
}

/// A source whose text has changed since its quotes were taken, and where its quotes are now.
struct TextChange {
  private(set) var found = 0
  private(set) var gone = 0
  private(set) var notes: [String] = []

  init(of source: Source, _ text: SourceText, citedBy citations: [(claim: String, citation: Citation)]) {
    for (claim, citation) in citations where citation.source == source.id {
      guard let quote = citation.quote else { continue }
      let match = text.match(citation)
      let words = TextChange.shortened(quote)
      if match.parts.isEmpty {
        gone += 1
      } else if match.fitting > 1, citation.at == nil {
        notes.append(
          "'\(words)' of '\(claim)' occurs \(match.fitting) times; 'before' or 'after' picks one")
      } else if match.isMoved(from: citation), let at = citation.at, let place = match.parts.first?.lowerBound {
        notes.append("'\(words)' of '\(claim)' moved from \(at) to \(place)")
      } else {
        found += 1
      }
    }
  }

  /// "7 of 9 quotes are found as before, 1 is gone"
  var summary: String {
    let all = found + gone + notes.count
    return "\(found) of \(all) quote\(all == 1 ? "" : "s") found as before\(gone == 0 ? "" : ", \(gone) gone")"
  }

  private static func shortened(_ quote: String) -> String {
    let line = quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 60 ? line : "\(line.prefix(59))…"
  }
}

extension KnowledgeGraph {
  /// A warning for each source whose text is not the one that its digest was taken of, at its place in the dossiers.
  ///
  ///     graph.changedTexts(in: dossiers).map(\.code)     // [.textChanged]
  public func changedTexts(in dossiers: [Dossier]) -> [Diagnostic] {
    let changed = sources.values.filter { $0.digest != nil && $0.text != nil && $0.digest != $0.text?.digest }
    guard !changed.isEmpty else { return [] }
    let citations = citations
    let places = Dictionary(
      dossiers.flatMap(\.sources).map { ($0.value.id, $0.place) }, uniquingKeysWith: { first, _ in first })
    return changed.sorted { $0.id < $1.id }.compactMap { source in
      guard let text = source.text else { return nil }
      let change = TextChange(of: source, text, citedBy: citations)
      let most = 20
      let more = change.notes.count > most ? ["and \(change.notes.count - most) more"] : []
      return Diagnostic(
        .textChanged,
        "the text of '\(source.id)' has changed since its quotes were taken: \(change.summary)",
        at: places[source.id] ?? nil, notes: (change.notes.prefix(most) + more).map { Diagnostic.Note($0) })
    }
  }
}
