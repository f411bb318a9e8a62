internal import DyadCore
internal import DyadSyntax

/// Makes a dossier of the nodes and edges of a graph file.
///
/// Nodes and edges of dyad are read like a dossier, so that edited attributes count and invalid ones
/// are reported. Foreign ones become entities and relations.
struct GraphImport {
  struct Value {
    var text: String
    var place: SourceLocation
  }
  struct Item {
    var values: [String: Value]
    var place: SourceLocation
    /// The fields as in a dossier, if the format stores them in one value.
    var fields: [(key: Node, value: Node)]?

    init(_ values: [String: Value] = [:], at place: SourceLocation, fields: [(key: Node, value: Node)]? = nil) {
      (self.values, self.place, self.fields) = (values, place, fields)
    }

    func text(_ key: String) -> String? { values[key]?.text }
  }

  let file: String
  var findings: [Diagnostic] = []
  /// The frame, if dyad wrote the file.
  var frame: Value?
  private var nodes: [String: Item] = [:]
  private var nodeOrder: [String] = []
  private var strangers: Set<String> = []
  private var edges: [(from: String, to: String, item: Item, isDirected: Bool)] = []

  private var sections: [String: [(key: Node, value: Node)]] = [:]
  private var foreign = ForeignGraph()

  init(file: String) { self.file = file }

  /// - Parameter isForeign: whether another tool wrote the node, whatever its kind.
  mutating func add(node id: String, _ item: Item, isForeign: Bool = false) {
    guard nodes[id] == nil else {
      return report(.duplicateId, "duplicate node '\(id)'", at: item.place)
    }
    nodes[id] = item
    nodeOrder.append(id)
    if isForeign { strangers.insert(id) }
  }

  mutating func add(edgeFrom from: String, to: String, _ item: Item, isDirected: Bool) {
    edges.append((from, to, item, isDirected))
  }

  mutating func report(_ code: Diagnostic.Code, _ message: String, at place: SourceLocation) {
    findings.append(Diagnostic(code, message, at: place))
  }

  // MARK: Making the dossier

  mutating func dossiers() -> Checked<[Dossier]> {
    for edge in edges {
      guard let lost = [edge.from, edge.to].first(where: { nodes[$0] == nil }) else { continue }
      report(.unknownId, "unknown node '\(lost)'", at: edge.item.place)
    }
    edges = edges.filter { nodes[$0.from] != nil && nodes[$0.to] != nil }
    readFrame()
    let ends = ownEdges()
    for id in nodeOrder {
      guard let item = nodes[id] else { continue }
      if let section = ownSection(id) {
        sections[section, default: []].append((Node(ownId(id), at: item.place), fields(item, ends[id] ?? [])))
      } else {
        foreign.add(node: id, item)
      }
    }
    for edge in edges where ownRole(edge.item) == nil {
      foreign.add(edgeFrom: edge.from, to: edge.to, edge.item, edge.isDirected)
    }
    let start = SourceLocation(file: file)
    let root = sections.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map {
      (key: Node($0.key, at: start), value: Node(.mapping($0.value), at: start))
    }
    let walk = DossierWalk(file: file, texts: .none)
    walk.dossier.title = title.map { Located($0.text, at: $0.place) }
    if !root.isEmpty { walk.read(Node(.mapping(root), at: start)) }
    let own = Set(nodeOrder.filter { ownSection($0) != nil })
    foreign.complete(&walk.dossier, known: Dictionary(own.map { ($0, ownId($0)) }, uniquingKeysWith: { one, _ in one }))
    return Checked([walk.dossier], findings + walk.context.findings + foreign.findings)
  }

  private var title: Value?

  private mutating func readFrame() {
    guard let frame else { return }
    let parsed = JSONParser.read(Array(frame.text.utf8), file: file, line: frame.place.line)
    guard let members = parsed.value?.members else {
      return report(.badJSON, "the frame that dyad wrote is not valid JSON", at: frame.place)
    }
    for (key, _, value) in members {
      if key == "dossier" {
        title = value.text.map { Value(text: $0, place: frame.place) }
      } else if let entries = value.members {
        sections[key] = JSONNode.pairs(entries).map { (Node($0.key.scalar ?? "", at: frame.place), $0.value) }
      }
    }
  }

  private func ownSection(_ id: String) -> String? {
    guard frame != nil, !strangers.contains(id), let kind = nodes[id]?.text("kind") else { return nil }
    if kind == "event" { return "events" }
    if kind == "office" { return "offices" }
    return Entity.Kind(rawValue: kind)?.section
  }

  /// The role of an edge that dyad wrote; `nil` for a foreign edge.
  private func ownRole(_ item: Item) -> Projection.Role? {
    frame == nil ? nil : item.text("role").flatMap(Projection.Role.init)
  }

  /// The id in the dossier, which the format may not allow as the id of a node.
  private func ownId(_ node: String) -> String { nodes[node]?.text("dyad_id") ?? node }

