internal import DyadFormats
internal import DyadSyntax

/// The smallest edits that make the nodes of a text have other values.
///
/// What has the value already is not touched; the rest keeps its style as far as the new value allows it.
struct Reconciliation {
  /// The text has a form that is not edited.
  struct Refusal: Error { let place: Int }

  let file: String
  let lines: TextLines
  let phrase: YAMLPhrase
  var edits: [TextEdit] = []

  private init(file: String, bytes: [UInt8]) {
    (self.file, lines) = (file, TextLines(bytes: bytes))
    phrase = YAMLPhrase(newline: lines.newline)
  }

  /// The edits that make the root of the text have the value.
  static func edits(
    of bytes: [UInt8], from root: YAMLNode?, to value: YAMLValue, file: String
  ) throws(Refusal) -> [TextEdit] {
    var work = Reconciliation(file: file, bytes: bytes)
    if let root, root.scalar != "" {
      try work.reconcile(root, value, Surroundings(isRoot: true))
    } else if value != .text("") {
      let isLineOpen = !bytes.isEmpty && bytes.last != 0x0A
      let texts = (value.members ?? []).map { work.section($0, at: 0) }
      let newline = work.phrase.newline
      work.insert((isLineOpen ? newline : "") + texts.joined(separator: newline + newline) + newline, at: bytes.count)
    }
    return work.edits
  }

  /// What a node is written in.
  struct Surroundings {
    var isInFlow = false
    var isRoot = false
    /// The indentation of the key or the dash of the node.
    var indent = 0
    /// The end of the line of the key, if the node begins below it.
    var keyLineEnd: Int?
    /// The place after the colon of the key, if only white space follows it up to a node below it.
    var colonEnd: Int?
    /// Whether its members are records, a section of them, or less.
    var depth = 0
  }

  mutating func replace(_ range: Range<Int>, _ text: String) {
    edits.append(TextEdit(file: file, range: range, replacement: text))
  }

  mutating func insert(_ text: String, at place: Int) { replace(place..<place, text) }

  mutating func reconcile(_ node: YAMLNode, _ value: YAMLValue, _ around: Surroundings) throws(Refusal) {
    guard YAMLValue(node) != value else { return }
    switch (node.content, value) {
    case (.mapping(let entries), .mapping(let members)) where !entries.isEmpty && !members.isEmpty:
      if node.isFlow {
        try reconcileFlow(entries, members)
      } else {
        try reconcileBlock(entries, members, around)
      }
    case (.sequence(let items), .list(let values)) where !items.isEmpty && !values.isEmpty:
      try reconcile(node, items, values, around)
    case (.scalar(_, let style), _) where value.scalar != nil && !node.bytes.isEmpty:
      replace(node.bytes, scalar(value, style, around))
    default: try rewrite(node, value, around)
    }
  }

  // MARK: Values

  private func scalar(_ value: YAMLValue, _ style: YAMLNode.Style, _ around: Surroundings) -> String {
    if case .literal(let text) = value { return text }
    let text = value.scalar ?? ""
    switch style {
    case .doubleQuoted: return YAMLWriter.quoted(text)
    case .singleQuoted:
      let plain = YAMLWriter.quoted(text.filter { $0 != "\"" && $0 != "\\" }).dropFirst().dropLast()
      guard !plain.contains("\\") else { return YAMLWriter.quoted(text) }
      return "'" + text.escaping(["'"], with: "'") + "'"
    case .literal, .folded:
      if around.isInFlow { return YAMLWriter.scalar(text, isInList: true) }
      return YAMLPhrase(newline: phrase.newline).value(value, at: around.indent).trimmingPrefix(" ").description
    case .plain:
      if around.isInFlow { return YAMLWriter.scalar(text, isInList: true) }
      return text.contains("\n") ? YAMLWriter.quoted(text) : YAMLWriter.scalar(text)
    }
  }

  /// Writes the value in place of a node of another shape.
  private mutating func rewrite(_ node: YAMLNode, _ value: YAMLValue, _ around: Surroundings) throws(Refusal) {
    if around.isRoot { throw Refusal(place: node.bytes.lowerBound) }
    let isCompact = around.isInFlow || node.isFlow || node.scalar != nil && !node.bytes.isEmpty
    if isCompact, around.isInFlow || node.isFlow {
      return replace(node.bytes, around.isInFlow && node.bytes.isEmpty ? " " + phrase.flow(value) : phrase.flow(value))
    }
    let text = phrase.value(value, at: around.indent)
    if node.bytes.isEmpty {
      // A comment after the key stays with the key.
      return insert(text, at: text.hasPrefix(" ") ? node.bytes.lowerBound : lines.end(from: node.bytes.lowerBound))
    }
    if let start = around.colonEnd { return replace(start..<node.bytes.upperBound, text) }
    if around.keyLineEnd != nil {
      let start = node.bytes.lowerBound - (node.items == nil ? 0 : try dashWidth(before: node))
      let indent = lines.column(of: start)
      return replace(start..<node.bytes.upperBound, phrase.block(shortened(value, text), at: indent))
    }
    let end = lines.end(from: node.bytes.upperBound)
    guard !text.hasPrefix(" "), !lines.isEmpty(node.bytes.upperBound..<end) else {
      // The space before the node is that of the text.
      let start = node.bytes.lowerBound - (text.hasPrefix(" ") ? 0 : 1)
      return replace(start..<node.bytes.upperBound, text.hasPrefix(" ") ? String(text.dropFirst()) : text)
    }
    // The value moves below a comment, which stays on the line of the key.
    replace(node.bytes, "")
    insert(text, at: end)
  }

  /// The value as a text in brackets, where it is short.
  private func shortened(_ value: YAMLValue, _ text: String) -> YAMLValue {
    text.hasPrefix(" ") && value.scalar == nil ? .literal(String(text.dropFirst())) : value
  }

  private func dashWidth(before node: YAMLNode) throws(Refusal) -> Int {
    guard let first = node.items?.first else { return 0 }
    return node.bytes.lowerBound - (try dash(before: first))
  }

  /// The place of the dash of an item.
  func dash(before item: YAMLNode) throws(Refusal) -> Int {
    var index = item.bytes.lowerBound - 1
    while index >= 0, lines.bytes[index] == 0x20 { index -= 1 }
    guard index >= 0, lines.bytes[index] == 0x2D else { throw Refusal(place: item.bytes.lowerBound) }
    return index
  }
}
