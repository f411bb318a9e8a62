internal import DyadCore
internal import DyadSyntax

/// Reads GraphML as dyad, NetworkX, igraph, yEd and Gephi write it.
struct GraphMLReader {
  private struct Key {
    var name: String
    var standard: String?
    var element: String
  }

  /// What is being read: a node, an edge or the graph.
  private struct Open {
    enum What {
      case node(String)
      case edge(from: String, to: String, isDirected: Bool)
    }
    var what: What
    var item: GraphReading.Item
    var depth: Int
  }

  private var reading: GraphReading
  private var keys: [String: Key] = [:]
  private var isDirected = true
  private var stack: [String] = []
  private var open: [Open] = []
  private var text = ""
  private var dataKey: (id: String, place: SourceLocation)?
  private var keyId: String?
  private var passedOver: [String: (count: Int, place: SourceLocation)] = [:]

  static func read(_ bytes: [UInt8], file: String) -> Checked<[Dossier]> {
    var reader = GraphMLReader(reading: GraphReading(file: file))
    do throws(SyntaxError) {
      var xml = try XMLPullParser(bytes, document: file)
      while let piece = try xml.next() { reader.take(piece, at: xml.place) }
    } catch {
      return Checked([], [error.finding])
    }
    for (what, (count, place)) in reader.passedOver.sorted(by: { $0.key < $1.key }) {
      reader.reading.find(.notCarried, "<\(what)> has no counterpart in a dossier; omitted (\(count))", at: place)
    }
    return reader.reading.dossiers()
  }

  private init(reading: GraphReading) { self.reading = reading }

  private mutating func take(_ piece: XMLPullParser.Event, at place: SourceLocation) {
    switch piece {
    case .text(let words): if dataKey != nil || keyId != nil { text += words }
    case .start(let name, let attributes):
      stack.append(name)
      start(name, attributes, place)
    case .end: end(stack.removeLast())
    }
  }

  private mutating func start(_ name: String, _ attributes: [String: String], _ place: SourceLocation) {
    switch name {
    case "graphml":
      if stack.count > 1 { reading.find(.badXML, "<graphml> must be the root element", at: place) }
    case _ where stack.count == 1:
      reading.find(.badXML, "the root element is <\(name)>, not <graphml>", at: place)
    case "key":
      guard let id = attributes["id"] else { return reading.find(.badXML, "a key needs an id", at: place) }
      keys[id] = Key(name: attributes["attr.name"] ?? id, element: attributes["for"] ?? "all")
      keyId = id
      text = ""
    case "graph": isDirected = attributes["edgedefault"] != "undirected"
    case "node":
      guard let id = attributes["id"] else { return reading.find(.badXML, "a node needs an id", at: place) }
      open.append(Open(what: .node(id), item: GraphReading.Item(at: place), depth: stack.count))
    case "edge":
      guard let from = attributes["source"], let to = attributes["target"] else {
        return reading.find(.badXML, "an edge needs a source and a target", at: place)
      }
      let isDirected = attributes["directed"].map { $0 == "true" } ?? isDirected
      open.append(
        Open(
          what: .edge(from: from, to: to, isDirected: isDirected), item: GraphReading.Item(at: place),
          depth: stack.count))
    case "data":
      dataKey = attributes["key"].map { ($0, place) }
      text = ""
    // What yEd shows as the label.
    case "NodeLabel", "EdgeLabel":
      dataKey = ("label", place)
      text = ""
    case "hyperedge", "port", "endpoint":
      passedOver[name, default: (0, place)].count += 1
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "key": keyId = nil
    case "default": if let keyId { keys[keyId]?.standard = text }
    case "data", "NodeLabel", "EdgeLabel":
      if let (id, place) = dataKey { keep(id, text, place) }
      dataKey = nil
    case "node", "edge":
      guard let last = open.last, last.depth == stack.count + 1 else { return }
      open.removeLast()
      finish(last)
    default: break
    }
  }

  private mutating func keep(_ key: String, _ text: String, _ place: SourceLocation) {
    let name = keys[key]?.name ?? key
    guard !open.isEmpty else {
      if name == "dyad" { reading.frame = GraphReading.Value(text: text, place: place) }
      return
    }
    // yEd wraps its drawing in data; what is only space there is no value.
    if open[open.count - 1].item.values[name] == nil, keys[key]?.name != nil || !text.allSatisfy(\.isWhitespace) {
      open[open.count - 1].item.values[name] = GraphReading.Value(text: text, place: place)
    }
  }

  private mutating func finish(_ open: Open) {
    var item = open.item
    let element = if case .node = open.what { "node" } else { "edge" }
    for key in keys.values where key.element == element || key.element == "all" {
      if let standard = key.standard, item.values[key.name] == nil {
        item.values[key.name] = GraphReading.Value(text: standard, place: item.place)
      }
    }
    switch open.what {
    case .node(let id): reading.add(node: id, item)
    case .edge(let from, let to, let isDirected): reading.add(edgeFrom: from, to: to, item, isDirected: isDirected)
    }
  }
}
