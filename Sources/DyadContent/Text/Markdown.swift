internal import DyadSyntax

enum OneLine {
  /// The words without their line ends, which would end a change before its time.
  static func of(_ words: String) -> String { words.split(whereSeparator: \.isNewline).joined(separator: " ") }
}

/// Words that mean nothing but themselves in Markdown.
enum Markdown {
  /// Words that begin a block.
  static func escaped(_ words: String) -> String {
    let escaped = inline(OneLine.of(words))
    // A sign, or a number with its point, that would begin a list.
    if escaped.hasPrefix("+") || escaped.hasPrefix("-") { return "\\" + escaped }
    let number = escaped.prefix { $0.isASCII && $0.isNumber }
    let rest = escaped.dropFirst(number.count)
    return !number.isEmpty && (rest.hasPrefix(".") || rest.hasPrefix(")")) ? "\(number)\\\(rest)" : escaped
  }

  private static let signs = Set("\\`*_[]<>|#&~$@^".unicodeScalars)

  /// Words within a line.
  static func inline(_ words: String) -> String {
    String(words.map { $0.isNewline ? " " : $0 }).escaping(signs, with: "\\")
  }
}
