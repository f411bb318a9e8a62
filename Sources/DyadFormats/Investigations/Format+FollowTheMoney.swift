internal import DyadCore
internal import DyadSyntax

extension Format {
  /// Entities of FollowTheMoney, one a line, for Aleph and OpenSanctions' tools.
  static let followTheMoney = Format(
    "followthemoney", "FollowTheMoney entities", suffixes: ["ftm.json", "ftm.jsonl"], omits: [.counts, .sourceTexts],
    reader: .file { FollowTheMoneyReader.read($0, file: $1) },
    writer: .file { FollowTheMoneyWriter(projection: Projection(graph: $0), sink: $1).write() })
}

/// Its schemata have no property for a tone, a stance or an uncertain date: these are JSON in `summary`, and the
/// frame of the graph is in separate documents.
struct FollowTheMoneyWriter {
  let projection: Projection
  let sink: ByteSink

  /// The maximum length of a property.
  private static let longest = 30_000
  static let framePrefix = "dyad.frame."

  private typealias Properties = [(key: String, values: [String])]

  func write() {
    writeFrame()
    for source in projection.graph.sourcesInOrder { write(source) }
    var homes: [String: String] = [:]
    for office in projection.graph.officesInOrder { homes[office.id.text] = office.of.text }
    projection.eachNode { node in
      line(FollowTheMoneyWriter.id(node.id), schema(of: node), properties(of: node, home: homes[node.id]))
    }
    projection.eachEdge { edge in
      // An office names its entity in its own properties.
      if edge.role != .officeOf { write(edge) }
    }
  }

  /// The id of a record, in the characters that FollowTheMoney allows.
  static func id(_ text: String) -> String {
    "dyad." + GraphMLWriter.token(text).replacing(":", with: "-x")
  }

  static func sourceId(_ source: Source.ID) -> String { id("source-\(source)") }

  // MARK: Lines

  private func line(_ id: String, _ schema: String, _ properties: Properties) {
    let json = JSONWriter(sink)
    json.object { entity in
      entity.member("id", id)
      entity.member("schema", schema)
      entity.member(
        "properties",
        object: { all in
          for (key, values) in properties {
            let words = values.filter { !$0.allSatisfy(\.isWhitespace) }
            if !words.isEmpty { all.member(key, words) }
          }
        })
    }
    json.line()
  }

  private func writeFrame() {
    var rest = projection.frame[...]
    var part = 1
    repeat {
      let piece = rest.prefix(FollowTheMoneyWriter.longest)
      rest = rest.dropFirst(piece.count)
      line(
        "\(FollowTheMoneyWriter.framePrefix)\(part)", "PlainText",
        [("title", [projection.graph.title ?? "dyad"]), ("fileName", ["dyad.json"]), ("bodyText", [String(piece)])])
      part += 1
    } while !rest.isEmpty
  }

  private func write(_ source: Source) {
    line(
      FollowTheMoneyWriter.sourceId(source.id), "Article",
      [
        ("title", [source.title]), ("publisher", [source.publisher].compactMap { $0 }),
        ("author", [source.author].compactMap { $0 }), ("sourceUrl", [source.url].compactMap { $0 }),
        ("publishedAt", [source.published?.unmarkedText].compactMap { $0 }), ("notes", [source.note].compactMap { $0 }),
      ])
  }

  // MARK: Things

  private func schema(of node: Projection.ProjectedNode) -> String {
    switch node.kind {
    case "state": "PublicBody"
    case "official": "Person"
    case "place": "Address"
    case "office": "Position"
    case "event": "Event"
    default: words("type", node) == "ministry" ? "PublicBody" : "Organization"
    }
  }

  private func words(_ key: String, _ node: Projection.ProjectedNode) -> String? {
    node.attributes.first { $0.key == key }?.value.text
  }

