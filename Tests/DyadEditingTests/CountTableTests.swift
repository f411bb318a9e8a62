import DyadCore
import DyadEditing
import DyadTestSupport
import Foundation
import Testing

/// Tables of counts in the text of a dossier.
@Suite struct CountTableTests {
  private let text = """
    sources: { set: { title: A data set } }
    states:
      arvane: { name: Arvane }
      belmar: { name: Belmar }
    counts:
      set:
        source: set
        ends: { PAK: arvane, AFG: belmar }   # by hand
        content: |
          # dyad-periods 1; dataset=icews; rule=story; by=year; rows=1; rejects=0; first=; last=; sha256=
          actor,recipient,period,n,reports,sources,q1,q2,q3,q4,tenths,mentions
          PAK,AFG,2014,1,1,1,1,0,0,0,5,1

    """

  @Test func renamingAPartyOrASourceRenamesItInTheTable() throws {
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("ties.yaml")
      try Data(text.utf8).write(to: file)
      var editor = try DossierEditor(reading: file.path)
      _ = try editor.rename("arvane", to: "arvania")
      _ = try editor.rename("source:set", to: "events")
      #expect(editor.text.contains("ends: { PAK: arvania, AFG: belmar }   # by hand"))
      #expect(editor.text.contains("    source: events\n"))
      #expect(try graph(editor).counts(between: "arvania", "belmar").map(\.count.events) == [1])
    }
  }
}
