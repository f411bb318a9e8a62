import DyadCore

/// Sentences about third parties.
extension BriefText {
  /// The cards of all but the pair itself.
  var thirdCards: [Card] { content.cards.filter { $0.kind != .pair && !$0.rows.isEmpty } }

  /// A paragraph for each third party, and for what happens within a side.
  var thirdParties: [Prose] {
    thirdCards.compactMap { card in
      guard case .alter(let id) = card.kind else { return nil }
      let head = graph.entities[id].map { $0.name(at: snapshot.moment) } ?? id.text
      let rows = card.rows.map { row -> Prose in
        let says = row.speakers.isEmpty ? "" : ", according to \(row.speakers.joined(separator: ", "))"
        let denial = row.denial.map { ", \($0)" } ?? ""
        return "\(mark(row.id))\(row.what) (\(row.when)\(says)\(denial))\(citing: row.sources)."
      }
      return "\(strong: head). \(rows.joined())"
    }
  }
}
