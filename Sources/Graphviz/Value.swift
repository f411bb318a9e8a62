/// The value of an attribute: plain text, Graphviz's own notation, or markup.
///
/// A string literal is plain text, so nothing that stands in it is ever taken for an escape or a tag.
///
/// ```swift
/// let attributes: Attributes = [
///   "label": "AT&T <b> \\N",          // drawn exactly so
///   "xlabel": .raw("\\N"),            // the name of the node
///   "headlabel": .html("<b>1904</b>"),
///   "penwidth": 2,
/// ]
/// ```
public enum Value: Sendable, Hashable {
  /// Text that is shown as it stands, wherever the attribute shows text.
  case text(String)
  /// A value in Graphviz's notation, with its escapes: `\N`, `\l`, `10,20!`, `{a|b}`.
  case raw(String)
  /// Graphviz's HTML-like markup, without the outermost pair of angle brackets.
  case html(String)
}

extension Value: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { self = .text(value) }
}

extension Value: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self = .raw("\(value)") }
}

extension Value: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Double) { self = .raw("\(value)") }
}

extension Value: ExpressibleByBooleanLiteral {
  public init(booleanLiteral value: Bool) { self = .raw(value ? "true" : "false") }
}

extension Value {
  /// A number.
  public static func number(_ value: Double) -> Value { .raw("\(value)") }

  /// The characters, whatever they mean.
  var characters: String {
    switch self {
    case .text(let string), .raw(let string), .html(let string): string
    }
  }
}
