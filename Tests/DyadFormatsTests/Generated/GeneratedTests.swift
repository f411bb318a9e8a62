import DyadCore
import DyadTestSupport
import Foundation
import Testing

/// The schemas and the manual say what the forms of records say; `RECORD=1` writes them anew.
@Suite struct GeneratedTests {
  @Test func theSchemasAreCurrent() {
    let folder = packageRoot.appendingPathComponent("schema")
    #expect(difference(from: folder.appendingPathComponent("dossier.schema.json"), JSONSchema.dossier) == nil)
    #expect(difference(from: folder.appendingPathComponent("record.schema.json"), JSONSchema.record) == nil)
  }

  @Test func theTablesOfTheManualAreCurrent() throws {
    let file = packageRoot.appendingPathComponent("Documentation/Dossier.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    #expect(difference(from: file, KeyTables.renewed(page)) == nil)
  }

  @Test func everyKindOfRecordHasATable() throws {
    let page = try String(
      contentsOf: packageRoot.appendingPathComponent("Documentation/Dossier.md"), encoding: .utf8)
    // Entities have the same keys, but for officials: one table is enough.
    for form in KeyTables.forms where !["group", "organization", "place"].contains(form.name) {
      #expect(page.contains("<!-- keys: \(form.name) -->"), "\(form.name)")
    }
  }
}
