import DyadCore

extension Confidence {
  /// One to three dots, after the row.
  var dots: String { String(repeating: "•", count: level) }

  /// "high confidence"
  var phrase: Phrase {
    switch self {
    case .high: .highConfidence
    case .medium: .mediumConfidence
    case .low: .lowConfidence
    }
  }
}

/// What the marks of a picture mean: those that it uses, and no other.
struct Legend: Hashable, Sendable {
  enum Swatch: Hashable, Sendable {
    case figure(Entity.Kind)
    case sign(Tone.Sign)
    case line(Tone.Sign, isPossible: Bool)
    case number
    case mark(Mark)
    case contested
    case words(String)
  }

  struct Entry: Hashable, Sendable {
    var swatch: Swatch
    var meaning: String
  }

  let entries: [Entry]

  init(of drawing: Drawing) {
    var entries: [Entry] = []
    let lexicon = drawing.style.lexicon
    let kinds = Set(drawing.figures.map(\.kind))
    for kind in Entity.Kind.allCases where kinds.contains(kind) {
      entries.append(Entry(swatch: .figure(kind), meaning: lexicon.word(kind)))
    }
    let rows = drawing.cards.flatMap(\.rows)
    let signs = Set(rows.map(\.sign))
    for (sign, meaning) in [(Tone.Sign.cooperation, Phrase.cooperation), (.conflict, .conflict), (.neutral, .neither)]
    where signs.contains(sign) {
      entries.append(Entry(swatch: .sign(sign), meaning: lexicon.phrase(meaning)))
    }
    let certain = Set(drawing.lines.filter { !$0.isPossible }.compactMap(\.tone?.sign))
    if certain.contains(.cooperation) {
      entries.append(Entry(swatch: .line(.cooperation, isPossible: false), meaning: lexicon.phrase(.friendly)))
    }
    if certain.contains(.conflict) {
      entries.append(Entry(swatch: .line(.conflict, isPossible: false), meaning: lexicon.phrase(.hostile)))
    }
    if drawing.lines.contains(where: { !$0.isPossible && ($0.tone?.sign ?? .neutral) == .neutral }) {
      entries.append(Entry(swatch: .line(.neutral, isPossible: false), meaning: lexicon.phrase(.notOnRecord)))
    }
    if drawing.lines.contains(where: \.isContested) {
      entries.append(Entry(swatch: .contested, meaning: lexicon.phrase(.contested)))
    }
    if drawing.cards.contains(where: { $0.number != nil }) {
      entries.append(Entry(swatch: .number, meaning: lexicon.phrase(.numbered)))
    }
    if drawing.lines.contains(where: \.isPossible) {
      entries.append(Entry(swatch: .line(.neutral, isPossible: true), meaning: lexicon.phrase(.possibly)))
    }
    if rows.contains(where: \.isPossible)
      || drawing.figures.contains(where: { $0.isPossible || $0.lines.contains { $0.contains("?") } })
    {
      entries.append(Entry(swatch: .words("?"), meaning: lexicon.phrase(.possiblyThen)))
    }
    if rows.contains(where: { !$0.speakers.isEmpty }) {
      entries.append(Entry(swatch: .words("–"), meaning: lexicon.phrase(.saysSo)))
    }
    if rows.contains(where: { $0.denial != nil }) {
      entries.append(Entry(swatch: .words("≠"), meaning: lexicon.phrase(.deniedBySomebody)))
    }
    for confidence in Confidence.allCases where rows.contains(where: { $0.confidence == confidence }) {
      entries.append(Entry(swatch: .words(confidence.dots), meaning: lexicon.phrase(confidence.phrase)))
    }
    let marks = Set(rows.compactMap(\.mark) + drawing.figures.compactMap(\.mark))
    for (mark, meaning) in [(Mark.added, Phrase.added), (.removed, .removed), (.changed, .changed)]
    where marks.contains(mark) {
      entries.append(Entry(swatch: .mark(mark), meaning: lexicon.phrase(meaning)))
    }
    self.entries = entries
  }
}
