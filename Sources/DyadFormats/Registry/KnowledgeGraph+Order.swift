internal import DyadCore

/// The records sorted by id, so that equal graphs are written as equal bytes.
extension KnowledgeGraph {
  var sourcesInOrder: [Source] { sources.values.sorted { $0.id < $1.id } }
  var entitiesInOrder: [Entity] { entities.values.sorted { $0.id < $1.id } }
  var officesInOrder: [Office] { offices.values.sorted { $0.id < $1.id } }
  var holdingsInOrder: [Holding] { holdings.values.sorted { $0.id < $1.id } }
  /// Looked up one by one; only the ids are sorted, since there may be very many relations.
  var relationsInOrder: some Sequence<Relation> { relations.keys.sorted().lazy.compactMap { relations[$0] } }
  var eventsInOrder: some Sequence<Event> { events.keys.sorted().lazy.compactMap { events[$0] } }
  var viewsInOrder: [View] { views.values.sorted { $0.id < $1.id } }
  var countTablesInOrder: [CountTable] { countTables.values.sorted { $0.id < $1.id } }
  var reviewsInOrder: [Review] { reviews.values.sorted { $0.id < $1.id } }

  /// The kinds that are not built in, or that differ from the built-in ones.
  var ownKinds: [RelationKind] {
    kinds.values.filter { RelationKind.builtIn[$0.id] != $0 }.sorted { $0.id < $1.id }
  }
}
