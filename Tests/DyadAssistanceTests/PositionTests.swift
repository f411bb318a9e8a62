import DyadAssistance
import DyadSyntax
import DyadTestSupport
import Testing

@Suite struct PositionTests {
  private let text = "a: پاکستان\r\nb: 🇵🇰 é\rc: x\n\nlast"

  @Test(arguments: [PositionEncoding.utf8, .utf16, .utf32]) func everyPlaceHasAPositionThatLeadsBack(
    encoding: PositionEncoding
  ) {
    let lines = LineIndex(Array(text.utf8))
    var byte = 0
    for scalar in text.unicodeScalars {
      let position = lines.position(of: byte, encoding)
      // A line break is beyond the end of its line.
      if scalar != "\n" || byte == 0 { #expect(lines.offset(of: position, encoding) <= byte) }
      if !["\r", "\n"].contains(scalar) { #expect(lines.offset(of: position, encoding) == byte) }
      byte += scalar.utf8.count
    }
  }

  @Test func charactersAreCountedAsTheEncodingDoes() {
    let lines = LineIndex(Array(text.utf8))
    let flag = Array("a: پاکستان\r\nb: 🇵🇰".utf8).count
    #expect(lines.position(of: flag, .utf8) == Position(line: 1, character: 11))
    #expect(lines.position(of: flag, .utf16) == Position(line: 1, character: 7))
    #expect(lines.position(of: flag, .utf32) == Position(line: 1, character: 5))
    #expect(lines.count == 5)
  }

  @Test func placesOutsideOfTheTextAreItsNearest() {
    let lines = LineIndex(Array("ab\ncd".utf8))
    #expect(lines.offset(of: Position(line: 0, character: 99), .utf16) == 2)
    #expect(lines.offset(of: Position(line: 9, character: 0), .utf16) == 5)
    // Between the halves of a surrogate pair.
    #expect(LineIndex(Array("🙂".utf8)).offset(of: Position(line: 0, character: 1), .utf16) == 0)
  }

  @Test(arguments: 0..<20) func editsMakeTheTextThatTheEditorHas(seed: Int) {
    var random = Seeded(seed)
    var text = Array("events:\n  q: { what: \"پاک 🙂\" }\n")
    var document = TextDocument(String(text))
    for _ in 0..<30 {
      let start = Int.random(in: 0...text.count, using: &random)
      let end = Int.random(in: start...min(text.count, start + 4), using: &random)
      let new = ["", "x", "\n", "🇵🇰", "ا"].randomElement(using: &random) ?? ""
      func position(_ index: Int) -> JSONValue {
        let before = String(text[..<index]).split(separator: "\n", omittingEmptySubsequences: false)
        return ["line": .number(String(before.count - 1)), "character": .number(String(before.last?.utf16.count ?? 0))]
      }
      let change: JSONValue = ["range": ["start": position(start), "end": position(end)], "text": .string(new)]
      document.apply([change], version: nil, .utf16)
      text.replaceSubrange(start..<end, with: new)
      // Flags may join with their neighbours.
      text = Array(String(text))
      #expect(document.text == String(text))
    }
  }
}
