public import DyadCore

/// How much a graph holds, in a line.
///
///     Summary.words(graph)     // "12 entities, 7 relations, 15 events, 1 source; no problems"
public enum Summary {
  public static func words(_ graph: KnowledgeGraph) -> String {
    let counts = [
      count(graph.entities.count, "entity", "entities"), count(graph.relations.count, "relation"),
      count(graph.events.count, "event"), count(graph.sources.count, "source"),
    ]
    return counts.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
