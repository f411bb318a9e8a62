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
    return Diagnostic(code, Message.shown(message), at: SourceLocation(location), notes: notes ?? [])
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

/// The text of a diagnostic that quotes a file.
enum Message {
  /// The message without control characters, cut to the length of a screen.
  static func shown(_ message: String) -> String {
    let most = 400
    let scalars = message.unicodeScalars.prefix(most)
    let isWhole = scalars.endIndex == message.unicodeScalars.endIndex
    if isWhole, case .success = CleanText.validated(message) { return message }
    var shown = ""
    for scalar in scalars {
      if case .failure(let refused) = CleanText.validated(String(scalar)) {
        shown += "(\(refused.description))"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return isWhole ? shown : shown + " …"
  }
}
