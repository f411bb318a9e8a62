internal import DyadFormats

/// The text of new values: in brackets where it is short, else a line for each part.
struct YAMLPhrase {
  /// The line break of the file.
  let newline: String
  private static let widest = 90

  /// A key of a mapping; `on`, which some parsers of YAML read as a flag, is written as in the manual.
  static func key(_ key: String) -> String { key == "on" ? key : YAMLWriter.scalar(key, isInList: true) }

  /// `key: value`; further lines are indented, and the last has no line break.
  func member(_ member: YAMLValue.Member, at indent: Int) -> String {
    YAMLPhrase.key(member.key) + ":" + value(member.value, at: indent)
  }

  /// What follows the colon of a key, or the dash of an item, at that indentation.
  func value(_ value: YAMLValue, at indent: Int) -> String {
    if let text = value.scalar { return " " + scalar(value, text, at: indent) }
    if let flow = short(value) { return " " + flow }
    return newline + space(indent + 2) + block(value, at: indent + 2)
  }

  /// The members or items, each on a line; the first begins at the place of the text.
  func block(_ value: YAMLValue, at indent: Int) -> String {
    switch value {
    case .text(let text), .literal(let text): return scalar(value, text, at: indent)
    case .mapping(let members):
      if members.isEmpty { return "{}" }
      return members.map { member($0, at: indent) }.joined(separator: newline + space(indent))
    case .list(let items):
      if items.isEmpty { return "[]" }
      return items.map { item($0, at: indent) }.joined(separator: newline + space(indent))
    }
  }

  /// `- value`
  func item(_ value: YAMLValue, at indent: Int) -> String {
    guard case .mapping = value, short(value) == nil else {
      guard case .list(let items) = value, short(value) == nil else { return "-" + self.value(value, at: indent) }
      return "- " + block(.list(items), at: indent + 2)
    }
    return "- " + block(value, at: indent + 2)
  }

  /// The value in brackets, on one line.
  func flow(_ value: YAMLValue) -> String {
    switch value {
    case .literal(let text): text
    case .text(let text): YAMLWriter.scalar(text, isInList: true)
    case .list(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
    case .mapping(let members):
      members.isEmpty ? "{}" : "{ " + members.map(flow).joined(separator: ", ") + " }"
    }
  }

  func flow(_ member: YAMLValue.Member) -> String {
    YAMLPhrase.key(member.key) + ": " + flow(member.value)
  }

  func space(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// The value in brackets if that is legible: lists of texts, and mappings of texts or lists.
  private func short(_ value: YAMLValue) -> String? {
    guard depth(value) <= 2 else { return nil }
    let flow = flow(value)
    return flow.utf8.count <= YAMLPhrase.widest ? flow : nil
  }

  private func depth(_ value: YAMLValue) -> Int {
    switch value {
    case .text(let text): text.contains("\n") ? 3 : 0
    case .literal: 0
    case .list(let items): 1 + (items.map(depth).max() ?? 0)
    case .mapping(let members): 1 + (members.map { depth($0.value) }.max() ?? 0)
    }
  }

  private func scalar(_ value: YAMLValue, _ text: String, at indent: Int) -> String {
    if case .literal = value { return text }
    guard let block = YAMLWriter.block(text, indent: indent + 2), !text.contains("\r") else {
      return YAMLWriter.scalar(text)
    }
    return String(block.dropLast()).replacing("\n", with: newline)
  }
}
