import DyadAssistance
import DyadSyntax
import Testing

@Suite struct ActionTests {
  /// The dossier with something wrong, and after the correction that the server proposes.
  private func corrected(_ right: String, _ wrong: String) async throws -> String {
    let editor = try ferryEditor()
    let text = ferry.replacing(right, with: wrong)
    try editor.open("dossier.yaml", text)
    await editor.rest()
    let range = try #require(editor.findings["dossier.yaml"]?.first?["range"])
    let actions =
      try editor.request(
        "textDocument/codeAction",
        ["textDocument": ["uri": editor.uri("dossier.yaml")], "range": range, "context": ["diagnostics": []]]
      ).array ?? []
    let edits = actions.first?["edit"]?["changes"]?.object?.values.first?.array ?? []
    return editor.applying(edits, to: text)
  }

  @Test(arguments: [
    ("actors: [marrow]", "actors: [marow]"), ("kind: ties", "kind: tie"), ("type: AGREE", "type: AGRE"),
    ("actors: [marrow]", "who: [marrow]"), ("on: 2014-04-12", "on: 12 April 2014"), ("recipients:", "recipents:"),
  ])
  func whatWasMeantIsOneStepAway(right: String, wrong: String) async throws {
    let text = try await corrected(right, wrong)
    #expect(text.split(separator: "\n") == ferry.split(separator: "\n"))
  }

  @Test func aQuoteIsReplacedByTheNearestPassage() async throws {
    let quote = "landed at Porto Vello on 12 April and signed an agreement there"
    let wrong = "landed in Porto Vello on 12 April and signed an agreement there"
    #expect(try await corrected(quote, wrong).contains("landed at Porto Vello on 12 April and signed an agreement"))
  }

  @Test func theLayoutIsThatOfFormat() throws {
    let editor = try ferryEditor()
    let text = ferry.replacing("    type: AGREE", with: "    type:    AGREE   ").replacing(
      "states:", with: "\n\n\nstates:")
    try editor.open("dossier.yaml", text)
    let document: JSONValue = ["textDocument": ["uri": editor.uri("dossier.yaml")]]
    let edits = try editor.request("textDocument/formatting", document).array ?? []
    #expect(editor.applying(edits, to: text) == ferry)
    // Only the lines that differ.
    #expect(edits.count == 2)
    editor.change("dossier.yaml", to: "events: [")
    #expect(try editor.request("textDocument/formatting", document) == [])
  }

  @Test func theActionToFormatIsResolvedWhenItIsChosen() throws {
    let editor = try ferryEditor()
    try editor.open("dossier.yaml", ferry.replacing("type: AGREE", with: "type:  AGREE"))
    let range: JSONValue = ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 0]]
    let action = try editor.request(
      "textDocument/codeAction", ["textDocument": ["uri": editor.uri("dossier.yaml")], "range": range, "context": [:]]
    ).array?.first
    #expect(action?["title"] == "Format the file" && action?["edit"] == nil)
    #expect(try editor.request("codeAction/resolve", action ?? .null)["edit"]?["changes"]?.object?.count == 1)
  }
}
