import DyadCore

extension PairContent {
  /// The lines from the figures of both sides to each third party, by the party that each strand concerns.
  ///
  /// They are made of what the card shows, so that a reader finds the reason of a line; of all strands where it shows
  /// nothing of a side.
  mutating func writeLines(_ thirds: [Entity.ID: Strands]) {
    let figures = Set(body.figures.filter { $0.side != .other }.map(\.id))
    for card in body.cards {
      guard case .alter(let third) = card.kind, let strands = thirds[third] else { continue }
      let shown = strands.restricted(to: Set(card.rows.flatMap(\.claims)))
      for (head, side) in [(pair.0, PairSides.Side.first), (pair.1, .second)] {
        let writer = LineWriter(head: head, figures: figures, marks: marks) { [sides] in sides.side(of: $0) == side }
        let lines = writer.lines(to: card.kind, part(of: shown, side))
        body.lines += lines.isEmpty && shown.isEmpty ? writer.lines(to: card.kind, part(of: strands, side)) : lines
      }
    }
  }

  /// The strands that concern a side.
  private func part(of strands: Strands, _ side: PairSides.Side) -> Strands {
    var part = strands
    part.ties.removeAll { tie in !tie.relation.parties.contains { sides.side(of: $0) == side } }
    part.events.removeAll { !sides.touched(by: $0.item).contains(side) }
    part.effects = Dictionary(
      part.events.map { ($0.id, sides.effect(of: $0.item, on: side)) }, uniquingKeysWith: { one, _ in one })
    return part
  }
}
