import DyadSyntax
import DyadTestSupport
import Testing

@Suite struct JSONTests {
  static func anyValue(_ random: inout Seeded, depth: Int = 0) -> JSONValue {
    switch Int.random(in: 0..<(depth > 3 ? 5 : 7), using: &random) {
    case 0: .null
    case 1: .bool(.random(using: &random))
    case 2: JSONValue(Double.random(in: -1e6...1e6, using: &random))
    case 3: .number(["0", "-0", "1.50", "1e5", "12345678901234567890", "0.1E-2"].randomElement(using: &random)!)
    case 4: .string(anyText(&random))
    case 5: .array((0..<Int.random(in: 0...4, using: &random)).map { _ in anyValue(&random, depth: depth + 1) })
    default:
      .object(
        Dictionary(
          (0..<Int.random(in: 0...4, using: &random)).map { _ in (anyText(&random), anyValue(&random, depth: depth + 1))
          }
        ) { first, _ in first })
    }
  }

  @Test(arguments: 0..<200) func whatIsWrittenIsReadAgain(seed: Int) throws {
    var random = Seeded(seed)
    let value = JSONTests.anyValue(&random)
    #expect(try JSONValue(parsing: value.bytes()) == value)
    #expect(try JSONValue(parsing: value.bytes(.indented)) == value)
  }

  @Test(arguments: 0..<20) func everyPrefixOfADocumentIsAnError(seed: Int) throws {
    var random = Seeded(seed)
    let document = JSONValue.array([JSONTests.anyValue(&random), .object(["k": JSONTests.anyValue(&random)])]).bytes()
    for end in document.indices {
      #expect(throws: SyntaxError.self) { try JSONValue(parsing: Array(document[..<end])) }
    }
  }

  @Test(arguments: 0..<200) func aChangedByteNeverCrashes(seed: Int) {
    var random = Seeded(seed)
    var document = JSONValue.array([JSONTests.anyValue(&random), "é"]).bytes()
    document[Int.random(in: document.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
    if let value = try? JSONValue(parsing: document) { #expect((try? JSONValue(parsing: value.bytes())) == value) }
  }

  @Test(arguments: ["1", "-0", "1.50", "6.02e23", "1E-7", "123456789012345678901234567890"])
  func numbersKeepTheirDigits(digits: String) throws {
    #expect(try JSONValue(parsing: Array("[\(digits)]".utf8)).text() == "[\(digits)]")
  }

  @Test(arguments: [
    (0.0, "0"), (-4, "-4"), (2.5, "2.5"), (1e-7, "1e-7"), (1e21, "1e+21"), (123456789012345, "123456789012345"),
  ])
  func numbersHaveTheFormOfRFC8785(number: Double, text: String) { #expect(JSONWriter.text(of: number) == text) }

  @Test(arguments: [
    ("{\"a\": 1,\n \"a\": 2}", SyntaxError.Kind.duplicateKey, 2, 2), ("[\"\\ud800\"]", .malformed, 1, 9),
    ("[1e400]", .malformed, 1, 7), ("[01]", .malformed, 1, 3), ("\n\n[é", .malformed, 3, 2), ("", .malformed, 1, 1),
    ("[1] 2", .malformed, 1, 5), ("\"ab", .malformed, 1, 4), ("[\"\u{1}\"]", .malformed, 1, 3),
  ])
  func anErrorHasItsPlace(text: String, kind: SyntaxError.Kind, line: Int, column: Int) throws {
    let error = #expect(throws: SyntaxError.self) { try JSONParser.parse(Array(text.utf8), document: "d.json") }
    #expect(error?.kind == kind)
    #expect(error?.location == TextLocation(document: "d.json", line: line, column: column))
  }

  @Test func nestingIsLimited() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(throws: Never.self) { try JSONParser.parse(nested(64), document: "") }
    #expect(throws: SyntaxError.self) { try JSONParser.parse(nested(65), document: "") }
    #expect(throws: Never.self) { try JSONParser.parse(nested(512), document: "", maximumDepth: 512) }
    #expect(throws: SyntaxError.self) { try JSONParser.parse(nested(100_000), document: "") }
  }

  @Test func bytesThatAreNotUTF8AreAnError() {
    let error = #expect(throws: SyntaxError.self) { try JSONParser.parse([0x22, 0xFF, 0x22], document: "") }
    #expect(error?.kind == .encoding)
  }

  @Test func indentedTextHasAMemberALine() {
    let value: JSONValue = ["b": [], "a": [1, true], "c": .object([:])]
    #expect(value.text(.indented) == "{\n  \"a\": [\n    1,\n    true\n  ],\n  \"b\": [],\n  \"c\": {}\n}")
    #expect(value.text() == "{\"a\":[1,true],\"b\":[],\"c\":{}}")
  }
}
