public import DyadCore

extension Confidence {
  /// One to three dots, which follow a row.
  public var dots: String { String(repeating: "•", count: level) }

  /// "moderate confidence": the level in the terms of ICD 203.
  public var words: String { Lexicon.english.phrase(phrase) }

  /// The phrase for the level.
  var phrase: Phrase {
    switch self {
    case .high: .highConfidence
    case .medium: .mediumConfidence
    case .low: .lowConfidence
    }
  }
}

/// The meaning of each mark that a picture uses.
///
///     Legend(of: content).entries.map(\.meaning)     // ["state", "group", "cooperation", …]
public struct Legend: Hashable, Sendable {
  /// What a mark looks like.
  public enum Swatch: Hashable, Sendable {
    /// The form of an entity.
    case figure(Entity.Kind)
    /// The sign before a row.
    case sign(Tone.Sign)
    /// The sign of an effect with the smaller sign of the act.
    case effectAndAct
    /// A line.
    case line(Tone.Sign, isPossible: Bool)
    /// The number of a tie.
    case number
    /// The change of something.
    case mark(Mark)
    /// A double line.
    case contested
    /// A cell of a matrix with a sign.
    case cell(Tone.Sign, Cell)
    /// The ground around a bloc, or its frame in a matrix.
    case bloc(isFound: Bool)
    /// A character in a row.
    case words(String)
  }

  /// What a cell of a matrix has beside its sign.
  public enum Cell: Hashable, Sendable {
    case plain, pressing, contested, possible, inferred, changed
  }

  /// A mark and its meaning.
  public struct Entry: Hashable, Sendable {
    /// The mark.
    public var swatch: Swatch
    /// Its meaning, in the language of the picture.
    public var meaning: String
  }

  /// The entries in the order in which they are printed.
  public let entries: [Entry]

  /// The legend of one picture.
  public init(of content: Content) {
    if let matrix = content.layout.matrix {
      entries = Legend.entries(of: matrix, content)
      return
    }
    var entries: [Entry] = []
    let lexicon = content.options.lexicon
    let kinds = Set(content.figures.map(\.kind))
    for kind in Entity.Kind.allCases where kinds.contains(kind) {
      entries.append(Entry(swatch: .figure(kind), meaning: lexicon.word(kind)))
    }
    let rows = content.cards.flatMap(\.rows)
    let signs = Set(rows.filter { !$0.isInferred }.map(\.sign))
    for (sign, meaning) in [(Tone.Sign.cooperation, Phrase.cooperation), (.conflict, .conflict), (.neutral, .neutral)]
    where signs.contains(sign) {
      entries.append(Entry(swatch: .sign(sign), meaning: lexicon.phrase(meaning)))
    }
    // Over time, only effects are shown.
    if !content.layout.isOverTime, rows.contains(where: { $0.actSign != nil }) {
      entries.append(Entry(swatch: .effectAndAct, meaning: lexicon.phrase(.effectAndAct)))
    }
    for (connection, meaning) in [(Row.Connection.consequence, Phrase.consequence), (.exchange, .exchanged)]
    where rows.contains(where: { $0.next == connection }) {
      entries.append(Entry(swatch: .words(connection.symbol), meaning: lexicon.phrase(meaning)))
    }
    if rows.contains(where: \.isPart) {
      let symbol = Row.partSymbol(isRightToLeft: lexicon.isRightToLeft)
      entries.append(Entry(swatch: .words(symbol), meaning: lexicon.phrase(.partOfAbove)))
    }
    let certain = Set(content.lines.filter { !$0.isPossible }.compactMap(\.tone?.sign))
    if certain.contains(.cooperation) {
      entries.append(Entry(swatch: .line(.cooperation, isPossible: false), meaning: lexicon.phrase(.cooperativeLine)))
    }
    if certain.contains(.conflict) {
      entries.append(Entry(swatch: .line(.conflict, isPossible: false), meaning: lexicon.phrase(.hostileLine)))
    }
    if content.lines.contains(where: { !$0.isPossible && ($0.tone?.sign ?? .neutral) == .neutral }) {
      entries.append(Entry(swatch: .line(.neutral, isPossible: false), meaning: lexicon.phrase(.neutralOrUnknown)))
    }
    if content.lines.contains(where: \.isContested) {
      entries.append(Entry(swatch: .contested, meaning: lexicon.phrase(.contested)))
    }
    if content.cards.contains(where: { $0.number != nil }) {
      entries.append(Entry(swatch: .number, meaning: lexicon.phrase(.tieNumber)))
    }
    if content.lines.contains(where: \.isPossible) {
      entries.append(Entry(swatch: .line(.neutral, isPossible: true), meaning: lexicon.phrase(.possibly)))
    }
    // Over time, the rows of an ego are bands and marks, whose meanings are beside them.
    let written = content.layout.egoTimeline == nil ? rows : []
    if written.contains(where: \.isPossible)
      || content.figures.contains(where: { $0.isPossible || $0.lines.contains { $0.contains("?") } })
    {
      entries.append(Entry(swatch: .words("?"), meaning: lexicon.phrase(.dateUncertain)))
    }
    if written.contains(where: \.isInferred) {
      let signs = [Tone.Sign.cooperation, .conflict, .neutral].filter { sign in
        written.contains { $0.isInferred && $0.sign == sign }
      }
      entries.append(
        Entry(swatch: .words(signs.map(\.hollowSymbol).joined()), meaning: lexicon.phrase(.inferredByCoder)))
    }
    if written.contains(where: { !$0.speakers.isEmpty }) {
      entries.append(Entry(swatch: .words("–"), meaning: lexicon.phrase(.attributed)))
    }
    if written.contains(where: { $0.denial != nil }) {
      entries.append(Entry(swatch: .words("≠"), meaning: lexicon.phrase(.denied)))
    }
    for confidence in Confidence.allCases where written.contains(where: { $0.confidence == confidence }) {
      entries.append(Entry(swatch: .words(confidence.dots), meaning: lexicon.phrase(confidence.phrase)))
    }
    let marks = Set(
      rows.compactMap(\.mark) + content.figures.compactMap(\.mark) + content.lines.compactMap(\.mark))
    for (mark, meaning) in [(Mark.added, Phrase.added), (.removed, .removed), (.changed, .changed)]
    where marks.contains(mark) {
      entries.append(Entry(swatch: .mark(mark), meaning: lexicon.phrase(meaning)))
    }
    self.entries = entries + Legend.blocs(content)
  }

