internal import DyadContent
internal import DyadCore

extension Picture {
  /// The claims behind each part of the SVG, by its id, the leading one first: rows, figures, lines and their numbers, cells.
  ///
  /// An id of a figure is followed by those of the claims that it shows. Empty for a film.
  ///
  ///     picture.targets["entity-dar"]     // ["dar", "dar/pakistan/foreign-minister/[..2025-04-19]/.."]
  public var targets: [String: [String]] {
    guard let composition else { return [:] }
    var targets: [String: [String]] = [:]
    for card in composition.content.cards {
      for row in card.rows { targets["a_claim-\(row.id)"] = row.claims.isEmpty ? [row.id] : row.claims }
    }
    let figures = Dictionary(
      composition.content.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for placed in composition.page.blocks {
      switch placed.block.key {
      case .figure(let entity): targets[placed.name] = [entity.text] + (figures[entity]?.claims ?? [])
      case .number(let kind): targets[placed.name] = claims(behind: kind, in: composition.content)
      case .matrix(.cell(let row, let column)), .matrix(.sign(let row, let column)):
        targets[placed.name] = claims(behind: .tie(Dyad(row, column)), in: composition.content)
      default: break
      }
    }
    for line in composition.page.lines where line.swatch == nil {
      switch line.line.subject {
      case .claim(let claim, _): targets[line.id] = [claim]
      case .card(let kind): targets[line.id] = claims(behind: kind, in: composition.content)
      }
    }
    return targets.filter { !$0.value.isEmpty }
  }

  /// The claims of a card, or of the dyad that a line or a cell represents where it has no card.
  private func claims(behind kind: Card.Kind, in content: Content) -> [String] {
    if let card = content.cards.first(where: { $0.kind == kind }) { return card.rows.flatMap(\.claims) }
    guard case .tie(let dyad) = kind else { return [] }
    return content.dyads.first { $0.dyad == dyad }?.row?.claims ?? []
  }
}
