internal import DyadCore

extension KnowledgeGraph {
  /// Whom somebody acts for: officials and bodies for those whom they serve or belong to.
  func principal(of id: Entity.ID) -> Entity.ID {
    var (principal, seen) = (id, Set([id]))
    while let entity = entities[principal], entity.kind == .official || entity.kind == .organization,
      let home = entity.home, seen.insert(home).inserted
    {
      principal = home
    }
    return principal
  }
}
