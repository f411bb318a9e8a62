package import DyadCore

extension KnowledgeGraph {
  /// A claim beside its quotes, once for each source that it cites; empty if no claim has the id.
  ///
  ///     graph.reviewItems(ofClaim: "quay").first?.facts
  package func reviewItems(ofClaim id: String) -> [ReviewItem] {
    let writer = ReviewWriter(self)
    guard let claim = writer.claims.first(where: { $0.id == id }) else { return [] }
    var seen: Set<Source.ID> = []
    let cited = claim.evidence.citations.map(\.source).filter { seen.insert($0).inserted }
    if cited.isEmpty { return [writer.item(claim, in: nil)] }
    return cited.map { writer.item(claim, in: sources[$0]) }
  }
}
