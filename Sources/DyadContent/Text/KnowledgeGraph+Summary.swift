public import DyadCore

extension KnowledgeGraph {
  /// The number of entities, relations, events and sources: "12 entities, 7 relations, 15 events, 1 source".
  public var summary: String {
    func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
      "\(number) \(number == 1 ? one : many ?? one + "s")"
    }
    return [
      count(entities.count, "entity", "entities"), count(relations.count, "relation"), count(events.count, "event"),
      count(sources.count, "source"),
    ].joined(separator: ", ")
  }

  /// The party that an entity acts for: for officials and organizations, the one that they serve or belong to.
  package func principal(of id: Entity.ID) -> Entity.ID {
    var (principal, seen) = (id, Set([id]))
    while let entity = entities[principal], entity.kind == .official || entity.kind == .organization,
      let home = entity.home, seen.insert(home).inserted
    {
      principal = home
    }
    return principal
  }
}
