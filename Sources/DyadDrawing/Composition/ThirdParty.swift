internal import DyadContent

/// A party outside the panels, above the card of its ties.
struct ThirdParty {
  var figure: Figure
  var card: Card
  /// The sides that it has ties with.
  var sides: Set<Figure.Side>

  var group: [String] { ["entity-\(figure.id)", "card-\(card.id)"] }

  /// The third parties of a content, the strongest first.
  static func all(in content: Content) -> [ThirdParty] {
    let first = content.layout.parties.first
    return content.figures.filter { $0.side == .other }.compactMap { figure in
      guard let card = content.cards.first(where: { $0.id == "third-\(figure.id)" }) else { return nil }
      let lines = content.lines.filter { $0.card == card.id }
      return ThirdParty(figure: figure, card: card, sides: Set(lines.map { $0.from == first ? .first : .second }))
    }
  }
}
