internal import DyadCore

extension Content: CustomStringConvertible {
  /// The whole picture as text, in reading order.
  public var description: String {
    let first = [title, subtitle].map(lexicon.sentence).joined(separator: " ")
    let head = [first] + (summary.map { [lexicon.sentence($0)] } ?? []) + (standfirst.map { [$0] } ?? [])
    guard narrative.isEmpty else { return (head + narrative + counted).joined(separator: "\n") }
    let cards = cards.map(sentences).filter { !$0.isEmpty }
    let body = figures.map(sentence) + blocs.map(sentence) + cards + dyads.map(sentence)
    return (head + body + counted + omissions).joined(separator: "\n")
  }

  /// The description followed by the sources, for readers who cannot see the picture.
  public var alternative: String {
    ([description] + sourceLines + (credit.map { [$0] } ?? [])).joined(separator: "\n") + "\n"
  }

  /// The numbered sources, a line each; none where they are not listed.
  package var sourceLines: [String] {
    options.showsSources ? notes.sources.indices.map { notes.line($0 + 1, in: lexicon) } : []
  }

  private var lexicon: Lexicon { options.lexicon }

  private func sentence(_ figure: Figure) -> String {
    let head = lexicon.phrase(figure.isPossible ? .isPossiblyA : .isA, figure.fullName, lexicon.word(figure.kind))
    return lexicon.sentence(lexicon.asides([head] + figure.lines))
  }

  private func sentence(_ bloc: Bloc) -> String {
    let names = figures.filter { bloc.members.contains($0.id) }.map(\.name)
    return lexicon.sentence(lexicon.phrase(.labelled, bloc.name, lexicon.list(names)))
  }

  private func sentence(_ summary: DyadSummary) -> String {
    summary.row.map { lexicon.phrase(.labelled, summary.title, sentence($0)) } ?? lexicon.sentence(summary.title)
  }

  private func sentences(_ card: Card) -> String {
    let rows = card.rows.map(sentence).joined(separator: " ")
    if let absence = card.absence { return rows.isEmpty ? absence : "\(absence) \(rows)" }
    return card.title.map { lexicon.phrase(.labelled, $0, rows) } ?? rows
  }

  func sentence(_ row: Row) -> String {
    var words = lexicon.phrase(.labelled, row.when, row.what)
    if let before = row.before { words = lexicon.phrase(.was, words, before) }
    if let mark = row.mark, mark != .kept { words = lexicon.phrase(.labelled, lexicon.phrase(Phrase(mark)), words) }
    if row.isPossible { words = lexicon.asides([words, lexicon.phrase(.possibly)]) }
    if !row.speakers.isEmpty { words = lexicon.phrase(.accordingTo, words, lexicon.list(row.speakers)) }
    if row.isInferred { words = lexicon.asides([words, lexicon.phrase(.inferred)]) }
    if row.isDraft { words = lexicon.asides([words, lexicon.phrase(.draft)]) }
    if !row.links.isEmpty { words += " (\(row.links.joined(separator: "; ")))" }
    if let denial = row.denial { words = lexicon.asides([words, denial]) }
    if let confidence = row.confidence { words = lexicon.asides([words, lexicon.phrase(confidence.phrase)]) }
    if row.isUnsourced { words += " (\(lexicon.phrase(.noSource)))" }
    // Only what is in a card has numbers of sources.
    if !row.sources.isEmpty { words += " \(row.sources.map { "[\($0)]" }.joined())" }
    return lexicon.sentence(words)
  }
}

extension Content {
  /// The changes marked in it as one text, or the statement that nothing changed.
  public var changes: String {
    let lines = changeList
    return lines.isEmpty ? lexicon.phrase(.nothingChanged) : lines.joined(separator: " ")
  }

  /// A sentence for each row that is marked as added, removed or changed.
  public var changeList: [String] {
    cards.flatMap(\.rows).filter { ($0.mark ?? .kept) != .kept }.map(sentence)
      + dyads.filter { ($0.row?.mark ?? .kept) != .kept }.map(sentence)
  }
}
