internal import DyadCore

/// The parties under whose names a change is listed: officials and organizations under those whom they serve, and, in a
/// report on a pair, all members of a side under that side.
struct DiffGrouping {
  private let graph: KnowledgeGraph
  private let focus: View.Focus
  private let sides: PairSides?
  private let words: ClaimText

  init(_ snapshot: Snapshot, _ focus: View.Focus, _ words: ClaimText) {
    (graph, self.focus, self.words) = (snapshot.graph, focus, words)
    if case .between(let one, let other) = focus {
      sides = PairSides(snapshot, one, other)
    } else {
      sides = nil
    }
  }

  /// The two ends, or the mediator and an end where only these are the pair in focus.
  func dyad(of relation: Relation) -> [Entity.ID] {
    let mediators = relation.mediator.map { [$0] } ?? []
    return dyad([relation.from] + mediators, [relation.to] + mediators + [relation.from])
  }

  func dyad(of event: Event) -> [Entity.ID] {
    if sides?.effect(of: event) != nil { return focus.parties }
    let others = event.recipients + event.affects
    return others.isEmpty ? dyad(Array(event.actors.prefix(1)), event.actors) : dyad(event.actors, others)
  }

  func dyad(of holding: Holding) -> [Entity.ID] { [party(holding.official)] }

  func dyad(of entity: Entity) -> [Entity.ID] { [party(entity.id)] }

  /// Their names, and the rank of the heading: the pair in focus, then other pairs, then single parties.
  func heading(_ dyad: [Entity.ID]) -> (words: String, rank: Int) {
    let names = dyad.map(words.name)
    switch dyad.count {
    case 0: return ("Sources", 3)
    case 1: return (names[0], 2)
    default: return (Lexicon.english.phrase(.pair, names[0], names[1]), dyad == focus.parties ? 0 : 1)
    }
  }

  /// The first pair of different parties, or the pair in focus.
  func dyad(_ ones: [Entity.ID], _ others: [Entity.ID]) -> [Entity.ID] {
    let pairs = ones.flatMap { one in others.map { [party(one), party($0)] } }.filter { $0[0] != $0[1] }
    if pairs.contains(where: { Set($0) == Set(focus.parties) }) { return focus.parties }
    guard let first = pairs.first else { return (ones + others).prefix(1).map(party) }
    return first.sorted { (words.name($0), $0) < (words.name($1), $1) }
  }

  private func party(_ id: Entity.ID) -> Entity.ID {
    if focus.parties.contains(id) { return id }
    if let side = sides?.side(of: id) { return focus.parties[side == .first ? 0 : 1] }
    return graph.principal(of: id)
  }
}
