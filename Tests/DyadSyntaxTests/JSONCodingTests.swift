import DyadSyntax
import Foundation
import Testing

/// What `Codable` values become, held to Foundation's coders.
@Suite struct JSONCodingTests {
  struct Sheet: Codable, Hashable {
    enum Kind: String, Codable { case pair, network }
    enum Focus: Codable, Hashable { case everyone, between(String, String) }
    struct Place: Codable, Hashable { var x: Double, y: Double }

    var kind = Kind.pair
    var focus = Focus.between("quay", "ashe")
    var width = 170.25
    var count = 3
    var small: UInt8? = 255
    var note: String?
    var places = ["card-dyad": Place(x: 1, y: 2.5), "badge-1": Place(x: -3.75, y: 0)]
    var rows: [[Int]] = [[1, 2], [], [3]]
    var flags = [true, false]
    var tags: Set<String> = ["a"]
    var text = "“q” / \"\\\n"
  }

  private static func foundation(_ sheet: Sheet) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(sheet), as: UTF8.self)
  }

  @Test(arguments: [Sheet(), Sheet(kind: .network, focus: .everyone, note: "n", places: [:], rows: [])])
  func valuesAreWrittenAsFoundationWritesThem(sheet: Sheet) throws {
    #expect(try JSONValue(encoding: sheet).text() == JSONCodingTests.foundation(sheet))
  }

  @Test(arguments: [Sheet(), Sheet(kind: .network, focus: .everyone, note: "n", places: [:], rows: [])])
  func valuesAreReadAgain(sheet: Sheet) throws {
    #expect(try JSONValue(encoding: sheet).decoded(as: Sheet.self) == sheet)
    #expect(try JSONValue(parsing: Array(JSONCodingTests.foundation(sheet).utf8)).decoded(as: Sheet.self) == sheet)
  }

  @Test(arguments: ["[]", "{}", "{\"x\":1}", "{\"x\":1,\"y\":\"2\"}", "{\"x\":1,\"y\":null}", "3"])
  func whatIsMissingOrOfAnotherTypeIsAnError(text: String) throws {
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(throws: DecodingError.self) { try value.decoded(as: Sheet.Place.self) }
  }

  @Test(arguments: ["256", "-1", "1.5", "1e3"]) func aNumberThatDoesNotFitIsAnError(digits: String) {
    #expect(throws: DecodingError.self) { try JSONValue.number(digits).decoded(as: UInt8.self) }
  }

  @Test(arguments: ["3", ["3"], true, .null] as [JSONValue]) func aValueOfAnotherTypeIsNoNumber(value: JSONValue) {
    #expect(throws: DecodingError.self) { try value.decoded(as: Int.self) }
    #expect(throws: DecodingError.self) { try value.decoded(as: Double.self) }
  }

  @Test func aNumberThatJSONHasNotIsAnError() {
    #expect(throws: EncodingError.self) { try JSONValue(encoding: [Double.nan]) }
  }
}
