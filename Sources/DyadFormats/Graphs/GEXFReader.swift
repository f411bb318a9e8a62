internal import DyadCore
internal import DyadSyntax

/// Reads GEXF 1.2 and 1.3 as dyad, Gephi and NetworkX write it.
struct GEXFReader {
  private struct Open {
    var id: String
    var ends: (from: String, to: String, isDirected: Bool)?
    var item: GraphImport.Item
    var depth: Int
  }

  private var graph: GraphImport
  /// The titles of attributes, by class and id.
  private var titles: [String: String] = [:]
  private var attributeClass = "node"
  private var isDirected = false
  private var stack: [String] = []
  private var open: [Open] = []
  private var description: GraphImport.Value?

  static func read(_ bytes: [UInt8], file: String) -> Checked<[Dossier]> {
    var reader = GEXFReader(graph: GraphImport(file: file))
    do throws(SyntaxError) {
      var xml = try XMLPullParser(bytes, document: file)
      while let piece = try xml.next() { reader.take(piece, at: xml.place) }
    } catch {
      return Checked([], [error.finding])
    }
    if let text = reader.description, text.text.hasPrefix("{") { reader.graph.frame = text }
    return reader.graph.dossiers()
  }

  private init(graph: GraphImport) { self.graph = graph }

  private mutating func take(_ piece: XMLPullParser.Event, at place: SourceLocation) {
    switch piece {
    case .text(let words):
      if stack.last == "description" {
        description = GraphImport.Value(text: (description?.text ?? "") + words, place: description?.place ?? place)
      }
    case .start(let name, let attributes):
      stack.append(name)
      start(name, attributes, place)
    case .end:
      stack.removeLast()
      if let last = open.last, last.depth == stack.count + 1 {
        open.removeLast()
        finish(last)
      }
    }
  }

  private mutating func start(_ name: String, _ attributes: [String: String], _ place: SourceLocation) {
    if stack.count == 1, name != "gexf" {
      graph.report(.badXML, "the root element is <\(name)>, not <gexf>", at: place)
    }
    switch name {
    case "graph": isDirected = attributes["defaultedgetype"] == "directed"
    case "attributes": attributeClass = attributes["class"] ?? "node"
    case "attribute":
      if let id = attributes["id"] { titles["\(attributeClass) \(id)"] = attributes["title"] ?? id }
    case "node":
      guard let id = attributes["id"] else { return graph.report(.badXML, "a node needs an id", at: place) }
      open.append(Open(id: id, item: item(attributes, ["label", "start", "end"], place), depth: stack.count))
    case "edge":
      guard let from = attributes["source"], let to = attributes["target"] else {
        return graph.report(.badXML, "an edge needs a source and a target", at: place)
      }
      let isDirected = attributes["type"].map { $0 == "directed" } ?? isDirected
      open.append(
        Open(
          id: attributes["id"] ?? "", ends: (from, to, isDirected),
          item: item(attributes, ["label", "kind", "start", "end", "weight"], place), depth: stack.count))
    case "attvalue":
      guard !open.isEmpty, let id = attributes["for"] ?? attributes["id"], let value = attributes["value"] else {
        return
      }
      let title = titles["\(open[open.count - 1].ends == nil ? "node" : "edge") \(id)"] ?? id
      // Of several values over time, the last one counts.
      open[open.count - 1].item.values[title] = GraphImport.Value(text: value, place: place)
    case "spell": spell(attributes, place)
    default: break
    }
  }

  /// Foreign edges with several spells hold from the first to the last.
  private mutating func spell(_ attributes: [String: String], _ place: SourceLocation) {
    guard !open.isEmpty else { return }
    let index = open.count - 1
    if open[index].item.values["start"] == nil, let start = attributes["start"] {
      open[index].item.values["start"] = GraphImport.Value(text: start, place: place)
    }
    if let end = attributes["end"] { open[index].item.values["end"] = GraphImport.Value(text: end, place: place) }
  }

  private func item(_ attributes: [String: String], _ keys: [String], _ place: SourceLocation) -> GraphImport.Item {
    var item = GraphImport.Item(at: place)
    for key in keys {
      if let value = attributes[key] { item.values[key] = GraphImport.Value(text: value, place: place) }
    }
    return item
  }

  private mutating func finish(_ open: Open) {
    var item = open.item
    // Whether the label is unchanged from its full form.
    if let full = item.values["full_label"], GEXFWriter.token(full.text) == item.text("label") {
      item.values["label"] = full
    }
    item.values["full_label"] = nil
    guard let ends = open.ends else { return graph.add(node: open.id, item) }
    guard let claims = item.values["claims"] else {
      return graph.add(edgeFrom: ends.from, to: ends.to, item, isDirected: ends.isDirected)
    }
    // An edge of dyad may contain several claims.
    let parsed = JSONParser.read(Array(claims.text.utf8), file: claims.place.file, line: claims.place.line)
    guard let list = parsed.value?.array else {
      return graph.report(.badJSON, "the claims that dyad wrote are not valid JSON", at: claims.place)
    }
    for claim in list {
      var one = GraphImport.Item(item.values, at: item.place)
      one.values["kind"] = item.values["relation_kind"] ?? item.values["kind"]
      for key in ["claim", "number"] {
        if let words = claim[key]?.text { one.values[key] = GraphImport.Value(text: words, place: claims.place) }
      }
      one.fields = JSONNode.pairs((claim.members ?? []).filter { $0.key != "claim" && $0.key != "number" })
      graph.add(edgeFrom: ends.from, to: ends.to, one, isDirected: ends.isDirected)
    }
  }
}
