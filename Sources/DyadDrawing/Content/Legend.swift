import DyadCore

/// What the marks of a picture mean: those that it uses, and no other.
struct Legend: Hashable, Sendable {
  enum Swatch: Hashable, Sendable {
    case figure(Entity.Kind)
    case sign(Tone.Sign)
    case line(Tone.Sign, isPossible: Bool)
    case membership
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
    let kinds = Set(drawing.figures.map(\.kind))
    for kind in Entity.Kind.allCases where kinds.contains(kind) {
      entries.append(Entry(swatch: .figure(kind), meaning: kind.rawValue))
    }
    let rows = drawing.cards.flatMap(\.rows)
    let signs = Set(rows.map(\.sign))
    for (sign, meaning) in [(Tone.Sign.cooperation, "cooperation"), (.conflict, "conflict"), (.neutral, "neither")]
    where signs.contains(sign) {
      entries.append(Entry(swatch: .sign(sign), meaning: meaning))
    }
    let certain = Set(drawing.lines.filter { !$0.isPossible }.compactMap(\.tone?.sign))
    if certain.contains(.cooperation) {
      entries.append(Entry(swatch: .line(.cooperation, isPossible: false), meaning: "friendly, the wider the more so"))
    }
    if certain.contains(.conflict) {
      entries.append(Entry(swatch: .line(.conflict, isPossible: false), meaning: "hostile, the wider the more so"))
    }
    if drawing.lines.contains(where: { !$0.isPossible && ($0.tone?.sign ?? .neutral) == .neutral }) {
      entries.append(Entry(swatch: .line(.neutral, isPossible: false), meaning: "neither, or not on record"))
    }
    if drawing.lines.contains(where: \.isContested) {
      entries.append(Entry(swatch: .contested, meaning: "contested"))
    }
    if !drawing.memberships.isEmpty { entries.append(Entry(swatch: .membership, meaning: "belongs to")) }
    if drawing.lines.contains(where: \.isPossible) {
      entries.append(Entry(swatch: .line(.neutral, isPossible: true), meaning: "possibly"))
    }
    if rows.contains(where: \.isPossible)
      || drawing.figures.contains(where: { $0.isPossible || $0.lines.contains { $0.hasSuffix("?") } })
    {
      entries.append(Entry(swatch: .words("?"), meaning: "possibly at this date"))
    }
    if rows.contains(where: { !$0.speakers.isEmpty }) {
      entries.append(Entry(swatch: .words("–"), meaning: "who says so, as the source reports"))
    }
    if rows.contains(where: { $0.denial != nil }) {
      entries.append(Entry(swatch: .words("≠"), meaning: "denied, and by whom"))
    }
    self.entries = entries
  }
}
