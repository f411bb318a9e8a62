import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// Rules report what is surprising, and nothing in dossiers that are as they should be.
@Suite struct LintLaws {
  @Test(arguments: [(20, 1), (50, 2), (150, 7)])
  func aPlausibleDossierHasNoFindings(size: Int, seed: Int) throws {
    let text = try #require(PlausibleDossier(entities: size, seed: seed).files["dossier.yaml"])
    let read = DossierReader.read(text: text, file: "d.yaml").value
    let findings = KnowledgeGraph.linking([read], linting: true).diagnostics
    let codes = Set(LintRule.all.map(\.code))
    #expect(findings.filter { codes.contains($0.code) }.map(\.description) == [])
  }

  @Test func aDossierNamesTheRulesThatItAccepts() {
    let text = """
      accept: { phase-gap: all, same-event: [visit], unnamed-party: visit }
      states: { arvane: { name: Arvane } }
      events: { visit: { on: 2014-05-02, what: A visit, type: CONSULT, actors: arvane } }
      """
    let read = DossierReader.read(text: text, file: "d.yaml")
    #expect(read.diagnostics.isEmpty)
    #expect(
      read.value.accepted.map(\.value) == [
        LintException("phase-gap"), LintException("same-event", of: ["visit"]),
        LintException("unnamed-party", of: ["visit"]),
      ])
    let misspelt = DossierReader.read(text: "accept: { phase-gaps: all }", file: "d.yaml").diagnostics
    #expect(misspelt.map(\.suggestion) == ["phase-gap"])
  }
}
