extension Snapshot {
  /// The relation that characterizes the two best: one without a direction before one with a direction.
  public func leadingTie(between one: Entity.ID, _ other: Entity.ID) -> Tie? {
    let ties = ties.filter { $0.relation.dyad == Dyad(one, other) && !$0.kind.isAffiliation }
    return ties.first { $0.relation.kind == "ties" } ?? ties.first { !$0.kind.isDirected } ?? ties.first
  }
}
