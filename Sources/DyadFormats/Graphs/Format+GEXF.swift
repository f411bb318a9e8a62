internal import DyadCore
internal import DyadSyntax

extension Format {
  /// GEXF 1.3 (gexf.net) with spells, so that the timeline of Gephi moves.
  static let gexf = Format(
    "gexf", "GEXF 1.3 (Gephi)", suffixes: ["gexf"], omits: [.counts, .sourceTexts],
    reader: .file { bytes, file in GEXFReader.read(bytes, file: file) },
    writer: .file { GEXFWriter(projection: Projection(graph: $0), xml: XMLWriter($1)).write() })
}

/// Gephi merges edges of the same ends and kind, so a relation is one edge with a spell for each phase; the fields of the
/// phases are JSON. Both ends of a spell are included; an open end is that of the graph.
struct GEXFWriter {
  let projection: Projection
  let xml: XMLWriter
  private let whole: ClosedRange<Day>?

  init(projection: Projection, xml: XMLWriter) {
    (self.projection, self.xml) = (projection, xml)
    let dates = projection.graph.dates.filter { $0 != .distantPast && $0 != .distantFuture }
    whole = dates.first.flatMap { first in dates.last.map { first...$0 } }
  }

  private static let edgeKeys = [
    "role", "full_label", "symmetric", "relation", "relation_by", "relation_note", "relation_was", "relation_kind",
    "claims",
  ]

  func write() {
    xml.start("gexf", [("xmlns", "http://gexf.net/1.3"), ("version", "1.3")])
    xml.sink.write("\n")
    xml.start("meta")
    xml.element("creator", text: "dyad")
    xml.element("description", text: projection.frame)
    xml.end("meta")
    var bounds: [(StaticString, String)] = []
    if let whole { bounds = [("start", whole.lowerBound.description), ("end", whole.upperBound.description)] }
    xml.start(
      "graph",
      [
        ("mode", "dynamic"), ("timeformat", "date"), ("timerepresentation", "interval"),
        ("defaultedgetype", "directed"),
        ("idtype", "string"),
      ] + bounds)
    xml.sink.write("\n")
    declare("node", "static", [("kind", .string), ("full_label", .string)] + Projection.nodeKeys)
    declare("edge", "static", GEXFWriter.edgeKeys.map { ($0, .string) })
    declare("edge", "dynamic", [("tone", .double)])
    xml.start("nodes")
    xml.sink.write("\n")
    projection.eachNode(write)
    xml.end("nodes")
    xml.start("edges")
    xml.sink.write("\n")
    writeEdges()
    xml.end("edges")
    xml.end("graph")
    xml.end("gexf")
  }

  private func declare(_ element: String, _ mode: String, _ keys: [(key: String, type: Projection.KeyType)]) {
    xml.start("attributes", [("class", element), ("mode", mode)])
    for (key, type) in keys { xml.empty("attribute", [("id", key), ("title", key), ("type", type.rawValue)]) }
    xml.end("attributes")
  }

  private func write(_ node: Projection.ProjectedNode) {
    let label = GEXFWriter.token(node.label)
    xml.start("node", [("id", node.id), ("label", label)] + (node.interval.map { GEXFWriter.days(of: $0) } ?? []))
    xml.start("attvalues")
    attribute("kind", node.kind)
    if label != node.label { attribute("full_label", node.label) }
    for (key, value) in node.attributes { attribute(key, value.text) }
    xml.end("attvalues")
    xml.end("node")
  }

  // MARK: Edges

  /// The claims of one edge, with the same ends and kind.
  private struct Group {
    var first: Projection.ProjectedEdge
    var all: [Projection.ProjectedEdge]
  }

  private func writeEdges() {
    var group: Group?
    var triplets: Set<[String]> = []
    func belongs(_ edge: Projection.ProjectedEdge, to group: Group) -> Bool {
      guard edge.role == group.first.role, edge.from == group.first.from, edge.to == group.first.to else {
        return false
      }
      return edge.kind == group.first.kind && edge.relation?.id == group.first.relation?.id
    }
    func flush() {
      guard let done = group else { return }
      // A second relation of one kind between the same two gets its id as a suffix of its kind.
      var kind = done.first.kind
      if !triplets.insert([done.first.from, done.first.to, kind]).inserted {
        kind += " \(done.first.relation?.id.text ?? done.first.id ?? "\(triplets.count)")"
        triplets.insert([done.first.from, done.first.to, kind])
      }
      write(done, kind: kind)
    }
    projection.eachEdge(inOrderOfEnds: true) { edge in
      if let open = group, belongs(edge, to: open) {
        group?.all.append(edge)
      } else {
        flush()
        group = Group(first: edge, all: [edge])
      }
    }
    flush()
  }

