import DyadAssistance
import DyadSyntax
import Testing

@Suite struct NavigationTests {
  private let editor: Editor

  init() throws { editor = try ferryEditor() }

  private func cursor(_ old: String, _ new: String, _ more: [String: JSONValue] = [:]) throws -> JSONValue {
    try editor.cursor(ferry.replacing(old, with: new), more)
  }

  private func line(_ location: JSONValue?) -> Int? { location?["range"]?["start"]?["line"]?.number.map { Int($0) } }

  @Test func anIdLeadsToItsRecordAndBack() throws {
    let found = try editor.request("textDocument/definition", cursor("actors: [marrow]", "actors: [mar|row]"))
    #expect(found.array?.map { line($0) } == [16])
    let all = try editor.request(
      "textDocument/references", cursor("  belmar: {", "  bel|mar: {", ["context": ["includeDeclaration": true]]))
    #expect(all.array?.map { line($0) } == [13, 26, 45])
    #expect(try editor.request("textDocument/definition", cursor("what: Marrow", "what: Mar|row")) == [])
  }

  @Test func hoverShowsTheClaimWithItsQuoteInContextAndItsHistory() throws {
    func hover(_ old: String, _ new: String) throws -> String {
      try editor.request("textDocument/hover", cursor(old, new))["contents"]?["value"]?.string ?? ""
    }
    let event = try hover("  landing:", "  land|ing:")
    #expect(event.contains("**Marrow lands at Porto Vello**"))
    #expect(
      event.contains(
        "Minister Ilse Marrow of Arvane **landed at Porto Vello on 12 April and signed an agreement there**."))
    let phase = try hover("id: calm", "id: ca|lm")
    #expect(phase.contains("quarrel over the ferry") && phase.contains("**since Apr 2014: reconciled**"))
    let official = try hover("actors: [marrow]", "actors: [mar|row]")
    #expect(official.contains("**Ilse Marrow**, official") && official.contains("Foreign Minister"))
    #expect(try hover("type: AGREE", "ty|pe: AGREE").contains("Its PLOVER type."))
    #expect(try hover("type: AGREE", "type: AG|REE").contains("tone 2.5"))
    #expect(try hover("on: 2014-04-12", "on: 2014-|04-12").contains("12 Apr 2014"))
    #expect(try hover("kind: ties", "kind: ti|es").contains("**ties**"))
  }

  @Test func anIdIsRenamedEverywhere() throws {
    let place = try cursor("actors: [marrow]", "actors: [mar|row]")
    #expect(try editor.request("textDocument/prepareRename", place)["placeholder"] == "marrow")
    let edit = try editor.request(
      "textDocument/rename", cursor("actors: [marrow]", "actors: [mar|row]", ["newName": "ilse-marrow"]))
    let edits = edit["changes"]?.object?.values.first?.array ?? []
    let text = editor.applying(edits, to: ferry)
    #expect(text.contains("  ilse-marrow:\n") && text.contains("actors: [ilse-marrow]") && text.contains("was: marrow"))
    #expect(!text.contains("[marrow]"))
    for (name, message) in [("belmar", "taken"), ("Ilse Marrow", "not a valid id")] {
      let error = #expect(throws: RPCError.self) {
        try editor.request(
          "textDocument/rename", cursor("actors: [marrow]", "actors: [mar|row]", ["newName": .string(name)]))
      }
      #expect(error?.message.contains(message) == true)
    }
  }

  @Test func structureIsShown() throws {
    try editor.open("dossier.yaml")
    let document: JSONValue = ["textDocument": ["uri": editor.uri("dossier.yaml")]]
    let symbols = try editor.request("textDocument/documentSymbol", document).array ?? []
    #expect(symbols.compactMap { $0["name"]?.string } == ["sources", "states", "officials", "relations", "events"])
    let phases = symbols[3]["children"]?.array?.first?["children"]?.array
    #expect(phases?.compactMap { $0["name"]?.string } == ["quarrel over the ferry", "reconciled"])
    let folds = try editor.request("textDocument/foldingRange", document).array ?? []
    #expect(folds.contains(["startLine": 39, "endLine": 46]) && folds.contains(["startLine": 40, "endLine": 46]))
    let tokens = try editor.request("textDocument/semanticTokens/full", document)["data"]?.array ?? []
    #expect(tokens.count > 30 && tokens.count % 5 == 0)
    let hints = try editor.request(
      "textDocument/inlayHint",
      [
        "textDocument": ["uri": editor.uri("dossier.yaml")],
        "range": ["start": ["line": 0, "character": 0], "end": ["line": 99, "character": 0]],
      ])
    #expect(hints.array?.compactMap { $0["label"]?.string } == ["tone 0", "tone 2.5"])
    let links = try editor.request("textDocument/documentLink", document).array ?? []
    #expect(links.compactMap { $0["target"]?.string }.map { $0.hasSuffix("/herald.txt") } == [true])
    let found = try editor.request("workspace/symbol", ["query": "porto"]).array ?? []
    #expect(found.compactMap { $0["name"]?.string } == ["landing: Marrow lands at Porto Vello"])
  }
}