  private func properties(of node: Projection.ProjectedNode, home: String?) -> Properties {
    let entity = projection.graph.entities[Entity.ID(node.id)]
    var properties: Properties = [(node.kind == "place" ? "full" : "name", [node.label])]
    let dates = [node.interval?.start, node.interval?.end].map { bound -> [String] in
      if case .date(let date)? = bound { [date.unmarkedText] } else { [] }
    }
    switch node.kind {
    case "state":
      properties += [("topics", ["gov.national"]), ("incorporationDate", dates[0]), ("dissolutionDate", dates[1])]
    case "group", "organization":
      let isArmed = entity?.type == "armed"
      properties += [
        ("topics", isArmed ? ["mil"] : []), ("classification", [entity?.type].compactMap { $0 }),
        ("incorporationDate", dates[0]), ("dissolutionDate", dates[1]),
      ]
    case "office": if let home { properties.append(("organization", [FollowTheMoneyWriter.id(home)])) }
    case "event":
      let event = projection.graph.events[Event.ID(node.id)]
      // An Address cannot be involved in an event.
      let parties = event?.parties.filter { projection.graph.entities[$0]?.kind != .place } ?? []
      let involved = parties.map { FollowTheMoneyWriter.id($0.text) }
      let place = event?.place.map { place in
        place.entity.flatMap { projection.graph.entities[$0]?.names[0].text } ?? place.text
      }
      properties += [
        ("startDate", dates[0]), ("endDate", dates[1]), ("involved", involved), ("location", [place].compactMap { $0 }),
        ("keywords", [event?.type.rawValue].compactMap { $0 }), ("proof", proof(of: event?.evidence)),
      ]
    default: break
    }
    let others = [entity?.short].compactMap { $0 } + (entity?.names.dropFirst().map(\.text) ?? [])
    if node.kind != "place" { properties.append(("alias", others)) }
    if let item = entity?.codes["wikidata"] { properties.append(("wikidataId", [item])) }
    properties.append(("notes", [words("note", node)].compactMap { $0 }))
    let evidence = entity?.evidence ?? projection.graph.events[Event.ID(node.id)]?.evidence
    properties.append(("description", quotes(of: evidence)))
    let rest = JSONWriter.text { json in
      json.object { all in
        all.member("dyad_id", node.id)
        all.member("kind", node.kind)
        for (key, value) in node.attributes where key != "note" { all.member(key, value) }
      }
    }
    properties.append(("summary", [rest]))
    return properties
  }

  private func write(_ edge: Projection.ProjectedEdge) {
    let isHolding = edge.role == .holding
    let evidence = projection.evidence(of: edge)
    let dates = [edge.interval?.start, edge.interval?.end].map { bound -> [String] in
      if case .date(let date)? = bound { [date.unmarkedText] } else { [] }
    }
    let rest = JSONWriter.text { json in
      json.object { all in
        NodeLink.write(edge, all, without: ["label", "weight", "start", "end"])
      }
    }
    let own = edge.id ?? "\(edge.from)-\(edge.role.rawValue)-\(edge.to)-\(edge.number ?? 1)"
    line(
      FollowTheMoneyWriter.id("\(edge.role.rawValue)-\(own)"), isHolding ? "Occupancy" : "UnknownLink",
      [
        (isHolding ? "holder" : "subject", [FollowTheMoneyWriter.id(edge.from)]),
        (isHolding ? "post" : "object", [FollowTheMoneyWriter.id(edge.to)]),
        ("role", isHolding ? [] : [edge.kind]), ("startDate", dates[0]), ("endDate", dates[1]),
        ("proof", proof(of: evidence)), ("description", quotes(of: evidence)),
        ("recordId", [edge.id].compactMap { $0 }),
        ("summary", [rest]),
      ])
  }

  // MARK: Evidence

  private func proof(of evidence: Evidence?) -> [String] {
    Set(evidence?.citations.map(\.source) ?? []).sorted().map(FollowTheMoneyWriter.sourceId)
  }

  private func quotes(of evidence: Evidence?) -> [String] {
    var seen: Set<String> = []
    return (evidence?.citations.compactMap(\.quote) ?? []).filter { seen.insert($0).inserted }.map { "“\($0)”" }
  }
}
