import DyadCore

/// Sentences about third parties.
extension BriefText {
  /// The cards of all but the pair itself.
  var thirdCards: [Card] { content.cards.filter { $0.id != "dyad" && !$0.rows.isEmpty } }

  /// A paragraph for each third party, and for what happens within a side.
  var thirdParties: [Prose] {
    thirdCards.map { card in
      let id = Entity.ID(card.id.hasPrefix("third-") ? String(card.id.dropFirst("third-".count)) : card.id)
      let head = graph.entities[id].map { $0.name(at: snapshot.moment) } ?? card.title ?? id.text
      let rows = card.rows.map { row -> Prose in
        let says = row.speakers.isEmpty ? "" : ", according to \(row.speakers.joined(separator: ", "))"
        let denial = row.denial.map { ", \($0)" } ?? ""
        return "\(mark(row.id))\(row.what) (\(row.when)\(says)\(denial))\(citing: row.sources)."
      }
      return "\(strong: head). \(rows.joined())"
    }
  }
}
