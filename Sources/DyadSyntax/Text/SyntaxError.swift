/// A place in a document: its name, and a line and a column that count from 1.
///
/// Columns count Unicode scalars.
package struct TextLocation: Hashable, Sendable {
  /// The name of the document, such as its path.
  package var document: String
  package var line: Int
  package var column: Int

  package init(document: String, line: Int = 1, column: Int = 1) {
    (self.document, self.line, self.column) = (document, line, column)
  }
}

/// An error in a text in one of the syntaxes, with its place.
package struct SyntaxError: Error, Hashable, Sendable {
  package enum Syntax: Hashable, Sendable { case json, xml, csv, nquads }

  package enum Kind: Hashable, Sendable {
    /// The bytes are not UTF-8.
    case encoding
    /// The text breaks the grammar.
    case malformed
    case duplicateKey
    /// Nested deeper than the parser allows.
    case nesting
    /// A document type declaration, which the parser refuses.
    case doctype
  }

  package var syntax: Syntax
  package var kind: Kind
  package var message: String
  package var location: TextLocation
  /// The place of the first of two equal keys.
  package var first: TextLocation?

  package init(
    _ syntax: Syntax, _ kind: Kind, _ message: String, at location: TextLocation, first: TextLocation? = nil
  ) {
    (self.syntax, self.kind, self.message) = (syntax, kind, message)
    (self.location, self.first) = (location, first)
  }

  /// An error of grammar.
  package init(_ syntax: Syntax, _ message: String, at location: TextLocation) {
    self.init(syntax, .malformed, message, at: location)
  }

  /// The character in quotes, or the code point of a control character: `'{'`, `U+1`.
  static func quoted(_ scalar: Unicode.Scalar) -> String {
    scalar.properties.generalCategory == .control
      ? "U+" + String(scalar.value, radix: 16, uppercase: true) : "'\(scalar)'"
  }
}
