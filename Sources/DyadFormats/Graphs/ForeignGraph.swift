internal import DyadCore

/// Reads foreign nodes and edges as entities and relations.
struct ForeignGraph {
  private var nodes: [(id: String, item: GraphImport.Item)] = []
  private var edges: [(from: String, to: String, item: GraphImport.Item, isDirected: Bool)] = []
  private var omitted: [String: (count: Int, place: SourceLocation)] = [:]
  private(set) var findings: [Diagnostic] = []

  mutating func add(node id: String, _ item: GraphImport.Item) { nodes.append((id, item)) }

  mutating func add(edgeFrom from: String, to: String, _ item: GraphImport.Item, _ isDirected: Bool) {
    edges.append((from, to, item, isDirected))
  }

  private static let names = ["label", "name", "title"]
  private static let kinds = ["kind", "type", "category", "class"]
  private static let relations = ["kind", "relation", "interaction", "type", "label"]
  private static let notes = ["note", "description", "comment"]

  /// - Parameter known: the nodes that the dossier already has, with their ids in it.
  mutating func complete(_ dossier: inout Dossier, known: [String: String]) {
    var ids = ForeignIds()
    var kindIds = ForeignIds.ofKinds
    for kind in dossier.kinds { _ = kindIds.id(for: kind.value.id.text) }
    for id in known.values.sorted() { _ = ids.id(for: id) }
    var entities = known.mapValues { Entity.ID($0) }
    for (id, item) in nodes {
      let entity = entity(id, item, &ids)
      entities[id] = entity.id
      dossier.entities.append(Located(entity, at: item.place))
    }
    var kinds: [String: RelationKind.ID] = [:]
    for (from, to, item, isDirected) in edges {
      guard let one = entities[from], let other = entities[to], one != other else {
        omit("loops", item.place)
        continue
      }
      let words = clean(item, ForeignGraph.relations) ?? "tie"
      let key = "\(words) \(isDirected)"
      if kinds[key] == nil {
        let made = RelationKind(
          RelationKind.ID(kindIds.id(for: key, named: words)),
          isDirected ? "\(words.braceless) of {from} to {to}" : "\(words.braceless) of {from} and {to}",
          isDirected: isDirected)
        kinds[key] = made.id
        dossier.kinds.append(Located(made, at: item.place))
      }
      guard let kind = kinds[key] else { continue }
      let count = dossier.relations.count
      let id = ids.id(for: "relation \(count)", named: "\(one)-\(other)")
      let interval = interval(item)
      let phase = Phase(
        Phase.ID.made(of: Relation.ID(id), during: [interval])[0],
        tone: item.text("tone").flatMap { Double($0) }.flatMap(Tone.init), during: interval,
        note: clean(item, ForeignGraph.notes))
      dossier.relations.append(
        Located(
          Relation(Relation.ID(id), kind, from: one, to: other, isDirected: isDirected, phases: [phase]),
          at: item.place))
      let used = ForeignGraph.relations + ForeignGraph.notes + ["start", "end", "tone", "weight", "id", "during"]
      omitRest(item, used)
    }
    for (what, (count, place)) in omitted.sorted(by: { $0.key < $1.key }) {
      findings.append(
        Diagnostic(.notCarried, "'\(what)' has no counterpart in a dossier; omitted (\(count))", at: place))
    }
  }

  private mutating func entity(_ id: String, _ item: GraphImport.Item, _ ids: inout ForeignIds) -> Entity {
    let name = clean(item, ForeignGraph.names)
    let word = ForeignGraph.kinds.compactMap { item.text($0)?.lowercased() }.first
    let kind =
      word.flatMap(Entity.Kind.init(rawValue:))
      ?? (word == "person" ? .official : word == "country" ? .state : .organization)
    var entity = Entity(
      Entity.ID(ids.id(for: id, named: name)), kind, name: name ?? (clean(id) ?? "?"),
      during: interval(item, else: .always))
    entity.note = clean(item, ForeignGraph.notes)
    omitRest(item, ForeignGraph.names + ForeignGraph.kinds + ForeignGraph.notes + ["start", "end", "id", "during"])
    return entity
  }

  private func interval(_ item: GraphImport.Item, else absent: Interval = .unknown) -> Interval {
    if let during = item.text("during").flatMap({ Interval($0) }) { return during }
    func date(_ key: String) -> PartialDate? { item.text(key).flatMap { PartialDate($0.prefix { $0 != "T" }) } }
    let (start, end) = (date("start"), date("end"))
    if start == nil, end == nil { return absent }
    return Interval(from: start.map { .date($0) } ?? .unknown, to: end.map { .date($0) } ?? .unknown) ?? absent
  }

  private func clean(_ item: GraphImport.Item, _ keys: [String]) -> String? {
    keys.lazy.compactMap { item.text($0) }.compactMap(clean).first
  }

  private func clean(_ words: String) -> String? {
    let cleaned = try? CleanText.validated(words).get()
    return cleaned.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  private mutating func omitRest(_ item: GraphImport.Item, _ used: [String]) {
    for (key, value) in item.values where !used.contains(key) { omit(key, value.place) }
  }

  private mutating func omit(_ what: String, _ place: SourceLocation) {
    let first = omitted[what]?.place ?? place
    omitted[what] = ((omitted[what]?.count ?? 0) + 1, min(first, place))
  }
}

extension String {
  /// With parentheses in place of braces, which mark the ends in a sentence.
  fileprivate var braceless: String { replacing("{", with: "(").replacing("}", with: ")") }
}