  private func write(_ group: Group, kind: String) {
    let edge = group.first
    let ends = edge.role == .link ? edge.id ?? "" : "\(edge.from):\(edge.to)"
    let id = edge.relation.map { "relation:\($0.id)" } ?? "\(edge.role.rawValue):\(ends)"
    let weight = group.all.map(\.weight).max() ?? 1
    let label = GEXFWriter.token(edge.role == .phase ? edge.kind : edge.label)
    xml.start(
      "edge",
      [
        ("id", id), ("source", edge.from), ("target", edge.to), ("type", "directed"), ("label", label),
        ("kind", GEXFWriter.token(kind)), ("weight", JSONWriter.text(of: weight)),
      ])
    let spells = group.all.compactMap { edge in edge.interval.flatMap(days) }
    if !spells.isEmpty, spells.count == group.all.count {
      xml.start("spells")
      for spell in GEXFWriter.apart(spells) {
        xml.empty("spell", [("start", spell.lowerBound.description), ("end", spell.upperBound.description)])
      }
      xml.end("spells")
    }
    xml.start("attvalues")
    attribute("role", edge.role.rawValue)
    attribute("symmetric", edge.isSymmetric ? "true" : "false")
    if let relation = edge.relation {
      attribute("relation", relation.id.text)
      attribute("relation_kind", relation.kind.text)
      if let mediator = relation.mediator { attribute("relation_by", mediator.text) }
      if let note = relation.note { attribute("relation_note", note) }
      if let was = relation.was { attribute("relation_was", was.text) }
    }
    attribute("claims", claims(group.all))
    if edge.role == .phase { writeTones(group.all) }
    xml.end("attvalues")
    xml.end("edge")
  }

  private func claims(_ edges: [Projection.ProjectedEdge]) -> String {
    JSONWriter.text { json in
      json.array { list in
        for edge in edges {
          list.object {
            if let id = edge.id { $0.member("claim", id) }
            if let number = edge.number { $0.member("number", number) }
            $0.members(edge.fields)
          }
        }
      }
    }
  }

  /// The tone of each phase during its days; where phases overlap, that of the later one.
  private func writeTones(_ phases: [Projection.ProjectedEdge]) {
    let dated = phases.compactMap { phase -> (days: ClosedRange<Day>, tone: Tone)? in
      guard let days = phase.interval.flatMap(days), let tone = phase.tone else { return nil }
      return (days, tone)
    }.sorted { $0.days.lowerBound < $1.days.lowerBound }
    for (index, phase) in dated.enumerated() {
      let next = index + 1 < dated.count ? dated[index + 1].days.lowerBound : .distantFuture
      let last = min(phase.days.upperBound, next.advanced(by: -1))
      guard phase.days.lowerBound <= last else { continue }
      xml.empty(
        "attvalue",
        [
          ("for", "tone"), ("value", JSONWriter.text(of: phase.tone.value)),
          ("start", phase.days.lowerBound.description), ("end", last.description),
        ])
    }
  }

  private func attribute(_ key: String, _ value: String) { xml.empty("attvalue", [("for", key), ("value", value)]) }

  // MARK: Days

  /// The days of the interval, within those of the graph.
  private func days(_ interval: Interval) -> ClosedRange<Day>? {
    guard let whole, interval.span.overlaps(whole) else { return nil }
    return interval.span.clamped(to: whole)
  }

  private static func days(of interval: Interval) -> [(StaticString, String)] {
    var bounds: [(StaticString, String)] = []
    if interval.span.lowerBound != .distantPast { bounds.append(("start", interval.span.lowerBound.description)) }
    if interval.span.upperBound != .distantFuture { bounds.append(("end", interval.span.upperBound.description)) }
    return bounds
  }

  /// Spells of one edge must not overlap; adjacent ones are merged.
  private static func apart(_ spells: [ClosedRange<Day>]) -> [ClosedRange<Day>] {
    var apart: [ClosedRange<Day>] = []
    for spell in spells.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = apart.last, last.upperBound >= spell.lowerBound {
        apart[apart.count - 1] = last.lowerBound...max(last.upperBound, spell.upperBound)
      } else {
        apart.append(spell)
      }
    }
    return apart
  }

  /// The text as an XML token, with single spaces.
  static func token(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
