internal import DyadCore
internal import DyadSyntax

extension Format {
  /// JSON with one claim a line, sorted by record and id, each line in the form of RFC 8785.
  static let jsonl = Format(
    "jsonl", "JSON Lines", suffixes: ["jsonl", "ndjson"],
    reader: .file { bytes, file in JSONLines.read(bytes, file: file) },
    writer: .file { JSONLines.write($0, to: $1) })
}

enum JSONLines {
  /// The names of the records of lines, sorted.
  static let records: [String] = RecordForm.all.map(\.name).sorted()

  // MARK: Writing

  static func write(_ graph: KnowledgeGraph, to sink: ByteSink) {
    let json = JSONWriter(sink)
    func line(_ record: String, _ id: String, _ members: Outline.Members) {
      json.object { $0.members(members + [("id", .words(id)), ("record", .words(record))]) }
      json.line()
    }
    json.object {
      $0.member("format", "dyad")
      $0.member("record", "dossier")
      $0.member("title", graph.title)
      $0.member("version", 1)
    }
    json.line()
    func entities(_ kind: Entity.Kind) {
      let none = Outline.Contents(graph, listing: false)
      for entity in graph.entitiesInOrder where entity.kind == kind {
        line(kind.rawValue, entity.id.text, Outline.members(of: entity, in: none))
      }
    }
    for table in graph.countTablesInOrder { line("count-table", table.id.text, Outline.members(of: table)) }
    for event in graph.eventsInOrder { line("event", event.id.text, Outline.members(of: event)) }
    entities(.group)
    for holding in graph.holdingsInOrder { line("holding", holding.id.text, Outline.members(of: holding)) }
    for kind in graph.ownKinds { line("kind", kind.id.text, Outline.members(of: kind)) }
    for office in graph.officesInOrder { line("office", office.id.text, Outline.members(of: office)) }
    entities(.official)
    entities(.organization)
    for relation in graph.relationsInOrder {
      for (index, phase) in relation.phases.enumerated() {
        let place: Outline.Members = [("number", .number(Double(index + 1))), ("relation", .words(relation.id.text))]
        line("phase", phase.id.text, Outline.members(of: phase) + place)
      }
    }
    entities(.place)
    for relation in graph.relationsInOrder {
      line("relation", relation.id.text, Outline.members(of: relation).filter { $0.key != "phases" })
    }
    for review in graph.reviewsInOrder { line("review", review.id.text, Outline.members(of: review)) }
    for source in graph.sourcesInOrder { line("source", source.id.text, Outline.members(of: source)) }
    entities(.state)
    for view in graph.viewsInOrder { line("view", view.id.text, Outline.members(of: view)) }
  }

  // MARK: Reading

  /// Parses line by line, so that an error in one line does not affect the others; then reads all lines as one dossier.
  static func read(_ bytes: [UInt8], file: String) -> Checked<[Dossier]> {
    var lines = Lines(file: file)
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) else { continue }
      let parsed = JSONParser.read(Array(line), file: file, line: index + 1)
      lines.findings += parsed.diagnostics
      if let node = parsed.value { lines.take(node) }
    }
    let walk = DossierWalk(file: file, texts: .none)
    walk.read(lines.dossier)
    return Checked([walk.dossier], lines.findings + walk.context.findings)
  }

  /// The lines, put together as a dossier.
  private struct Lines {
    let file: String
    var findings: [Diagnostic] = []
    private var sections: [String: [(key: Node, value: Node)]] = [:]
    private var phases: [String: [(number: Double, node: Node)]] = [:]
    private var title: (key: Node, value: Node)?

    init(file: String) { self.file = file }

    mutating func take(_ line: JSONNode) {
      guard let members = line.members else {
        return report(.wrongShape, "a line should be a mapping, not \(line.shape)", at: line.place)
      }
      guard let record = line["record"]?.text else {
        return report(.missingKey, "a line needs 'record'", at: line.place)
      }
      if record == "dossier" {
        if let words = line["title"] { title = (Node("dossier", at: words.place), words.node) }
        return
      }
      guard let form = RecordForm.named(record) else {
        return report(
          .badWord, "unknown record '\(record)'", at: line["record"]?.place ?? line.place,
          suggestion: nearest(to: record, among: JSONLines.records))
      }
      guard let id = line["id"], let name = id.text else {
        return report(.missingKey, "a line needs 'id'", at: line.place)
      }
      if let section = form.section {
        let fields = members.filter { $0.key != "record" && $0.key != "id" }
        sections[section, default: []].append(
          (Node(name, at: id.place), Node(.mapping(JSONNode.pairs(fields)), at: line.place)))
        return
      }
      guard let relation = line["relation"]?.text, let number = line["number"]?.number else {
        return report(.missingKey, "a phase needs 'relation' and 'number'", at: line.place)
      }
      let fields = members.filter { !["record", "relation", "number"].contains($0.key) }
      phases[relation, default: []].append((number, Node(.mapping(JSONNode.pairs(fields)), at: line.place)))
    }

    /// The dossier; the relation of a phase without one is reported to lack its ends.
    var dossier: Node {
      var relations = sections["relations"] ?? []
      let known = Set(relations.compactMap(\.key.scalar))
      for (id, strays) in phases.sorted(by: { $0.key < $1.key }) where !known.contains(id) {
        let place = strays[0].node.place
        relations.append((Node(id, at: place), Node(.mapping([]), at: place)))
      }
      let start = SourceLocation(file: file)
      var entries = sections.merging(["relations": relations.map(withPhases)]) { $1 }.filter { !$0.value.isEmpty }
        .sorted { $0.key < $1.key }.map { (key: Node($0.key, at: start), value: Node(.mapping($0.value), at: start)) }
      if let title { entries.insert(title, at: 0) }
      return Node(.mapping(entries), at: start)
    }

    private func withPhases(_ id: Node, _ fields: Node) -> (key: Node, value: Node) {
      let inOrder = phases[id.scalar ?? "", default: []].sorted { $0.number < $1.number }.map(\.node)
      guard case .mapping(let members) = fields.value, let first = inOrder.first else { return (id, fields) }
      let list = (key: Node("phases", at: first.place), value: Node(.sequence(inOrder), at: first.place))
      return (id, Node(.mapping(members + [list]), at: fields.place))
    }

    private mutating func report(
      _ code: Diagnostic.Code, _ message: String, at place: SourceLocation, suggestion: String? = nil
    ) {
      findings.append(Diagnostic(code, message, at: place, suggestion: suggestion))
    }
  }
}
