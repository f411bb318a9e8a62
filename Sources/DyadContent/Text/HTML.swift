internal import DyadSyntax

/// A piece of HTML, in which interpolated strings are escaped.
///
///     let name = "Ashe & Sons"
///     let line: HTML = "<p>\(name)</p>"      // <p>Ashe &amp; Sons</p>
///
/// Literals are markup, interpolated strings are text, and interpolated pieces stay as they are.
package struct HTML: ExpressibleByStringInterpolation, Sendable {
  package var text: String

  package init(stringLiteral text: String) { self.text = text }

  package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Markup written by other code.
  package init(markup: String) { text = markup }

  package struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    package mutating func appendLiteral(_ literal: String) { text += literal }
    package mutating func appendInterpolation(_ words: String) { text += XMLText.escaped(words, .html) }
    package mutating func appendInterpolation(_ number: Int) { text += String(number) }
    package mutating func appendInterpolation(_ piece: HTML) { text += piece.text }
    package mutating func appendInterpolation(_ piece: HTML?) { text += piece?.text ?? "" }
    package mutating func appendInterpolation(_ pieces: [HTML]) { text += pieces.map(\.text).joined(separator: "\n") }
  }

  package static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.text + right.text) }
}

extension [HTML] {
  package func joined(_ separator: String = "") -> HTML { HTML(markup: map(\.text).joined(separator: separator)) }
}

extension HTML {
  /// An SVG as a part of a page, without its XML declaration.
  package init(svg: String) { text = svg.split(separator: "\n", maxSplits: 1).dropFirst().joined() }
}

extension HTML {
  /// Whether a page may link to an address: only to `http` and `https`, which neither run code nor open files.
  package static func isSafeLink(_ url: String) -> Bool {
    let lower = url.lowercased()
    return (lower.hasPrefix("https://") || lower.hasPrefix("http://"))
      && !url.unicodeScalars.contains { $0.properties.isWhitespace || $0.value < 32 }
  }
}
