package import DyadSyntax

/// A text that an editor has open, or a file.
package struct TextDocument: Sendable {
  package private(set) var bytes: [UInt8]
  package private(set) var lines: LineIndex
  package private(set) var version: Int?

  package init(_ text: String, version: Int? = nil) {
    bytes = Array(text.utf8)
    lines = LineIndex(bytes)
    self.version = version
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Applies the `contentChanges` of a notification, one after the other.
  package mutating func apply(_ changes: [JSONValue], version: Int?, _ encoding: PositionEncoding) {
    for change in changes {
      guard let text = change["text"]?.string else { continue }
      if let range = change["range"].flatMap(LineRange.init) {
        let start = lines.offset(of: range.start, encoding)
        let end = max(start, lines.offset(of: range.end, encoding))
        bytes.replaceSubrange(start..<end, with: text.utf8)
      } else {
        bytes = Array(text.utf8)
      }
      lines = LineIndex(bytes)
    }
    self.version = version
  }

  func range(_ bytes: Range<Int>, _ encoding: PositionEncoding) -> LineRange {
    LineRange(lines.position(of: bytes.lowerBound, encoding), lines.position(of: bytes.upperBound, encoding))
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

/// A range of a text as the protocol writes it.
struct LineRange: Hashable, Sendable {
  var start: Position
  var end: Position

  init(_ start: Position, _ end: Position) { (self.start, self.end) = (start, end) }

  init?(_ json: JSONValue) {
    guard let start = json["start"].flatMap(Position.init), let end = json["end"].flatMap(Position.init) else {
      return nil
    }
    self.init(start, end)
  }

  var json: JSONValue { ["start": start.json, "end": end.json] }
}

extension Position {
  init?(_ json: JSONValue) {
    guard let line = json["line"]?.number, let character = json["character"]?.number, line >= 0, character >= 0 else {
      return nil
    }
    self.init(line: Int(min(line, 1e9)), character: Int(min(character, 1e9)))
  }

  var json: JSONValue { ["line": JSONValue(Double(line)), "character": JSONValue(Double(character))] }
}
