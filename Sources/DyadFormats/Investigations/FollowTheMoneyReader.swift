internal import DyadCore
internal import DyadSyntax

/// Reads entities of FollowTheMoney, line by line: dyad's own, and those of Aleph, OpenSanctions and others.
struct FollowTheMoneyReader {
  /// The kinds of entity for foreign schemata.
  private static let things: [String: String] = [
    "PublicBody": "organization", "Organization": "organization", "Company": "organization",
    "LegalEntity": "organization",
    "Person": "official", "Address": "place", "Territory": "place", "Position": "office", "Event": "event",
    "Vessel": "organization", "Group": "group",
  ]
  /// The two ends of schemata for relations, and the name of the relation.
  private static let links: [String: (from: String, to: String, words: String)] = [
    "UnknownLink": ("subject", "object", "link"), "Occupancy": ("holder", "post", "holds"),
    "Ownership": ("owner", "asset", "ownership"), "Directorship": ("director", "organization", "directorship"),
    "Membership": ("member", "organization", "membership"), "Employment": ("employee", "employer", "employment"),
    "Family": ("person", "relative", "family"), "Associate": ("person", "associate", "association"),
    "Representation": ("agent", "client", "representation"), "Succession": ("predecessor", "successor", "succession"),
  ]
  private static let documents: Set<String> = ["Article", "Document", "PlainText", "HyperText", "Pages", "Email"]

  private struct Entity {
    var id: String
    var schema: String
    var place: SourceLocation
    var properties: [String: [GraphImport.Value]]

    func first(_ keys: String...) -> GraphImport.Value? { keys.lazy.compactMap { properties[$0]?.first }.first }
  }

  static func read(_ bytes: [UInt8], file: String) -> Checked<[Dossier]> {
    var graph = GraphImport(file: file)
    var omitted: [String: (count: Int, place: SourceLocation)] = [:]
    var frame: [(part: Int, value: GraphImport.Value)] = []
    var entities: [Entity] = []
    var hasLines = false
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) else { continue }
      hasLines = true
      let parsed = JSONParser.read(Array(line), file: file, line: index + 1)
      graph.findings += parsed.diagnostics
      guard let node = parsed.value, let entity = entity(node, &graph) else { continue }
      if entity.id.hasPrefix(FollowTheMoneyWriter.framePrefix), let text = entity.first("bodyText") {
        frame.append((Int(entity.id.dropFirst(FollowTheMoneyWriter.framePrefix.count)) ?? 0, text))
      } else {
        entities.append(entity)
      }
    }
    guard hasLines else {
      return Checked([], [Diagnostic(.emptyDossier, "the file is empty", at: SourceLocation(file: file))])
    }
    if let first = frame.min(by: { $0.part < $1.part }) {
      let whole = frame.sorted { $0.part < $1.part }.map(\.value.text).joined()
      graph.frame = GraphImport.Value(text: whole, place: first.value.place)
    }
    let isOurs = graph.frame != nil
    for entity in entities {
      if let link = links[entity.schema] {
        add(entity, link, to: &graph)
      } else if let kind = things[entity.schema] {
        add(entity, kind, isOurs: isOurs, to: &graph)
      } else if !(isOurs && documents.contains(entity.schema)) {
        omitted[entity.schema, default: (0, entity.place)].count += 1
      }
    }
    for (schema, (count, place)) in omitted.sorted(by: { $0.key < $1.key }) {
      graph.report(.notCarried, "'\(schema)' has no counterpart in a dossier; omitted (\(count))", at: place)
    }
    return graph.dossiers()
  }

  private static func entity(_ node: JSONNode, _ graph: inout GraphImport) -> Entity? {
    guard let id = node["id"]?.text, let schema = node["schema"]?.text else {
      graph.report(.missingKey, "an entity needs 'id' and 'schema'", at: node.place)
      return nil
    }
    var properties: [String: [GraphImport.Value]] = [:]
    for (key, _, value) in node["properties"]?.members ?? [] {
      // The values of a property: a list, or a single value.
      let values = value.array ?? [value]
      properties[key] = values.compactMap { one in one.text.map { GraphImport.Value(text: $0, place: one.place) } }
    }
    return Entity(id: id, schema: schema, place: node.place, properties: properties)
  }

  /// The keys that dyad writes in addition to the properties.
  private static func rest(of entity: Entity) -> [String: GraphImport.Value] {
    guard let summary = entity.first("summary"), summary.text.hasPrefix("{") else { return [:] }
    let parsed = JSONParser.read(Array(summary.text.utf8), file: summary.place.file, line: summary.place.line)
    var rest: [String: GraphImport.Value] = [:]
    for (key, _, value) in parsed.value?.members ?? [] {
      if let words = value.text { rest[key] = GraphImport.Value(text: words, place: summary.place) }
    }
    return rest
  }

  private static func add(_ entity: Entity, _ kind: String, isOurs: Bool, to graph: inout GraphImport) {
    var values = isOurs ? rest(of: entity) : [:]
    let isKnown = values["kind"] != nil
    values["label"] = entity.first("name", "full", "title", "firstName") ?? values["label"]
    values["note"] = entity.first("notes", "description")
    if isKnown { values["note"] = entity.first("notes") }
    if !isKnown {
      let isState =
        entity.schema == "PublicBody" && entity.properties["topics"]?.contains { $0.text == "gov.national" } == true
      // Foreign offices and events become entities, since they lack required keys.
      let plain = kind == "office" || kind == "event" ? "organization" : kind
      values["kind"] = GraphImport.Value(text: isState ? "state" : plain, place: entity.place)
      values["start"] = entity.first("incorporationDate", "startDate", "birthDate")
      values["end"] = entity.first("dissolutionDate", "endDate", "deathDate")
    }
    graph.add(node: entity.id, GraphImport.Item(values, at: entity.place), isForeign: !isKnown)
    guard isKnown, kind == "office", let home = entity.first("organization") else { return }
    let edge = ["role": GraphImport.Value(text: Projection.Role.officeOf.rawValue, place: home.place)]
    graph.add(edgeFrom: entity.id, to: home.text, GraphImport.Item(edge, at: home.place), isDirected: true)
  }

  private static func add(
    _ entity: Entity, _ link: (from: String, to: String, words: String), to graph: inout GraphImport
  ) {
    guard let from = entity.first(link.from), let to = entity.first(link.to) else {
      return graph.report(.missingKey, "'\(entity.schema)' needs '\(link.from)' and '\(link.to)'", at: entity.place)
    }
    var values = graph.frame == nil ? [:] : rest(of: entity)
    if values["role"] == nil {
      values["kind"] = entity.first("role", "relationship") ?? GraphImport.Value(text: link.words, place: entity.place)
      values["start"] = entity.first("startDate", "date")
      values["end"] = entity.first("endDate")
    }
    if let note = entity.first("notes") { values["note"] = note }
    graph.add(
      edgeFrom: from.text, to: to.text, GraphImport.Item(values, at: entity.place),
      isDirected: entity.schema != "Family")
  }
}
