internal import DyadSyntax

/// A part of the document tree that pandoc writes as JSON, with numbers exactly as written.
typealias PandocTree = JSONValue

extension PandocTree {
  /// The tree of a document; the depth limit is higher than for data, because pandoc nests deeply.
  init?(document bytes: [UInt8]) {
    guard let tree = try? PandocTree(parsing: bytes, maximumDepth: 512) else { return nil }
    self = tree
  }

  // MARK: Elements

  /// An element with a type and contents.
  static func element(_ type: String, _ contents: PandocTree? = nil) -> PandocTree {
    var object: [String: PandocTree] = ["t": .string(type)]
    object["c"] = contents
    return .object(object)
  }

  var type: String? { self["t"]?.string }
  var contents: PandocTree? { self["c"] }

  /// The classes and attributes of an element: `[id, [classes], [[key, value]]]`.
  static func attributes(_ tree: PandocTree?) -> (classes: [String], values: [(key: String, value: String)])? {
    guard let parts = tree?.array, parts.count == 3, let classes = parts[1].array, let values = parts[2].array else {
      return nil
    }
    let pairs = values.compactMap { pair -> (key: String, value: String)? in
      guard let two = pair.array, two.count == 2, let key = two[0].string, let value = two[1].string else { return nil }
      return (key, value)
    }
    return (classes.compactMap(\.string), pairs)
  }

  static let noAttributes: PandocTree = .array([.string(""), .array([]), .array([])])

  /// Text as inline elements, with breakable spaces.
  static func inlines(_ text: String) -> [PandocTree] {
    text.split(whereSeparator: \.isWhitespace).enumerated().flatMap { index, word in
      (index > 0 ? [PandocTree.element("Space")] : []) + [PandocTree.element("Str", .string(String(word)))]
    }
  }

  /// The plain text of inline elements.
  static func words(_ inlines: [PandocTree]) -> String {
    inlines.map { inline in
      switch inline.type {
      case "Str": inline.contents?.string ?? ""
      case "Space", "SoftBreak", "LineBreak": " "
      default: words(inline.contents?.array ?? [])
      }
    }.joined()
  }

  static func table(_ head: [String], _ rows: [[[PandocTree]]], caption: [PandocTree]) -> PandocTree {
    func cell(_ inlines: [PandocTree]) -> PandocTree {
      .array([
        noAttributes, PandocTree.element("AlignDefault"), 1, 1, .array([PandocTree.element("Plain", .array(inlines))]),
      ])
    }
    func row(_ cells: [[PandocTree]]) -> PandocTree { .array([noAttributes, .array(cells.map(cell))]) }
    let columns = head.map { _ in
      PandocTree.array([PandocTree.element("AlignDefault"), PandocTree.element("ColWidthDefault")])
    }
    let body = PandocTree.array([noAttributes, 0, .array([]), .array(rows.map(row))])
    return PandocTree.element(
      "Table",
      .array([
        noAttributes, .array([.null, .array([PandocTree.element("Plain", .array(caption))])]), .array(columns),
        .array([noAttributes, .array([row(head.map(inlines))])]), .array([body]), .array([noAttributes, .array([])]),
      ]))
  }
}
