extension Snapshot {
  /// The relation of the two that says most of how they stand: what they are to each other comes before what one does to the other.
  public func leadingTie(between one: Entity.ID, _ other: Entity.ID) -> Tie? {
    let ties = ties.filter { $0.relation.dyad == Dyad(one, other) && !$0.kind.isAffiliation }
    return ties.first { $0.relation.kind == "ties" } ?? ties.first { !$0.kind.isDirected } ?? ties.first
  }
}
