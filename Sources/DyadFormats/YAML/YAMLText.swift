internal import DyadCore

/// YAML text as a tree of nodes, every one with its place.
///
/// Schemas decide about types: here, every scalar is text. A duplicate key stays in its mapping, so that `Fields` reports
/// all of them.
enum YAMLText {
  /// Deeper than any dossier, and within the smallest stack of a thread.
  private static let deepest = 100

  /// The root of the text; `nil` where there is none.
  static func root(of text: String, file: String) -> Checked<Node?> {
    var tree = Tree(events: YAMLEvents(of: text, file: file))
    do throws(YAMLEvents.Finding) { return Checked(try tree.root()) } catch { return Checked(nil, [error.diagnostic]) }
  }

  /// Whether an alias would be expanded in the text, or the text is not YAML.
  static func isUnsafe(_ text: String) -> Bool {
    let events = YAMLEvents(of: text, file: "")
    do throws(YAMLEvents.Finding) { while try events.next().kind != .streamEnd {} } catch { return true }
    return false
  }

  private struct Tree {
    let events: YAMLEvents

    mutating func root() throws(YAMLEvents.Finding) -> Node? {
      guard try events.next().kind == .documentStart else { return nil }
      let node = try node(events.next(), depth: 0)
      _ = try events.next()
      let after = try events.next()
      guard after.kind == .streamEnd else {
        throw finding(
          .badYAML, "expected a single document in the stream, but found another document", at: after.place)
      }
      return node
    }

    private func node(_ event: YAMLEvents.Event, depth: Int) throws(YAMLEvents.Finding) -> Node {
      guard depth < deepest else { throw finding(.tooDeep, "nested too deeply", at: event.place) }
      switch event.kind {
      case .mappingStart:
        var entries: [(key: Node, value: Node)] = []
        while true {
          let next = try events.next()
          if next.kind == .mappingEnd { return Node(.mapping(entries), at: event.place) }
          let key = try node(next, depth: depth + 1)
          entries.append((key, try node(events.next(), depth: depth + 1)))
        }
      case .sequenceStart:
        var items: [Node] = []
        while true {
          let next = try events.next()
          if next.kind == .sequenceEnd { return Node(.sequence(items), at: event.place) }
          items.append(try node(next, depth: depth + 1))
        }
      case .scalar(let text): return Node(text, at: event.place)
      default: return Node("", at: event.place)
      }
    }

    private func finding(_ code: Diagnostic.Code, _ message: String, at place: SourceLocation) -> YAMLEvents.Finding {
      YAMLEvents.Finding(diagnostic: Diagnostic(code, message, at: place))
    }
  }
}
