internal import DyadCore

extension Drawing: CustomStringConvertible {
  /// The whole picture in words, in the order in which it is read.
  public var description: String {
    guard told.isEmpty else { return (["\(title). \(subtitle)."] + told).joined(separator: "\n") }
    let cards = cards.map(words).filter { !$0.isEmpty }
    return (["\(title). \(subtitle)."] + figures.map(words) + cards + omissions).joined(separator: "\n")
  }

  /// What stands for the picture where it cannot be seen: what it is, in a sentence, then all of it, then its sources.
  public var alternative: String {
    ([description] + sourceLines).joined(separator: "\n") + "\n"
  }

  var sourceLines: [String] {
    style.showsSources ? notes.sources.indices.map { notes.line($0 + 1, in: lexicon) } : []
  }

  private var lexicon: Lexicon { style.lexicon }

  private func words(_ figure: Figure) -> String {
    let head = lexicon.phrase(figure.isPossible ? .isPossiblyA : .isA, figure.fullName, lexicon.word(figure.kind))
    return ([head] + figure.lines).joined(separator: "; ") + "."
  }

  private func words(_ card: Card) -> String {
    let head = card.absence.map { [$0] } ?? card.title.map { ["\($0):"] } ?? []
    return (head + card.rows.map(words)).joined(separator: " ")
  }

  func words(_ row: Row) -> String {
    var words = "\(row.when): \(row.what)"
    if let before = row.before { words = lexicon.phrase(.was, words, before) }
    if let mark = row.mark, mark != .kept { words = "\(lexicon.phrase(Phrase(rawValue: mark.rawValue)!)): \(words)" }
    if row.isPossible { words += ", \(lexicon.phrase(.possibly))" }
    if !row.speakers.isEmpty { words = lexicon.phrase(.say, words, row.speakers.joined(separator: ", ")) }
    if let denial = row.denial { words += ", \(denial)" }
    if let confidence = row.confidence { words += ", \(lexicon.phrase(confidence.phrase))" }
    return words
      + (row.isUnsourced ? " (\(lexicon.phrase(.noSource)))." : " \(row.sources.map { "[\($0)]" }.joined()).")
  }
}
