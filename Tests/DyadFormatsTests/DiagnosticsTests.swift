import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// Each bad dossier with the lines that it must yield.
@Suite struct DiagnosticsTests {
  static let folder = packageRoot.appendingPathComponent("Tests/DyadFormatsTests/Diagnostics")
  static let files = try! FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
    .sorted()

  static func findings(_ file: String) -> [Diagnostic] {
    let path = folder.appendingPathComponent(file).path
    return DossierReader.read(path).then { KnowledgeGraph.linking($0) }.diagnostics.sortedByPlace()
  }

  @Test(arguments: files)
  func everyMistakeIsReportedAtItsPlace(file: String) {
    let lines = DiagnosticsTests.findings(file).map(\.description).joined(separator: "\n")
    let text = lines.replacing(DiagnosticsTests.folder.path + "/", with: "") + "\n"
    #expect(difference(from: DiagnosticsTests.folder.appendingPathComponent(file + ".txt"), text) == nil)
  }

  /// Those that no dossier can show by itself: a flag asks for them, or another format has them.
  private static let elsewhere: Set<Diagnostic.Code> = [
    .noSource, .typeSurprise, .phaseGap, .officeHeldTwice, .officeNotHeld, .sameEvent, .knownBeforeSource,
    .unnamedParty, .headlineOnly, .unsafeStyle, .badJSON, .badXML, .badCSV, .badRDF, .badColumn, .rejectedRows,
    .duplicateRow, .doctype, .notCarried,
    .reviewStale, .staleCount, .rowNotFound, .rowsUnchecked, .textChanged,
  ]

  @Test func everyCodeHasADossierThatShowsIt() {
    let shown = Set(DiagnosticsTests.files.flatMap(DiagnosticsTests.findings).map(\.code))
    #expect(Set(Diagnostic.Code.all).subtracting(shown) == DiagnosticsTests.elsewhere)
    #expect(shown.isSubset(of: Diagnostic.Code.all))
  }

  @Test func everyCodeIsExplainedInTheDocumentation() throws {
    let page = try String(
      contentsOf: packageRoot.appendingPathComponent("Documentation/Diagnostics.md"), encoding: .utf8)
    for code in Diagnostic.Code.all {
      #expect(page.contains("| `\(code.id)` | \(code.severity) | \(code.meaning) |"), "\(code.id)")
    }
  }
}