  /// The keys of the nodes that edges give: membership, participation, and links between events.
  private mutating func ownEdges() -> [String: [(key: Node, value: Node)]] {
    var ends: [String: [(key: Node, value: Node)]] = [:]
    var lists: [String: [String: [(number: Double, item: Node)]]] = [:]
    var relations: [String: (item: Item, members: [(key: Node, value: Node)], phases: [(number: Double, node: Node)])] =
      [:]
    for edge in edges {
      guard let role = ownRole(edge.item) else { continue }
      let (item, place) = (edge.item, edge.item.place)
      func pair(_ key: String, _ words: String) -> (key: Node, value: Node) {
        (Node(key, at: place), Node(words, at: place))
      }
      let (from, to) = (ownId(edge.from), ownId(edge.to))
      let number = item.text("number").flatMap { Double($0) } ?? 0
      switch role {
      case .home:
        ends[edge.from, default: []].append(pair(nodes[edge.from]?.text("kind") == "official" ? "serves" : "of", to))
      case .officeOf: ends[edge.from, default: []].append(pair("of", to))
      case .actor: lists[edge.to, default: [:]]["actors", default: []].append((number, Node(from, at: place)))
      case .recipient: lists[edge.to, default: [:]]["recipients", default: []].append((number, Node(from, at: place)))
      case .affected: lists[edge.to, default: [:]]["affects", default: []].append((number, Node(from, at: place)))
      case .link:
        let link = [pair(item.text("kind") ?? role.rawValue, to)] + members(item, Projection.edgeKeys)
        lists[edge.from, default: [:]]["links", default: []].append((number, Node(.mapping(link), at: place)))
      case .holding:
        let held = [pair("official", from), pair("office", to)] + members(item, Projection.edgeKeys)
        sections["holdings", default: []].append(
          (Node(item.text("claim") ?? "\(from)/\(to)", at: place), Node(.mapping(held), at: place)))
      case .phase:
        let id = item.text("relation") ?? "\(from)-\(to)"
        if relations[id] == nil {
          let isSymmetric = item.text("symmetric").flatMap(Projection.flag) == "true"
          let between = Node(.sequence([Node(from, at: place), Node(to, at: place)]), at: place)
          let both =
            isSymmetric ? [(key: Node("between", at: place), value: between)] : [pair("from", from), pair("to", to)]
          let rest = [
            ("kind", "kind"), ("by", "relation_by"), ("note", "relation_note"), ("was", "relation_was"),
          ].compactMap { key, name in item.text(name).map { pair(key, $0) } }
          relations[id] = (item, both + rest, [])
        }
        let own = item.text("claim").map { [pair("id", $0)] } ?? []
        relations[id]?.phases.append((number, Node(.mapping(own + members(item, Projection.edgeKeys)), at: place)))
      }
    }
    for (event, keys) in lists {
      for (key, all) in keys.sorted(by: { $0.key < $1.key }) {
        let list = all.sorted { $0.number < $1.number }.map(\.item)
        ends[event, default: []].append((Node(key, at: list[0].place), Node(.sequence(list), at: list[0].place)))
      }
    }
    for (id, relation) in relations.sorted(by: { $0.key < $1.key }) {
      let place = relation.item.place
      let phases = Node(.sequence(relation.phases.sorted { $0.number < $1.number }.map(\.node)), at: place)
      sections["relations", default: []].append(
        (Node(id, at: place), Node(.mapping(relation.members + [(Node("phases", at: place), phases)]), at: place)))
    }
    return ends
  }

  private func fields(_ item: Item, _ ends: [(key: Node, value: Node)]) -> Node {
    let label = item.text("kind") == "event" ? "what" : item.text("kind") == "office" ? "title" : "name"
    let name = item.values["label"].map { [(key: Node(label, at: $0.place), value: Node($0.text, at: $0.place))] } ?? []
    return Node(.mapping(name + members(item, Projection.nodeKeys) + withDescribed(ends, of: item)), at: item.place)
  }

  /// The keys that edges give, with the participants that the node describes after those that are nodes.
  private func withDescribed(
    _ ends: [(key: Node, value: Node)], of item: Item
  ) -> [(key: Node, value: Node)] {
    var ends = ends
    for (attribute, key) in Projection.described {
      guard let value = item.values[attribute] else { continue }
      let parsed = JSONParser.read(Array(value.text.utf8), file: file, line: value.place.line).value?.node.sequence
      // Not a list: a description written by hand.
      let byHand = Node(
        .mapping([(Node("described", at: value.place), Node(value.text, at: value.place))]), at: value.place)
      let described = parsed ?? [byHand]
      if let index = ends.firstIndex(where: { $0.key.scalar == key }) {
        ends[index].value = Node(.sequence((ends[index].value.sequence ?? []) + described), at: ends[index].value.place)
      } else if !described.isEmpty {
        ends.append((Node(key, at: value.place), Node(.sequence(described), at: value.place)))
      }
    }
    return ends
  }

  /// The attributes as fields of a dossier.
  private func members(_ item: Item, _ keys: [(key: String, type: Projection.KeyType)]) -> [(key: Node, value: Node)] {
    if let fields = item.fields { return fields }
    let described = Set(Projection.described.map(\.attribute))
    return keys.compactMap { key, type in
      guard let value = item.values[key], key != "default_tone", !described.contains(key) else { return nil }
      // A tone that is still the default is not a field.
      if key == "tone", let standard = item.text("default_tone"), Double(standard) == Double(value.text) { return nil }
      let name = Node(key, at: value.place)
      // Tools write flags as "True" or "1".
      if type == .boolean, let flag = Projection.flag(value.text) { return (name, Node(flag, at: value.place)) }
      guard Projection.inJSON.contains(key) else { return (name, Node(value.text, at: value.place)) }
      let parsed = JSONParser.read(Array(value.text.utf8), file: file, line: value.place.line)
      // Not JSON: text written by hand, such as the id of a source.
      return (name, parsed.value?.node ?? Node(value.text, at: value.place))
    }
  }
}
