internal import Foundation

/// A piece of pandoc's JSON: its tree of a document.
indirect enum PandocTree: Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case words(String)
  case list([PandocTree])
  case object([String: PandocTree])

  init?(_ bytes: Data) {
    guard let value = try? JSONSerialization.jsonObject(with: bytes, options: .fragmentsAllowed) else { return nil }
    self.init(value)
  }

  private init(_ value: Any) {
    switch value {
    case let words as String: self = .words(words)
    case let list as [Any]: self = .list(list.map { PandocTree($0) })
    case let object as [String: Any]: self = .object(object.mapValues { PandocTree($0) })
    case let number as NSNumber:
      // A flag is a number to Foundation.
      self = CFBooleanNumber.isFlag(number) ? .flag(number.boolValue) : .number(number.doubleValue)
    default: self = .null
    }
  }

  private enum CFBooleanNumber {
    static func isFlag(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
  }

  var bytes: Data {
    (try? JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed]))
      ?? Data()
  }

  private var value: Any {
    switch self {
    case .null: NSNull()
    case .flag(let flag): flag
    case .number(let number): number == number.rounded() ? Int(number) as Any : number as Any
    case .words(let words): words
    case .list(let list): list.map(\.value)
    case .object(let object): object.mapValues(\.value)
    }
  }

  // MARK: Elements

  /// An element of a type with contents.
  init(_ type: String, _ contents: PandocTree? = nil) {
    var object: [String: PandocTree] = ["t": .words(type)]
    object["c"] = contents
    self = .object(object)
  }

  var type: String? {
    if case .object(let object) = self, case .words(let type)? = object["t"] { type } else { nil }
  }

  var contents: PandocTree? { if case .object(let object) = self { object["c"] } else { nil } }
  var list: [PandocTree]? { if case .list(let list) = self { list } else { nil } }
  var text: String? { if case .words(let words) = self { words } else { nil } }

  subscript(key: String) -> PandocTree? { if case .object(let object) = self { object[key] } else { nil } }

  /// The classes and the attributes of an element that has some: `[id, [classes], [[key, value]]]`.
  static func attributes(_ tree: PandocTree?) -> (classes: [String], values: [(key: String, value: String)])? {
    guard let parts = tree?.list, parts.count == 3, let classes = parts[1].list, let values = parts[2].list else {
      return nil
    }
    let pairs = values.compactMap { pair -> (key: String, value: String)? in
      guard let two = pair.list, two.count == 2, let key = two[0].text, let value = two[1].text else { return nil }
      return (key, value)
    }
    return (classes.compactMap(\.text), pairs)
  }

  static let noAttributes: PandocTree = .list([.words(""), .list([]), .list([])])

  /// Words as inlines, so that a line may break between them.
  static func inlines(_ text: String) -> [PandocTree] {
    text.split(whereSeparator: \.isWhitespace).enumerated().flatMap { index, word in
      (index > 0 ? [PandocTree("Space")] : []) + [PandocTree("Str", .words(String(word)))]
    }
  }

  /// The plain words of inlines.
  static func words(_ inlines: [PandocTree]) -> String {
    inlines.map { inline in
      switch inline.type {
      case "Str": inline.contents?.text ?? ""
      case "Space", "SoftBreak", "LineBreak": " "
      default: words(inline.contents?.list ?? [])
      }
    }.joined()
  }

  static func table(_ head: [String], _ rows: [[[PandocTree]]], caption: [PandocTree]) -> PandocTree {
    func cell(_ inlines: [PandocTree]) -> PandocTree {
      .list([
        noAttributes, PandocTree("AlignDefault"), .number(1), .number(1), .list([PandocTree("Plain", .list(inlines))]),
      ])
    }
    func row(_ cells: [[PandocTree]]) -> PandocTree { .list([noAttributes, .list(cells.map(cell))]) }
    let columns = head.map { _ in PandocTree.list([PandocTree("AlignDefault"), PandocTree("ColWidthDefault")]) }
    let body = PandocTree.list([noAttributes, .number(0), .list([]), .list(rows.map(row))])
    return PandocTree(
      "Table",
      .list([
        noAttributes, .list([.null, .list([PandocTree("Plain", .list(caption))])]), .list(columns),
        .list([noAttributes, .list([row(head.map(inlines))])]), .list([body]), .list([noAttributes, .list([])]),
      ]))
  }
}
