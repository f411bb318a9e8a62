import DyadCore
import DyadTestSupport
import Foundation
import Testing

@Suite struct EventMeaningTests {
  @Test(arguments: EventType.allCases) func theManualGivesTheMeaningOfEachType(type: EventType) throws {
    let page = packageRoot.appendingPathComponent("Documentation/Dossier.md")
    #expect(try String(contentsOf: page, encoding: .utf8).contains("| \(type.rawValue) | \(type.meaning) |"))
  }
}
