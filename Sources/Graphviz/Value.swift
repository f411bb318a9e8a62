/// The value of an attribute: plain text, Graphviz's own notation, or markup.
///
/// A string literal is plain text: no part of it is interpreted as an escape or a tag.
///
///     let attributes: Attributes = [
///       "label": "AT&T <b> \\N",          // exactly these characters
///       "xlabel": .raw("\\N"),            // the name of the node
///       "headlabel": .html("<b>1904</b>"),
///       "penwidth": 2,
///     ]
public enum Value: Sendable, Hashable {
  /// Plain text. Attributes that are shown, such as labels, show exactly these characters.
  case text(String)
  /// A value in Graphviz's notation, with its escapes: `\N`, `\l`, `10,20!`, `{a|b}`.
  case raw(String)
  /// Graphviz's HTML-like markup, without the outermost pair of angle brackets.
  case html(String)
}

extension Value {
  /// Whether both are of one kind and have the same bytes.
  ///
  /// Graphviz paints bytes: a letter and its accent in one character or in two may come from different glyphs, where Swift's comparison
  /// of texts takes them as equal, and normalizes each text that has such letters.
  public static func == (one: Value, other: Value) -> Bool {
    switch (one, other) {
    case (.text(var text), .text(var otherText)), (.raw(var text), .raw(var otherText)),
      (.html(var text), .html(var otherText)):
      text.withUTF8 { bytes in otherText.withUTF8 { bytes.count == $0.count && bytes.elementsEqual($0) } }
    default: false
    }
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    var characters = characters
    characters.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension Value: ExpressibleByStringInterpolation {
  /// Creates plain text.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension Value: ExpressibleByIntegerLiteral {
  /// Creates a number.
  public init(integerLiteral value: Int) { self = .raw("\(value)") }
}

extension Value: ExpressibleByFloatLiteral {
  /// Creates a number.
  public init(floatLiteral value: Double) { self = .raw("\(value)") }
}

extension Value: ExpressibleByBooleanLiteral {
  /// Creates "true" or "false".
  public init(booleanLiteral value: Bool) { self = .raw(value ? "true" : "false") }
}

extension Value {
  /// A number.
  public static func number(_ value: Double) -> Value { .raw("\(value)") }

  /// The characters of every kind of value.
  var characters: String {
    switch self {
    case .text(let string), .raw(let string), .html(let string): string
    }
  }
}
