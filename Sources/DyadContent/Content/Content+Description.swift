internal import DyadCore

extension Content: CustomStringConvertible {
  /// The whole picture as text, in reading order.
  public var description: String {
    guard narrative.isEmpty else { return (["\(title). \(subtitle)."] + narrative).joined(separator: "\n") }
    let cards = cards.map(sentences).filter { !$0.isEmpty }
    return
      (["\(title). \(subtitle)."] + figures.map(sentence) + blocs.map(sentence) + cards + dyads.map(sentence)
      + omissions).joined(separator: "\n")
  }

  /// The description followed by the sources, for readers who cannot see the picture.
  public var alternative: String {
    ([description] + sourceLines).joined(separator: "\n") + "\n"
  }

  /// The numbered sources, a line each; none where they are not listed.
  package var sourceLines: [String] {
    options.showsSources ? notes.sources.indices.map { notes.line($0 + 1, in: lexicon) } : []
  }

  private var lexicon: Lexicon { options.lexicon }

  private func sentence(_ figure: Figure) -> String {
    let head = lexicon.phrase(figure.isPossible ? .isPossiblyA : .isA, figure.fullName, lexicon.word(figure.kind))
    return ([head] + figure.lines).joined(separator: "; ") + "."
  }

  private func sentence(_ bloc: Bloc) -> String {
    let names = figures.filter { bloc.members.contains($0.id) }.map(\.name)
    return "\(bloc.name): \(names.joined(separator: ", "))."
  }

  private func sentence(_ summary: DyadSummary) -> String {
    summary.row.map { "\(summary.title): \(sentence($0))" } ?? "\(summary.title)."
  }

  private func sentences(_ card: Card) -> String {
    let head = card.absence.map { [$0] } ?? card.title.map { ["\($0):"] } ?? []
    return (head + card.rows.map(sentence)).joined(separator: " ")
  }

  func sentence(_ row: Row) -> String {
    var words = "\(row.when): \(row.what)"
    if let before = row.before { words = lexicon.phrase(.was, words, before) }
    if let mark = row.mark, mark != .kept { words = "\(lexicon.phrase(Phrase(mark))): \(words)" }
    if row.isPossible { words += ", \(lexicon.phrase(.possibly))" }
    if !row.speakers.isEmpty { words = lexicon.phrase(.accordingTo, words, row.speakers.joined(separator: ", ")) }
    if row.isInferred { words += ", \(lexicon.phrase(.inferred))" }
    if !row.links.isEmpty { words += " (\(row.links.joined(separator: "; ")))" }
    if let denial = row.denial { words += ", \(denial)" }
    if let confidence = row.confidence { words += ", \(lexicon.phrase(confidence.phrase))" }
    if row.isUnsourced { return words + " (\(lexicon.phrase(.noSource)))." }
    // Only what is in a card has numbers of sources.
    return words + (row.sources.isEmpty ? "." : " \(row.sources.map { "[\($0)]" }.joined()).")
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
