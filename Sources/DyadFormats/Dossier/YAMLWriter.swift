internal import DyadCore
internal import DyadSyntax

/// Writes a dossier as YAML: sections, records by id, fields in the order of the manual.
package struct YAMLWriter {
  let sink: ByteSink

  static func write(_ graph: KnowledgeGraph, to sink: ByteSink) { YAMLWriter(sink: sink).write(graph) }

  private func write(_ graph: KnowledgeGraph) {
    let contents = Outline.Contents(graph)
    var gap = ""
    if let title = graph.title {
      sink.write("dossier: \(YAMLWriter.scalar(title))\n")
      gap = "\n"
    }
    for section in Outline.sections {
      var isFirst = true
      section.each(in: contents) { id, members in
        if isFirst { sink.write("\(gap)\(section.name):\n") }
        (isFirst, gap) = (false, "\n")
        sink.write("  \(YAMLWriter.scalar(id)):")
        write(members, at: 4, after: "\n")
      }
    }
  }

  /// Writes the members, each on a line, the first after the given text.
  private func write(_ members: Outline.Members, at indent: Int, after start: String) {
    if members.isEmpty { return sink.write(" {}\n") }
    sink.write(start)
    let space = String(repeating: " ", count: indent)
    for (index, member) in members.enumerated() {
      if index > 0 || start == "\n" { sink.write(space) }
      sink.write("\(YAMLWriter.scalar(member.key)):")
      write(member.value, at: indent)
    }
  }

  private func write(_ outline: Outline, at indent: Int) {
    switch outline {
    case .words(let words):
      if let block = YAMLWriter.block(words, indent: indent + 2) {
        sink.write(" \(block)")
      } else {
        sink.write(" \(YAMLWriter.scalar(words))\n")
      }
    case .number(let number): sink.write(" \(JSONWriter.text(of: number))\n")
    case .flag(let flag): sink.write(flag ? " true\n" : " false\n")
    case .mapping(let members): write(members, at: indent + 2, after: "\n")
    case .list(let items):
      let words = items.compactMap {
        if case .words(let words) = $0 { YAMLWriter.scalar(words, isInList: true) } else { nil }
      }
      if words.count == items.count, words.reduce(0, { $0 + $1.utf8.count }) < 90 {
        return sink.write(" [\(words.joined(separator: ", "))]\n")
      }
      sink.write("\n")
      for item in items {
        sink.write(String(repeating: " ", count: indent + 2) + "-")
        switch item {
        case .mapping(let members): write(members, at: indent + 4, after: " ")
        case .words(let words): sink.write(" \(YAMLWriter.scalar(words))\n")
        default: write(item, at: indent + 4)
        }
      }
    }
  }

  // MARK: Scalars

  private static let reserved: Set<String> = [
    "true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf",
  ]

  /// The text without quotes if every YAML parser reads it as this text, else in double quotes.
  package static func scalar(_ text: String, isInList: Bool = false) -> String {
    let scalars = text.unicodeScalars
    let isPlain = scalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", "-", ".", "/", "_", "~", "(", ")", "+", "’", "–", "—": true
      case ",": !isInList
      default: scalar.value > 0x9F && scalar.properties.isAlphabetic
      }
    }
    let first = scalars.first
    let begins = first.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
    let isInterval = text.hasPrefix("../") || text == "/"
    if isPlain, begins || isInterval, text.utf8.last != 0x20, !isReserved(text), !looksNumeric(text) {
      return text
    }
    return quoted(text)
  }

  private static func isReserved(_ text: String) -> Bool { text.utf8.count < 6 && reserved.contains(text.lowercased()) }

  /// Whether some YAML parser reads the text as a number: `1_000`, `0x1F`, `1e3`.
  private static func looksNumeric(_ text: String) -> Bool {
    guard text.first?.isNumber == true else { return false }
    let isDateOrWords = text.utf8.contains { [0x2D, 0x2F, 0x7E, 0x20].contains($0) }
    return !isDateOrWords && Int(text).map { String($0) } != text
  }

  /// The text in double quotes, escaped.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case "\u{A0}": quoted += "\\u00A0"
      case _ where requiresEscape(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let length = digits.count > 4 ? 8 : 4
        quoted += (length > 4 ? "\\U" : "\\u") + String(repeating: "0", count: length - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Whether YAML, or the reader of dossiers, refuses the character: line ends, byte order marks, control characters and those that
  /// reorder text.
  private static func requiresEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{E000}"..."\u{F8FF}": true
    default: scalar.isControl
    }
  }

  /// Several lines as a block scalar, if that is lossless.
  package static func block(_ text: String, indent: Int) -> String? {
    guard text.contains("\n"), text.first != "\n", !text.hasSuffix("\n\n") else { return nil }
    guard text.unicodeScalars.allSatisfy({ $0 == "\n" || !requiresEscape($0) }) else { return nil }
    let space = String(repeating: " ", count: indent)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let chomps = lines.last != ""
    if !chomps { lines.removeLast() }
    let body = lines.map { $0.isEmpty ? "\n" : "\(space)\($0)\n" }.joined()
    return "|2\(chomps ? "-" : "")\n\(body)"
  }
}
