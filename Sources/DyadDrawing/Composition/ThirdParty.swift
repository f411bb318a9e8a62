internal import DyadContent

/// A party outside the panels, above the card of its ties.
struct ThirdParty {
  var figure: Figure
  var card: Card
  /// The sides that it has ties with.
  var sides: Set<Figure.Side>
  /// Whether all of its lines end at the two parties themselves, none at a member of their sides.
  var isOfHeads: Bool

  var group: [BlockKey] { [.figure(figure.id), .card(card.kind)] }

  /// The third parties of a content, the strongest first.
  static func all(in content: Content) -> [ThirdParty] {
    return content.figures.filter { $0.side == .other }.compactMap { figure in
      guard let card = content.cards.first(where: { $0.kind == .alter(figure.id) }) else { return nil }
      let lines = content.lines.filter { $0.card == card.kind }
      return ThirdParty(
        figure: figure, card: card, sides: Set(lines.map(content.side)),
        isOfHeads: lines.allSatisfy { content.layout.parties.contains($0.from) })
    }
  }
}

extension Content {
  /// The side that a line starts from.
  func side(of line: Line) -> Figure.Side {
    figures.first { $0.id == line.from }?.side ?? (line.from == layout.parties.first ? .first : .second)
  }
}

extension Line {
  /// The block at its end: the card of the pair, or the figure of a third party above its card.
  package var target: BlockKey? {
    switch card {
    case .alter(let party)?: .figure(party)
    case let kind?: .card(kind)
    case nil: nil
    }
  }
}
