internal import DyadCore

/// What every writer goes through, sorted by id, so that the same graph makes the same bytes.
extension KnowledgeGraph {
  var sourcesInOrder: [Source] { sources.values.sorted { $0.id < $1.id } }
  var entitiesInOrder: [Entity] { entities.values.sorted { $0.id < $1.id } }
  var officesInOrder: [Office] { offices.values.sorted { $0.id < $1.id } }
  var holdingsInOrder: [Holding] { holdings.values.sorted { $0.id < $1.id } }
  /// Looked up one by one, since there may be very many: only their ids are sorted.
  var relationsInOrder: some Sequence<Relation> { relations.keys.sorted().lazy.compactMap { relations[$0] } }
  var eventsInOrder: some Sequence<Event> { events.keys.sorted().lazy.compactMap { events[$0] } }
  var viewsInOrder: [View] { views.values.sorted { $0.id < $1.id } }

  /// The kinds that are not built in, or that it says otherwise.
  var ownKinds: [RelationKind] {
    kinds.values.filter { RelationKind.builtIn[$0.id] != $0 }.sorted { $0.id < $1.id }
  }
}
