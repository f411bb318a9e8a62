internal import DyadCore
internal import DyadSyntax

extension SourceLocation {
  init(_ location: TextLocation) {
    self.init(file: location.document, line: location.line, column: location.column)
  }
}

extension SyntaxError {
  /// The error as a diagnostic.
  var finding: Diagnostic {
    let code: Diagnostic.Code =
      switch (kind, syntax) {
      case (.encoding, _): .unreadable
      case (.duplicateKey, _): .duplicateKey
      case (.nesting, _): .tooDeep
      case (.doctype, _): .doctype
      case (.malformed, .json): .badJSON
      case (.malformed, .xml): .badXML
      case (.malformed, .csv): .badCSV
      case (.malformed, .nquads): .badRDF
      }
    let notes = first.map { [Diagnostic.Note("first written here", at: SourceLocation($0))] }
    return Diagnostic(code, message, at: SourceLocation(location), notes: notes ?? [])
  }
}

extension JSONParser {
  /// The value of the text, or `nil` and the error.
  static func read(_ bytes: [UInt8], file: String, line: Int = 1) -> Checked<JSONNode?> {
    do throws(SyntaxError) {
      return Checked(try parse(bytes, document: file, firstLine: line))
    } catch { return Checked(nil, [error.finding]) }
  }
}

extension JSONNode {
  var place: SourceLocation { SourceLocation(location) }
}

extension XMLPullParser {
  var place: SourceLocation { SourceLocation(location) }
}

extension NQuadsParser.Statement {
  var place: SourceLocation { SourceLocation(location) }
  var objectPlace: SourceLocation { SourceLocation(objectLocation) }
}
