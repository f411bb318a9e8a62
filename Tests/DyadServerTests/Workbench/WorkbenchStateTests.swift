import DyadCore
import DyadSyntax
import DyadTestSupport
import Foundation
import Testing

import DyadServer

/// What the page of a workbench shows.
@Suite struct WorkbenchStateTests {
  private func bench(_ text: String? = Bench.text, _ work: (Bench) async throws -> Void) async throws {
    try await inTemporaryFolder { folder in try await work(try Bench(in: folder, text)) }
  }

  @Test func marksAreWhereJavaScriptFindsThem() async throws {
    try await bench { bench in
      let source = try #require(try await bench.state()["source"])
      let units = Array(try #require(source["text"]?.string).utf16)
      let marks = try #require(source["marks"]?.array)
      let words = marks.map { mark in
        String(decoding: units[Int(mark["start"]!.number!)..<Int(mark["end"]!.number!)], as: UTF16.self)
      }
      #expect(words == ["The quay opened on 2 May", "Arvane and Belmar agreed"])
      #expect(marks.map { $0["claims"]! } == [["quay"], ["ties_2010_.."]])
      let share = try #require(source["coverage"]?.number)
      #expect(share > 0.5 && share < 0.7)
    }
  }

  @Test func aTextThatThePageHasIsNotSentAgain() async throws {
    try await bench { bench in
      let version = try #require(try await bench.state()["source"]?["textVersion"]?.number)
      let known = ["text": String(Int(version))]
      let again = try #require(try await bench.state(known)["source"])
      #expect(again["text"] == nil && again["marks"]?.array?.count == 2)
      try bench.save(Bench.text.replacing("sails again", with: "sails once more"))
      #expect(try await bench.state(known)["source"]?["text"]?.string?.contains("once more") == true)
    }
  }

  @Test func recordsAreFoundByEveryName() async throws {
    try await bench { bench in
      let state = try await bench.state()
      let arvane = try #require(state["entities"]?.array?.first { $0["id"] == "arvane" })
      #expect(
        arvane["name"] == "Republic of Arvane" && arvane["short"] == "Arvane" && arvane["codes"]?["iso3"] == "ARV")
      #expect(state["offices"]?.array?.first?["holders"] == ["marrow"])
      #expect(state["relations"]?.array?.first?["phases"] == ["ties_2010_.."])
      #expect(state["vocabulary"]?["eventTypes"]?.array?.count == 16)
      #expect(state["vocabulary"]?["forms"]?["event"]?.array?.contains { $0["name"] == "on" } == true)
      let claim = try #require(state["claims"]?["quay"])
      #expect(claim["date"] == "2014-05-02" && claim["when"] == "2 May 2014" && claim["colour"] == "cooperation")
      #expect(claim["isEditable"] == true && claim["tone"]?.number == 2.5)
    }
  }

  @Test func theAddressNamesTheViewAndTheDate() async throws {
    try await bench { bench in
      let state = try await bench.state(["view": "around~belmar", "on": "2012", "source": "herald"])
      #expect(state["view"]?["id"] == "around~belmar" && state["view"]?["on"] == "2012-12-31")
      let first = try await bench.state()
      #expect(first["view"]?["id"] == "between~arvane~belmar")
      let targets = try #require(first["view"]?["targets"]?.object)
      let svg = String(decoding: try await bench.workbench.sheet(try Sight([:])), as: UTF8.self)
      #expect(!targets.isEmpty && targets.keys.allSatisfy { svg.contains("id=\"\($0)\"") })
      for wrong in [["view": "nobody"], ["source": "nobody"]] {
        await #expect(throws: Refusal.self) { try await bench.state(wrong) }
      }
      #expect(throws: Refusal.self) { try Sight(["on": "soon"]) }
    }
  }

  @Test func aClaimHasItsRecordItsPassagesAndItsUsers() async throws {
    try await bench { bench in
      let claim = try await bench.workbench.claim("quay")
      #expect(claim["record"]?["what"] == "The quay opens" && claim["line"]?.number == 23)
      #expect(
        claim["record"]?["cite"] == [["source": "herald", "quote": "The quay opened on 2 May", "stance": "asserts"]])
      #expect(claim["passages"]?.array?.first?["start"]?.number == 0)
      let entity = try await bench.workbench.claim("belmar")
      #expect(Set(entity["usedBy"]?.array?.compactMap { $0["id"]?.string } ?? []) == ["ties", "quay"])
      let phase = try await bench.workbench.claim("ties_2010_..")
      #expect(phase["parent"] == "ties" && phase["kind"] == "phase")
      let office = try await bench.workbench.claim("arvane/minister")
      #expect(office["isEditable"] == false)
      await #expect(throws: Refusal.self) { try await bench.workbench.claim("nobody") }
    }
  }

  @Test func datesOfAPassageAreResolved() async throws {
    try await bench { bench in
      let dates = try await bench.workbench.dates(["source": "herald", "start": "0", "end": "24"])
      let first = try #require(dates["dates"]?.array?.first)
      #expect(first["edtf"] == "2014-05-02" && first["words"]?.string?.contains("2 May") == true)
      // Behind a character of two units.
      let later = try await bench.workbench.dates(["source": "herald", "start": "30", "end": "40"])
      #expect(later["dates"]?.array?.first?["start"] == first["start"])
      for wrong in [
        ["start": "0"], ["start": "-1", "end": "2"], ["start": "5", "end": "2"], ["start": "0", "end": "9999"],
      ] {
        await #expect(throws: Refusal.self) {
          try await bench.workbench.dates(wrong.merging(["source": "herald"]) { $1 })
        }
      }
    }
  }

  /// Markup in a dossier is data: it comes as text, in JSON and escaped in the SVG.
  @Test func hostileTextIsText() async throws {
    let hostile = "<script>alert(1)</script>&\\u2028"
    let text = Bench.text.replacing("name: Belmar", with: "name: \"\(hostile)\"").replacing(
      "The ferry sails again.", with: "<img src=x onerror=alert(1)>")
    try await bench(text) { bench in
      let state = try await bench.state()
      #expect(state["source"]?["text"]?.string?.contains("<img src=x") == true)
      let svg = String(decoding: try await bench.workbench.sheet(try Sight([:])), as: UTF8.self)
      #expect(!svg.contains("<script") && !svg.contains("<img"))
    }
  }

  @Test func everyFormOfTheVocabularyIsAKindThatCanBeAdded() async throws {
    try await bench { bench in
      let forms = try #require(try await bench.state()["vocabulary"]?["forms"]?.object)
      for kind in ["event", "phase", "relation", "state", "official", "office", "holding", "source", "link", "view"] {
        #expect(forms[kind]?.array?.isEmpty == false, "\(kind)")
      }
    }
  }
}
