internal import DyadSyntax

/// A piece of a page, in which words are escaped where they are put in.
///
///     let name = "Ashe & Sons"
///     let line: HTML = "<p>\(name)</p>"      // <p>Ashe &amp; Sons</p>
///
/// What is written in the source is markup; a string put into it is text; a piece put into a piece stays what it is.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  var text: String

  init(stringLiteral text: String) { self.text = text }

  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Markup that something else has written.
  init(markup: String) { text = markup }

  struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ words: String) { text += XMLText.escaped(words, .html) }
    mutating func appendInterpolation(_ number: Int) { text += String(number) }
    mutating func appendInterpolation(_ piece: HTML) { text += piece.text }
    mutating func appendInterpolation(_ piece: HTML?) { text += piece?.text ?? "" }
    mutating func appendInterpolation(_ pieces: [HTML]) { text += pieces.map(\.text).joined(separator: "\n") }
  }

  static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.text + right.text) }
}

extension [HTML] {
  func joined(_ separator: String = "") -> HTML { HTML(markup: map(\.text).joined(separator: separator)) }
}

extension HTML {
  /// A picture as a part of a page: without the line that makes it a document of its own.
  init(svg: String) { text = svg.split(separator: "\n", maxSplits: 1).dropFirst().joined() }
}
