import DyadAssistance
import DyadSyntax
import Testing

@Suite struct CompletionTests {
  private let editor: Editor

  init() throws { editor = try ferryEditor() }

  /// The dossier with lines after its only event.
  private func event(_ lines: String) -> String { ferry + "  quay:\n" + lines }

  @Test func keysAreThoseOfTheRecordThatItLacks() throws {
    let labels = try editor.labels(event("    on: 2014\n    |\n"))
    #expect(labels.contains("what") && labels.contains("cite") && !labels.contains("on") && !labels.contains("reads"))
    #expect(try editor.labels(ferry + "|").contains("groups"))
    #expect(try !editor.labels(ferry + "|").contains("events"))
    #expect(try editor.labels(event("    cite:\n      - source: herald\n        |")).contains("stance"))
  }

  @Test func theWordOfANewcomerFindsTheKey() throws {
    #expect(try editor.completing(event("    where|\n")) == event("    place: \n"))
  }

  @Test(arguments: [
    ("    actors: [bel|", "    actors: [belmar"), ("    actors: [Kingd|]", "    actors: [belmar]"),
    ("    actors: [آرو|]", "    actors: [arvane]"), ("    type: AS|", "    type: ASSAULT"),
    ("    links: [{ leads-to: land|", "    links: [{ leads-to: landing"), ("    starts: reconc|", "    starts: calm"),
    ("    cite: { her|", "    cite: { herald: "), ("    on: 7 Dec 2013|", "    on: 2013-12-07"),
    ("    on: 2014-04|", "    on: 2014-04-12"),
  ])
  func valuesAreCompleted(typed: String, completed: String) throws {
    let made = try editor.completing(event(typed))
    #expect(made.dropFirst(ferry.count) == event(completed).dropFirst(ferry.count))
  }

  @Test func kindsOfRelationAndOpenIntervalsAreCompleted() throws {
    let relation = ferry.replacing("events:\n", with: "  b:\n    between: [arvane, belmar]\n    kind: medi|\nevents:\n")
    #expect(try editor.completing(relation).contains("kind: mediation\n"))
    let phase = ferry.replacing("2014-04/..", with: "2014-04|")
    #expect(try editor.labels(phase).contains("2014-04/.."))
  }

  @Test func someWordsOfASourceAreCompletedToAQuote() throws {
    let typed = event("    cite: { herald: \"belmar's government den|\" }")
    #expect(
      try editor.completing(typed)
        == event("    cite: { herald: \"Belmar's government denies that it paid for the new quay.\" }"))
    // With and without quotation marks, in the long form, and from the source that the file names.
    #expect(
      try editor.completing(event("    cite:\n      - source: herald\n        quote: Arvane and Bel|"))
        .hasSuffix("quote: \"Arvane and Belmar have ended their quarrel over the ferry.\""))
    #expect(
      try editor.completing(event("    cite: After four years|")).hasSuffix(
        "cite: \"After four years without a crossing\""))
    // Words in any order find their sentence.
    #expect(try editor.labels(event("    cite: { herald: \"quay paid\"|")).isEmpty)
    #expect(try editor.labels(event("    cite: { herald: \"quay paid|\"")).count == 1)
  }

  @Test func aQuoteThatWasCompletedIsFound() async throws {
    let typed = event(
      "    on: 2014\n    what: x\n    type: AID\n    actors: [belmar]\n    cite: { herald: \"belmar's gov|\" }\n")
    let text = try editor.completing(typed)
    editor.change("dossier.yaml", to: text)
    await editor.rest()
    #expect(editor.messages() == [])
  }

  @Test func nothingIsProposedInFreeText() throws {
    #expect(try editor.labels(event("    what: Mar|")).isEmpty)
    #expect(try editor.labels("# com|\n" + ferry).isEmpty)
  }
}
