import DyadAssistance
import DyadSyntax
import Testing

@Suite struct FindingTests {
  @Test func aDossierWithoutErrorsHasNoFindings() async throws {
    let editor = try ferryEditor()
    try editor.open("dossier.yaml")
    await editor.rest()
    #expect(editor.messages() == [])
  }

  @Test func findingsFollowWhatIsTyped() async throws {
    let editor = try ferryEditor()
    try editor.open("dossier.yaml")
    editor.change("dossier.yaml", to: ferry.replacing("actors: [marrow]", with: "actors: [marow]"))
    await editor.rest()
    #expect(editor.messages() == ["unknown entity 'marow'; did you mean 'marrow'?"])
    let range = editor.findings["dossier.yaml"]?.first?["range"]
    #expect(range?["start"] == ["line": 44, "character": 13])
    #expect(range?["end"] == ["line": 44, "character": 18])
    editor.change("dossier.yaml", to: ferry)
    await editor.rest()
    #expect(editor.messages() == [])
  }

  @Test(arguments: [("utf-8", 29), ("utf-16", 22)]) func placesAfterUrduAreThoseOfTheEncoding(
    encoding: String, column: Int
  )
    async throws
  {
    let text = "states:\n  x: { name: پاکستان, shrt: P }\n"
    let editor = try Editor(["dossier.yaml": text], encoding: encoding)
    try editor.open("dossier.yaml")
    await editor.rest()
    let start = editor.findings["dossier.yaml"]?.first { $0["code"]?.string == "unknown-key" }?["range"]?["start"]
    #expect(start?["character"]?.number == Double(column))
  }

  @Test func aMissingQuoteIsReportedInOneFileForATextOfAnother() async throws {
    let parts = ferry.split(separator: "events:\n", maxSplits: 1)
    let events = "source: herald\nevents:\n" + parts[1]
    let editor = try Editor(["a.yaml": String(parts[0]), "b.yaml": events, "herald.txt": herald])
    try editor.open("b.yaml", events.replacing("12 April", with: "13 April"))
    await editor.rest()
    #expect(
      editor.messages("b.yaml").first?.hasPrefix("quote not found in the text of 'herald'\nthe nearest passage is")
        == true)
    #expect(editor.messages("a.yaml") == [])
    // The unsaved text of one file counts for the other.
    try editor.open("a.yaml", String(parts[0]).replacing("marrow:", with: "marow:"))
    await editor.rest()
    #expect(editor.messages("b.yaml").contains("unknown entity 'marrow'; did you mean 'marow'?"))
  }

  @Test func aSyntaxErrorHidesNoOtherRecord() async throws {
    let editor = try ferryEditor()
    try editor.open("dossier.yaml")
    await editor.rest()
    let broken = ferry.replacing("name: Ilse Marrow", with: "name: \"Ilse Marrow").replacing(
      "type: AGREE", with: "type: AGRE")
    editor.change("dossier.yaml", to: broken)
    await editor.rest()
    #expect(editor.findings["dossier.yaml"]?.compactMap { $0["code"]?.string } == ["bad-yaml", "bad-word"])
  }

  @Test func theBeginningOfASectionHidesNoRecord() async throws {
    let editor = try ferryEditor()
    try editor.open("dossier.yaml", ferry.replacing("events:", with: "gro\nevents:"))
    await editor.rest()
    #expect(editor.findings["dossier.yaml"]?.compactMap { $0["code"]?.string } == ["wrong-shape"])
    let found = try editor.request("textDocument/definition", editor.at("dossier.yaml", 45, 14))
    #expect(found.array?.count == 1)
  }

  @Test func aSourceTextThatChangesOnDiskIsReadAgain() async throws {
    let editor = try ferryEditor()
    try editor.open("dossier.yaml")
    await editor.rest()
    try editor.write(herald.replacing("12 April", with: "thirteen April"), to: "herald.txt")
    editor.notify("workspace/didChangeWatchedFiles", ["changes": []])
    await editor.rest()
    #expect(editor.findings["dossier.yaml"]?.compactMap { $0["code"]?.string } == ["quote-not-found"])
  }

  @Test(arguments: ["services:\n  web: { image: nginx }\n", "on: push\njobs: {}\n", "- a\n- b\n", "", "{ a: 1 }"])
  func otherFilesAreLeftAlone(text: String) async throws {
    let editor = try Editor(["other.yaml": text])
    try editor.open("other.yaml")
    await editor.rest()
    #expect(editor.findings.isEmpty)
    #expect(try editor.request("textDocument/hover", editor.at("other.yaml", 0, 1)) == .null)
  }

  @Test func dossiersOfOneWorkspaceAreKeptApart() async throws {
    let (one, other) = ("dossier: One\nstates:\n  a: { name: A }\n", "dossier: Two\nstates:\n  a: { name: A }\n")
    let folders = try Editor([
      "one/x.yaml": one, "two/y.yaml": other, "two/more/z.yaml": "groups:\n  b: { name: B, of: a }\n",
    ])
    try folders.open("one/x.yaml")
    try folders.open("two/more/z.yaml")
    await folders.rest()
    #expect(folders.findings.isEmpty)
    // Two titles in one folder are two dossiers.
    let files = try Editor(["x.yaml": one, "y.yaml": other])
    try files.open("x.yaml")
    try files.open("y.yaml")
    await files.rest()
    #expect(files.findings.isEmpty)
  }

  @Test func lintIsASetting() async throws {
    let text = ferry.replacing("Marrow lands at", with: "Marrow attacks")
    for (lint, count) in [(false, 0), (true, 1)] {
      let editor = try Editor(["dossier.yaml": text, "herald.txt": herald], options: ["lint": .bool(lint)])
      try editor.open("dossier.yaml")
      await editor.rest()
      #expect(editor.messages().count { $0.contains("attacks") } == count)
    }
  }
}
