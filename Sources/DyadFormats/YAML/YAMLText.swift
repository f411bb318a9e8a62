internal import DyadCore
internal import Yams

/// YAML text as a tree of nodes, every one with its place.
///
/// Two kinds of attack are refused before a tree is built. Aliases can expand a few lines to gigabytes, so a name that is
/// both anchored and aliased is refused. The parser limits nesting to a thousand levels, and the reader to far fewer.
enum YAMLText {
  /// Marks a duplicate key, so that the parser, which stops at the first one, goes on.
  static let duplicateMark: Unicode.Scalar = "\u{F8FF}"
  private static let mostDuplicates = 100

  /// The root of the text; `nil` where there is none.
  static func root(of text: String, file: String) -> Checked<Node?> {
    if let place = aliasedAnchor(in: text, file) {
      return Checked(nil, [Diagnostic(.alias, "anchors and aliases are not allowed", at: place)])
    }
    var text = text
    // Schemas decide about types; here, every scalar is text, so that the keys '1' and "1" are equal.
    for _ in 0..<mostDuplicates {
      do {
        let root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        let places = Places(file: file, marks: marks(in: text))
        return Checked(root.map(places.node))
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let marked = marking(context.mark, in: text) else {
          let message = "duplicate key '\(keys.first ?? "")'"
          return Checked(nil, [Diagnostic(.duplicateKey, message, at: location(context.mark, file))])
        }
        text = marked
      } catch {
        return Checked(nil, [diagnostic(error, file)])
      }
    }
    return Checked(
      nil,
      [Diagnostic(.duplicateKey, "more than \(mostDuplicates) duplicate keys", at: SourceLocation(file: file))])
  }

  /// Converts the parser's nodes; marks before keys do not count as columns.
  private struct Places {
    let file: String
    let marks: [Int: [Int]]

    func node(_ node: Yams.Node) -> Node {
      let place = place(of: node.mark)
      switch node {
      case .scalar(let scalar): return Node(scalar.string, at: place)
      case .mapping(let mapping):
        return Node(.mapping(mapping.map { (self.node($0.key), self.node($0.value)) }), at: place)
      case .sequence(let list): return Node(.sequence(list.map(self.node)), at: place)
      // Refused before; an alias without an anchor has no node.
      case .alias: return Node("", at: place)
      }
    }

    private func place(of mark: Mark?) -> SourceLocation {
      let (line, column) = (max(1, mark?.line ?? 1), max(1, mark?.column ?? 1))
      return SourceLocation(file: file, line: line, column: column - (marks[line]?.count { $0 < column } ?? 0))
    }
  }

  private static func marks(in text: String) -> [Int: [Int]] {
    guard text.unicodeScalars.contains(duplicateMark) else { return [:] }
    var marks: [Int: [Int]] = [:]
    for (line, words) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let columns = words.unicodeScalars.enumerated().filter { $0.element == duplicateMark }
      if !columns.isEmpty { marks[line + 1] = columns.map { $0.offset + 1 } }
    }
    return marks
  }

  private static func diagnostic(_ error: any Error, _ file: String) -> Diagnostic {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      if problem.contains("nesting level") {
        return Diagnostic(.tooDeep, "nested too deeply", at: location(mark, file))
      }
      let whole = [context?.text, problem].compactMap { $0 }.joined(separator: ", ")
      return Diagnostic(.badYAML, whole, at: location(mark, file))
    case YamlError.reader(let problem, _, _, _):
      return Diagnostic(.unreadable, problem, at: SourceLocation(file: file))
    default: return Diagnostic(.badYAML, "invalid YAML", at: SourceLocation(file: file))
    }
  }

  private static func location(_ mark: Mark, _ file: String) -> SourceLocation {
    SourceLocation(file: file, line: max(1, mark.line), column: max(1, mark.column))
  }

  /// The text with a mark before the key at that place.
  private static func marking(_ mark: Mark, in text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.indices.contains(mark.line - 1) else { return nil }
    let scalars = lines[mark.line - 1].unicodeScalars
    guard var at = scalars.index(scalars.startIndex, offsetBy: mark.column - 1, limitedBy: scalars.endIndex),
      at < scalars.endIndex
    else { return nil }
    if scalars[at] == "\"" || scalars[at] == "'" { at = scalars.index(after: at) }
    lines[mark.line - 1].unicodeScalars.insert(duplicateMark, at: at)
    return lines.joined(separator: "\n")
  }

  /// The place of the first anchor that has an alias.
  private static func aliasedAnchor(in text: String, _ file: String) -> SourceLocation? {
    var anchors: [String: SourceLocation] = [:]
    var aliases: Set<String> = []
    var (line, column) = (1, 1)
    var before: Unicode.Scalar = "\n"
    var index = text.unicodeScalars.startIndex
    let scalars = text.unicodeScalars
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if scalar == "&" || scalar == "*", " \n\t\r[{,-:?".unicodeScalars.contains(before) {
        let name = scalars[scalars.index(after: index)...].prefix { !" \n\t\r[]{},".unicodeScalars.contains($0) }
        if !name.isEmpty {
          if scalar == "*" {
            aliases.insert(String(name))
          } else {
            anchors[String(name)] = SourceLocation(file: file, line: line, column: column)
          }
        }
      }
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      before = scalar
      index = scalars.index(after: index)
    }
    return anchors.filter { aliases.contains($0.key) }.values.min()
  }
}
