internal import DyadCore
internal import DyadDrawing

/// Under whose names a change is told: officials and bodies stand with those whom they serve, and, where a pair is asked
/// about, all who are on a side stand with that side.
struct Standing {
  private let graph: KnowledgeGraph
  private let focus: View.Focus
  private let sides: (Set<Entity.ID>, Set<Entity.ID>)
  private let words: ClaimWords

  init(_ snapshot: Snapshot, _ focus: View.Focus, _ words: ClaimWords) {
    (graph, self.focus, self.words) = (snapshot.graph, focus, words)
    if case .between(let one, let other) = focus {
      sides = snapshot.sides(of: one, other)
    } else {
      sides = ([], [])
    }
  }

  func dyad(of relation: Relation) -> [Entity.ID] { dyad([relation.from], [relation.to]) }

  func dyad(of event: Event) -> [Entity.ID] {
    event.recipients.isEmpty ? dyad(Array(event.actors.prefix(1)), event.actors) : dyad(event.actors, event.recipients)
  }

  func dyad(of holding: Holding) -> [Entity.ID] { [stand(holding.official)] }

  func dyad(of entity: Entity) -> [Entity.ID] { [stand(entity.id)] }

  /// Their names, and where the heading stands among others: the pair that was asked about first, then pairs, then single ones.
  func heading(_ dyad: [Entity.ID]) -> (words: String, rank: Int) {
    let names = dyad.map(words.name)
    switch dyad.count {
    case 0: return ("Sources", 3)
    case 1: return (names[0], 2)
    default: return (Lexicon.english.phrase(.pair, names[0], names[1]), dyad == focus.parties ? 0 : 1)
    }
  }

  /// The first of both that stand for different ones; the pair that was asked about before all.
  private func dyad(_ ones: [Entity.ID], _ others: [Entity.ID]) -> [Entity.ID] {
    let pairs = ones.flatMap { one in others.map { [stand(one), stand($0)] } }.filter { $0[0] != $0[1] }
    if pairs.contains(where: { Set($0) == Set(focus.parties) }) { return focus.parties }
    guard let first = pairs.first else { return (ones + others).prefix(1).map(stand) }
    return first.sorted { (words.name($0), $0) < (words.name($1), $1) }
  }

  private func stand(_ id: Entity.ID) -> Entity.ID {
    if focus.parties.contains(id) { return id }
    if sides.0.contains(id) { return focus.parties[0] }
    if sides.1.contains(id) { return focus.parties[1] }
    return graph.principal(of: id)
  }
}
