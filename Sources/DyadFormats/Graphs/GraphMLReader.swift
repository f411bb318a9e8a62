internal import DyadCore
internal import DyadSyntax

/// Reads GraphML as dyad, NetworkX, igraph, yEd and Gephi write it.
struct GraphMLReader {
  private struct Key {
    var name: String
    var standard: String?
    var element: String
  }

  /// The element that is being read: a node, an edge or the graph.
  private struct Open {
    enum What {
      case node(String)
      case edge(from: String, to: String, isDirected: Bool)
    }
    var what: What
    var item: GraphImport.Item
    var depth: Int
  }

  private var graph: GraphImport
  private var keys: [String: Key] = [:]
  private var isDirected = true
  private var stack: [String] = []
  private var open: [Open] = []
  private var text = ""
  private var dataKey: (id: String, place: SourceLocation)?
  private var keyId: String?
  private var omitted: [String: (count: Int, place: SourceLocation)] = [:]

  static func read(_ bytes: [UInt8], file: String) -> Checked<[Dossier]> {
    var reader = GraphMLReader(graph: GraphImport(file: file))
    do throws(SyntaxError) {
      var xml = try XMLPullParser(bytes, document: file)
      while let piece = try xml.next() { reader.take(piece, at: xml.place) }
    } catch {
      return Checked([], [error.finding])
    }
    for (what, (count, place)) in reader.omitted.sorted(by: { $0.key < $1.key }) {
      reader.graph.report(.notCarried, "<\(what)> has no counterpart in a dossier; omitted (\(count))", at: place)
    }
    return reader.graph.dossiers()
  }

  private init(graph: GraphImport) { self.graph = graph }

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
      if stack.count > 1 { graph.report(.badXML, "<graphml> must be the root element", at: place) }
    case _ where stack.count == 1:
      graph.report(.badXML, "the root element is <\(name)>, not <graphml>", at: place)
    case "key":
      guard let id = attributes["id"] else { return graph.report(.badXML, "a key needs an id", at: place) }
      keys[id] = Key(name: attributes["attr.name"] ?? id, element: attributes["for"] ?? "all")
      keyId = id
      text = ""
    case "graph": isDirected = attributes["edgedefault"] != "undirected"
    case "node":
      guard let id = attributes["id"] else { return graph.report(.badXML, "a node needs an id", at: place) }
      open.append(Open(what: .node(id), item: GraphImport.Item(at: place), depth: stack.count))
    case "edge":
      guard let from = attributes["source"], let to = attributes["target"] else {
        return graph.report(.badXML, "an edge needs a source and a target", at: place)
      }
      let isDirected = attributes["directed"].map { $0 == "true" } ?? isDirected
      open.append(
        Open(
          what: .edge(from: from, to: to, isDirected: isDirected), item: GraphImport.Item(at: place),
          depth: stack.count))
    case "data":
      dataKey = attributes["key"].map { ($0, place) }
      text = ""
    // The label in yEd.
    case "NodeLabel", "EdgeLabel":
      dataKey = ("label", place)
      text = ""
    case "hyperedge", "port", "endpoint":
      omitted[name, default: (0, place)].count += 1
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
      if name == "dyad" { graph.frame = GraphImport.Value(text: text, place: place) }
      return
    }
    // yEd wraps its drawing in data; white space alone is no value.
    if open[open.count - 1].item.values[name] == nil, keys[key]?.name != nil || !text.allSatisfy(\.isWhitespace) {
      open[open.count - 1].item.values[name] = GraphImport.Value(text: text, place: place)
    }
  }

  private mutating func finish(_ open: Open) {
    var item = open.item
    let element = if case .node = open.what { "node" } else { "edge" }
    for key in keys.values where key.element == element || key.element == "all" {
      if let standard = key.standard, item.values[key.name] == nil {
        item.values[key.name] = GraphImport.Value(text: standard, place: item.place)
      }
    }
    switch open.what {
    case .node(let id): graph.add(node: id, item)
    case .edge(let from, let to, let isDirected): graph.add(edgeFrom: from, to: to, item, isDirected: isDirected)
    }
  }
}
