internal import DyadCore

/// Single claims as text, with the names of entities at a moment.
struct ClaimText {
  let graph: KnowledgeGraph
  var moment = Moment.ever

  init(_ graph: KnowledgeGraph, at moment: Moment = .ever) { (self.graph, self.moment) = (graph, moment) }

  func name(_ id: Entity.ID) -> String { graph.shortName(of: id, at: moment) }

  func names(_ ids: [Entity.ID]) -> String { ids.map(name).joined(separator: ", ") }

  /// "pressure of Arvane on Belmar: in vain"
  func words(_ relation: Relation, _ phase: Phase) -> String {
    [sentence(relation), phase.reads].compactMap { $0 }.joined(separator: ": ")
  }

  func sentence(_ relation: Relation) -> String {
    graph.kind(of: relation).sentence(of: relation, name: name)
  }

  /// "Ilse Marrow, Minister of Defence"
  func words(_ holding: Holding) -> String {
    "\(name(holding.official)), \(graph.offices[holding.office]?.title ?? holding.office.text)"
  }
}
