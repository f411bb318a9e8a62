extension GraphDiff {
  /// The snapshot with the differences applied.
  ///
  ///     diff.applied(to: snapshot)     // the second snapshot, if the diff begins with this one
  public func applied(to first: Snapshot) -> Snapshot {
    var second = to
    let first = renaming.renamed(first)
    second.entities = GraphDiff.applied(entities, to: first.entities)
    second.holdings = GraphDiff.applied(holdings, to: first.holdings)
    second.ties = GraphDiff.applied(ties, to: first.ties)
    second.events = GraphDiff.applied(events, to: first.events)
    second.counted = GraphDiff.applied(counted, to: first.counted)
    second.former = to.former
    return second
  }

  private static func applied<Thing: Identifiable>(_ changes: [Change<Thing>], to things: [Thing]) -> [Thing]
  where Thing.ID: Comparable {
    var standing = Dictionary(things.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for change in changes where change.isDifference { standing[change.thing.id] = change.after }
    return standing.values.sorted { $0.id < $1.id }
  }

  /// Every item of either side, the second one first; a tie has the phases of both.
  public var either: Snapshot {
    // Two dates of one graph share the rule of whom an event concerns, with what it has found.
    var either = to
    if former.graph != to.graph {
      let both = former.graph.covered(by: to.graph)
      either = Snapshot(to, describedBy: both)
    }
    either.hidden = []
    either.entities = entities.compactMap { $0.after ?? $0.before }
    either.holdings = holdings.compactMap { $0.after ?? $0.before }
    either.events = events.compactMap { $0.after ?? $0.before }
    either.counted = counted.compactMap { $0.after ?? $0.before }
    either.ties = ties.compactMap { change in
      guard var tie = change.after ?? change.before else { return nil }
      tie.phases += (change.before?.phases ?? []).filter { old in !tie.phases.contains { $0.id == old.id } }
      return tie
    }
    let there = Set(either.entities.map(\.id))
    let gone = (to.former + former.former).filter { !there.contains($0.id) }
    either.former = Dictionary(gone.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one }).values.sorted {
      $0.id < $1.id
    }
    return either
  }

  /// The part that the view shows; an entity reached on either side counts on both, so that a nearer one is not new.
  public func focused(on focus: View.Focus) -> GraphDiff {
    guard focus != .everyone else { return self }
    let reached = (isPlain ? [to] : [former, to]).map { $0.focused(on: focus) }.flatMap { $0.entities + $0.former }
    let kept = Set(reached.map(\.id))
    if isPlain { return GraphDiff(to.restricted(to: kept)) }
    let before = Set((from.entities + from.former).map(\.id).filter { kept.contains(renaming.renamed($0)) })
    return GraphDiff(from: from.restricted(to: before.union(kept)), to: to.restricted(to: kept))
  }

  /// The part that the filter keeps: what it keeps on either side counts on both.
  public func filtered(by filter: Filter, keeping parties: [Entity.ID] = []) -> GraphDiff {
    guard filter != .none else { return self }
    // The words of a filter may name what only one side knows.
    let both = former.graph.covered(by: to.graph)
    let (before, after) = (
      Snapshot(former, describedBy: both).filtered(by: filter, keeping: parties),
      Snapshot(to, describedBy: both).filtered(by: filter, keeping: parties)
    )
    let shown = Set(
      [before, after].flatMap { side in
        (side.entities + side.former).map(\.id).filter { !side.hidden.contains($0) }
      })
    let ties = Set((before.ties + after.ties).map(\.id))
    let events = Set((before.events + after.events).map(\.id))
    let counted = Set((before.counted + after.counted).map(\.id))
    func part(of snapshot: Snapshot, _ renaming: Renaming?) -> Snapshot {
      var part = snapshot
      part.entities.removeAll { !shown.contains(renaming?.renamed($0).id ?? $0.id) }
      part.former.removeAll { !shown.contains(renaming?.renamed($0).id ?? $0.id) }
      part.holdings.removeAll { !shown.contains(renaming?.renamed($0).item.official ?? $0.item.official) }
      part.ties.removeAll { !ties.contains(renaming?.renamed($0).id ?? $0.id) }
      part.events.removeAll { !events.contains(renaming?.renamed($0).id ?? $0.id) }
      part.counted.removeAll { !counted.contains(renaming?.renamed($0).id ?? $0.id) }
      return part
    }
    return GraphDiff(from: part(of: from, renaming), to: part(of: to, nil))
  }
}

extension KnowledgeGraph {
  /// The other graph, with the records that only this graph has.
  ///
  ///     older.covered(by: graph).entities["fcf"]     // as the new graph knows it, or else as the older one did
  public func covered(by other: KnowledgeGraph) -> KnowledgeGraph {
    var graph = other
    graph.sources.merge(sources) { mine, _ in mine }
    graph.entities.merge(entities) { mine, _ in mine }
    graph.offices.merge(offices) { mine, _ in mine }
    graph.holdings.merge(holdings) { mine, _ in mine }
    graph.kinds.merge(kinds) { mine, _ in mine }
    graph.relations.merge(relations) { mine, _ in mine }
    graph.events.merge(events) { mine, _ in mine }
    graph.countTables.merge(countTables) { mine, _ in mine }
    graph.counts.merge(counts) { mine, _ in mine }
    graph.views.merge(views) { mine, _ in mine }
    graph.reviews.merge(reviews) { mine, _ in mine }
    return graph
  }
}
