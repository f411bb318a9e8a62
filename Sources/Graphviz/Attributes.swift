/// The value of an attribute: text to be shown as it is, a value in Graphviz's own notation, or markup.
///
///     node.attributes["label"] = .text("R&D \\ 50 %")     // exactly these characters
///     node.attributes["shape"] = "hexagon"
///     node.attributes["label"] = .html("<B>bold</B>")
public enum Value: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Shown as it is: what Graphviz would take for an escape is escaped.
  case text(String)
  /// In Graphviz's own notation, escapes and all: `"\N"`, `"10,20!"`.
  case raw(String)
  /// An HTML-like label. Whoever writes it escapes the words within.
  case html(String)

  public init(stringLiteral value: String) { self = .raw(value) }
}

/// Attributes by name.
///
///     let box: Attributes = ["shape": "box", "label": .text(name)]
public struct Attributes: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  public var values: [String: Value]

  public init(_ values: [String: Value] = [:]) { self.values = values }
  public init(dictionaryLiteral elements: (String, Value)...) {
    values = Dictionary(elements) { _, last in last }
  }

  public subscript(name: String) -> Value? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// These, with the others in their place where both have one.
  public func merging(_ others: Attributes) -> Attributes { Attributes(values.merging(others.values) { $1 }) }

  var sorted: [(name: String, value: Value)] { values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
}

extension Value {
  /// The value as cgraph takes it, for an attribute of that name.
  func written(for name: String) -> String {
    switch self {
    case .raw(let value), .html(let value): value
    case .text(let text): Value.escaped(text, for: name)
    }
  }

  var isMarkup: Bool { if case .html = self { true } else { false } }

  private static let labels: Set<String> = ["label", "xlabel", "headlabel", "taillabel"]

  private static func escaped(_ text: String, for name: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      // Tooltips are unescaped twice.
      case "\\": result += name.hasSuffix("tooltip") ? "\\\\\\\\" : "\\\\"
      case "&": result += "&amp;"
      case "\n" where labels.contains(name) || name.hasSuffix("tooltip"): result += labels.contains(name) ? "\\n" : " "
      case "\u{0}"..."\u{1F}", "\u{7F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
