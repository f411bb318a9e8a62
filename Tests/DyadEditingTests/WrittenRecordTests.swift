import DyadCore
import DyadEditing
import DyadTestSupport
import Foundation
import Testing

@Suite struct WrittenRecordTests {
  @Test(arguments: exampleDossiers) func everyClaimOfAnExampleIsWrittenOrMadeByATitle(path: String) throws {
    let editor = try DossierEditor(reading: path)
    let graph = try graph(editor)
    let values = editor.recordValues
    #expect(Set(values.keys) == Set(editor.recordIds.map { "\($0.kind):\($0.id)" }))
    for id in graph.claims {
      guard let record = try? editor.record(id) else {
        #expect(graph.offices[Office.ID(id)] != nil, "\(id)")
        continue
      }
      #expect(record.id == id && record.value == values["\(record.kind):\(id)"] && record.place != nil)
      #expect((record.parent != nil) == ["phase", "link", "holding"].contains(record.kind))
    }
  }

  @Test func theReferencesToARecordNameTheirRecords() throws {
    let editor = try DossierEditor(reading: packageRoot.appendingPathComponent("examples/pakistan-afghanistan").path)
    let users = try editor.references(to: "taliban-act")
    #expect(users.map(\.id).contains("protests-lodged/leads-to/taliban-act"))
    #expect(users.allSatisfy { $0.place.line > 1 && !$0.key.isEmpty })
  }

  @Test(arguments: [
    (#"[{"source": "a", "quote": "x"}]"#, #"{ a: x }"#),
    (#"[{"source": "a"}]"#, "a"),
    (#"[{"source": "a", "quote": "x", "stance": "asserts"}, {"source": "a", "quote": "w"}]"#, #"{ a: [x, w] }"#),
    (#"[{"source": "a", "quote": "x"}, {"source": "b", "quote": "w"}]"#, #"{ a: x, b: w }"#),
  ]) func plainCitationsAreWrittenShort(json: String, expected: String) throws {
    var editor = try DossierEditor(text: "events:\n  e: { on: 2014, what: W }\n")
    let value = try #require(try Assignment("cite=\(json)", for: Event.schema.form).value)
    _ = try editor.edit("e", [Assignment("cite", value.shortCitations)])
    #expect(editor.texts[0].text.contains("cite: \(expected)"))
  }

  @Test(arguments: [
    #"[{"source": "a", "quote": "x", "speaker": "b"}]"#, #"[{"source": "a", "quote": "x", "stance": "denies"}]"#,
    #"[{"source": "a", "quote": "x"}, {"source": "b", "quote": "w"}, {"source": "a", "quote": "z"}]"#,
    #"[{"source": "a"}, {"source": "b"}]"#, "a", #"[{"quote": "x"}]"#,
  ]) func otherCitationsStayAsTheyAre(json: String) throws {
    let value = try #require(try Assignment("cite=\(json)", for: Event.schema.form).value)
    #expect(value.shortCitations == value)
  }
}
