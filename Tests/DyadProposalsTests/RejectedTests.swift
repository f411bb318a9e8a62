import DyadCore
import DyadEditing
import DyadProposals
import DyadTestSupport
import Foundation
import Testing

/// What a person has rejected is not proposed again.
@Suite struct RejectedTests {
  private static let dossier = """
    sources:
      press:
        title: A port
        published: 2021-06-30
        language: en
        content: >-
          On 3 May 2021 Chilean Foreign Minister Ana Rojas visited La Paz. Peru condemned the visit. In June Chile attacked
          Bolivia.

    states:
      chile: { name: Chile, iso3: CHL }
      bolivia: { name: Bolivia, iso3: BOL }

    """

  /// A dossier in a file, whose drafts are in another.
  private func withDossier(_ work: (String) throws -> Void) throws {
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("ties.yaml")
      try Data(RejectedTests.dossier.utf8).write(to: file)
      try work(file.path)
    }
  }

  private func edited<Result>(_ path: String, _ edit: (inout DossierEditor) throws -> Result) throws -> Result {
    var editor = try DossierEditor(reading: path)
    let result = try edit(&editor)
    try editor.check()
    try editor.save()
    return result
  }

  private func propose(_ path: String, includingRejected: Bool = false) throws -> Drafts.Report {
    try edited(path) {
      try Drafts.propose(in: &$0, with: RuleProposer(), includingRejected: includingRejected)
    }
  }

  @Test func aRejectedProposalIsNotMadeAgain() throws {
    try withDossier { path in
      let all = try propose(path).added.map(\.id)
      #expect(all.contains("chile-attacked-bolivia") && all.contains("peru") && all.count > 4)
      _ = try edited(path) { try $0.reject(["chile-attacked-bolivia"]) }
      var report = try propose(path)
      #expect(report.added.isEmpty && report.rejected == 1)
      #expect(report.lines.last?.hasSuffix("1 rejected before") == true)
      // A state with the event that needs it, and an office with who holds it.
      _ = try edited(path) { try $0.reject($0.drafts.map(\.id)) }
      report = try propose(path)
      #expect(report.added.isEmpty && report.known == 0)
      #expect(try edited(path) { $0.rejected.count } == all.count)
    }
  }

  @Test func itIsMadeAgainOnRequestAndThenNoLongerListed() throws {
    try withDossier { path in
      let all = Set(try propose(path).added.map(\.id))
      let file = path.replacing(".yaml", with: ".drafts.yaml")
      let drafts = try String(contentsOfFile: file, encoding: .utf8)
      _ = try edited(path) { try $0.reject($0.drafts.map(\.id)) }
      #expect(Set(try propose(path, includingRejected: true).added.map(\.id)) == all)
      let again = try String(contentsOfFile: file, encoding: .utf8)
      #expect(again.split(separator: "\n\n").sorted() == drafts.split(separator: "\n\n").sorted(), "\(again)")
    }
  }

  @Test func otherProposalsAboutTheSameWordsAreStillMade() throws {
    try withDossier { path in
      _ = try propose(path)
      _ = try edited(path) { try $0.reject($0.drafts.map(\.id)) }
      let file = path.replacing(".yaml", with: ".drafts.yaml")
      let list = try String(contentsOfFile: file, encoding: .utf8)
      // The list says another type, another passage, or another source.
      for (old, new) in [
        ("type: ASSAULT", "type: ACCUSE"), ("In June Chile attacked Bolivia.", "Peru condemned the visit."),
        ("source: press\n    quote: In June", "source: herald\n    quote: In June"),
      ] {
        #expect(list.contains(old), "\(list)")
        try Data(list.replacing(old, with: new).utf8).write(to: URL(fileURLWithPath: file))
        var editor = try DossierEditor(reading: path)
        let report = try Drafts.propose(in: &editor, with: RuleProposer())
        #expect(report.added.map(\.id) == ["chile-attacked-bolivia"], "\(new)")
      }
    }
  }

  @Test func theListIsNoClaim() throws {
    try withDossier { path in
      _ = try propose(path)
      let before = try edited(path) { $0.read.value }
      _ = try edited(path) { try $0.reject($0.drafts.map(\.id)) }
      let after = try DossierEditor(reading: path)
      #expect(after.read.value == before && after.read.diagnostics.isEmpty)
    }
  }

  @Test func weakProposalsAreCountedAndNotWritten() throws {
    try withDossier { path in
      var editor = try DossierEditor(reading: path)
      let report = try Drafts.propose(in: &editor, with: RuleProposer(), minimumScore: 1.1)
      #expect(report.added.isEmpty && !editor.isChanged)
      #expect(report.weak > 0 && report.lines.last?.contains("\(report.weak) below the score") == true)
    }
  }
}
