/// What a picture keeps and omits: kinds of entity, of relation and of event, single parties, and weak tones.
///
///     Filter(only: ["mediation"], without: ["official"], minimumTone: 4)
///
/// A word of `only` and `without` is a kind or type of entity (`state`, `armed`), the id of one, a kind of relation
/// (`trade`), a type or mode of event (`consult`, `visit`), or one of `relations`, `events`
/// and `counts`.
public struct Filter: Hashable, Sendable {
  /// The words for what to keep, in lower case; empty for everything.
  public var only: Set<String>
  /// The words for what to omit, in lower case.
  public var without: Set<String>
  /// Phases and events with a tone nearer to 0 than this are omitted.
  public var minimumTone: Double

  /// A filter with these words, in any case.
  public init(only: Set<String> = [], without: Set<String> = [], minimumTone: Double = 0) {
    self.only = Set(only.map { $0.lowercased() })
    self.without = Set(without.map { $0.lowercased() })
    self.minimumTone = minimumTone
  }

  /// Keeps everything.
  public static let none = Filter()

  /// Whether it keeps nothing but what data sets count.
  package var isOfCounts: Bool { only == ["counts"] }

  /// The filter that applies both filters.
  public func and(_ other: Filter) -> Filter {
    Filter(
      only: only.union(other.only), without: without.union(other.without),
      minimumTone: max(minimumTone, other.minimumTone))
  }

  /// The words that a filter may use with this graph, sorted.
  public static func words(in graph: KnowledgeGraph) -> [String] {
    Set(
      entityWords(in: graph).union(graph.kinds.keys.map(\.text)).union(graph.events.values.compactMap(\.mode))
        .union(EventType.allCases.map(\.rawValue)).map { $0.lowercased() }
    ).union(["relations", "events", "counts"]).sorted()
  }

  fileprivate static func entityWords(in graph: KnowledgeGraph) -> Set<String> {
    Set(Entity.Kind.allCases.map(\.rawValue) + graph.entities.keys.map(\.text))
      .union(graph.entities.values.compactMap(\.type).map { $0.lowercased() })
  }
}

/// A filter whose words are sorted once for all items: those about entities, and the others.
private struct FilterTest {
  let filter: Filter
  let wantedEntities, wantedClaims: Set<String>

  init(_ filter: Filter, in graph: KnowledgeGraph) {
    let known = filter.only.isEmpty ? [] : Filter.entityWords(in: graph)
    self.filter = filter
    (wantedEntities, wantedClaims) = (filter.only.intersection(known), filter.only.subtracting(known))
  }

  func keeps(_ entity: Entity) -> Bool {
    let words = Set([entity.kind.rawValue, entity.id.text, entity.type?.lowercased()].compactMap(\.self))
    return filter.without.isDisjoint(with: words) && (wantedEntities.isEmpty || !wantedEntities.isDisjoint(with: words))
  }

  /// Whether a picture has what data sets count: unless it asks for other claims alone.
  var keepsCounts: Bool {
    !filter.without.contains("counts") && (wantedClaims.isEmpty || wantedClaims.contains("counts"))
  }

  func keeps(_ tone: Tone, named names: Set<String>) -> Bool {
    abs(tone.value) >= filter.minimumTone && filter.without.isDisjoint(with: names)
      && (wantedClaims.isEmpty || !wantedClaims.isDisjoint(with: names))
  }
}

extension Snapshot {
  /// The part that the filter keeps; `kept` are the parties that the view is about, whatever the filter says.
  public func filtered(by filter: Filter, keeping kept: [Entity.ID] = []) -> Snapshot {
    guard filter != .none else { return self }
    let test = FilterTest(filter, in: graph)
    var part = self
    let wanted = Set((entities + former).filter { test.keeps($0.item) }.map(\.id)).union(kept)
    part.hidden.formUnion((entities + former).map(\.id).filter { !wanted.contains($0) })
    part.ties = ties.compactMap { tie in
      let phases = tie.phases.filter { test.keeps(tie.tone(of: $0.item), named: [tie.kind.id.text, "relations"]) }
      return phases.isEmpty ? nil : Tie(tie.relation, tie.kind, phases: phases)
    }
    part.events = events.filter { event in
      let names = [event.item.type.rawValue.lowercased(), event.item.mode?.lowercased(), "events"]
      return test.keeps(event.item.tone, named: Set(names.compactMap(\.self)))
    }
    part.counted = counted.filter { dyad in
      !part.hidden.contains(dyad.from) && !part.hidden.contains(dyad.to) && test.keepsCounts
    }
    return part
  }
}