  private static func blocs(_ content: Content) -> [Entry] {
    let kinds: [(isFound: Bool, Phrase, Bool)] = [
      (true, .blocFoundOverPeriod, content.blocs.contains(where: \.isOverPeriod)),
      (true, .blocFound, content.blocs.contains { $0.isFound && !$0.isOverPeriod }),
      (false, .blocStated, content.blocs.contains { !$0.isFound }),
    ]
    return kinds.filter(\.2).map {
      Entry(swatch: .bloc(isFound: $0.isFound), meaning: content.options.lexicon.phrase($0.1))
    }
  }

  private static func entries(of matrix: MatrixContent, _ content: Content) -> [Entry] {
    let lexicon = content.options.lexicon
    let summaries = matrix.cells.compactMap(\.summary)
    func sign(_ summary: DyadSummary) -> Tone.Sign { summary.tone?.sign ?? .neutral }
    let signs: [(Tone.Sign, Phrase)] = [
      (.cooperation, .cooperativeCell), (.conflict, .hostileCell), (.neutral, .neutralOrUnknown),
    ]
    var entries = signs.filter { kind, _ in summaries.contains { sign($0) == kind } }.map {
      Entry(swatch: .cell($0, .plain), meaning: lexicon.phrase($1))
    }
    let marks: [(Cell, Phrase, Bool)] = [
      (.pressing, .pressesColumn, matrix.cells.contains { $0.pressesColumn || $0.pressesRow }),
      (.contested, .contested, summaries.contains(where: \.isContested)),
      (.possible, .dateUncertain, summaries.contains(where: \.isPossible)),
      (.inferred, .inferredByCoder, summaries.contains(where: \.isInferred)),
      (.changed, .changed, matrix.cells.contains(where: \.isChanged)),
    ]
    entries += marks.filter(\.2).map {
      Entry(swatch: .cell($0.0 == .pressing ? .conflict : .cooperation, $0.0), meaning: lexicon.phrase($0.1))
    }
    return entries + blocs(content)
  }
}
