import DyadCore
import DyadEditing
import DyadFormats
import DyadSyntax
import DyadTestSupport
import Foundation
import Testing

/// Claims in a file of their own, until somebody accepts them.
@Suite struct DraftTests {
  private let events = """
    sources:
      herald: { title: The Herald, published: 2014-05-02 }

    states:
      arvane: { name: Arvane }  # a comment
      belmar: { name: Belmar }

    officials:
      marrow: { name: Ida Marrow, serves: arvane }

    events:
      quay: { on: 2014-05-01, what: The quay opens, type: COOPERATE, actors: [arvane] }
    """

  /// A folder with the dossier in one file; it is removed afterwards.
  private func withFile(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("drafts-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("ferry.yaml").path
    try events.write(toFile: file, atomically: true, encoding: .utf8)
    try body(file)
  }

  private func draft(_ editor: inout DossierEditor, _ kind: String, _ words: [String]) throws -> String {
    let entityKind = words.first { $0.hasPrefix("kind=") }.map { String($0.dropFirst(5)) }
    let form = try DossierEditor.form(ofKind: kind, entityKind: entityKind)
    return try editor.addDrafts([(form, Assignment.all(words, for: form))])[0]
  }

  private let visit = ["on=2014-06", "what=Marrow visits Corvo", "type=CONSULT", "actors=marrow", "recipients=corvo"]

  private func count(of path: String, includingDrafts: Bool = false) throws -> Int {
    let checked = DossierReader.read(path).then { KnowledgeGraph.linking($0, includingDrafts: includingDrafts) }
    let graph = try checked.get()
    return graph.entities.count + graph.events.count + graph.holdings.count
  }

  @Test func aDraftIsInAFileOfItsOwnAndNotInTheGraph() throws {
    try withFile { path in
      let before = try count(of: path)
      var editor = try DossierEditor(reading: path)
      #expect(try draft(&editor, "entity", ["kind=state", "name=Corvo"]) == "corvo")
      #expect(try draft(&editor, "event", visit) == "marrow-visits-corvo")
      try editor.check()
      try editor.save()
      #expect(try String(contentsOfFile: path, encoding: .utf8) == events)
      #expect(try DossierEditor(reading: path).drafts.map(\.id) == ["corvo", "marrow-visits-corvo"])
      #expect(try count(of: path) == before)
      #expect(try count(of: path, includingDrafts: true) == before + 2)
      #expect(try count(of: URL(fileURLWithPath: path).deletingLastPathComponent().path) == before)
    }
  }

  @Test func acceptingMovesADraftAndWhatItRefersTo() throws {
    try withFile { path in
      var editor = try DossierEditor(reading: path)
      _ = try draft(&editor, "entity", ["kind=state", "name=Corvo"])
      _ = try draft(&editor, "event", visit)
      let report = try editor.accept(["marrow-visits-corvo", "corvo"])
      #expect(report.count == 2)
      try editor.check()
      try editor.save()
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(changedLines(events, text).allSatisfy { $0.hasPrefix("+") })
      #expect(text.contains("marrow-visits-corvo") && text.contains("corvo: { name: Corvo }"))
      #expect(!text.contains("draft"))
      #expect(try DossierEditor(reading: path).drafts.isEmpty)
    }
  }

  @Test func anAcceptedOfficeIsListedWithItsOfficial() throws {
    try withFile { path in
      var editor = try DossierEditor(reading: path)
      let office = try draft(&editor, "office", ["title=Harbour Minister", "of=arvane"])
      let holding = try draft(&editor, "holding", ["official=marrow", "office=\(office)", "during=[..2014-06]/.."])
      #expect(try editor.accept([holding]).count == 1)
      try editor.check()
      #expect(editor.drafts.isEmpty)
      let graph = try graph(editor)
      #expect(graph.offices["arvane/harbour-minister"]?.title == "Harbour Minister")
      #expect(graph.holdings.values.map(\.official) == ["marrow"])
      #expect(editor.texts[0].text.contains("title: Harbour Minister"))
    }
  }

  @Test func anOfficeHeldIsNotAcceptedWithoutItsOffice() throws {
    try withFile { path in
      let drafts = """
        offices:
          harbour-minister: { title: Harbour Minister, of: arvane, draft: true }
        holdings:
          marrow-harbour: { official: marrow, office: harbour-minster, draft: true }
        """
      try drafts.write(toFile: path.replacing(".yaml", with: ".drafts.yaml"), atomically: true, encoding: .utf8)
      var editor = try DossierEditor(reading: path)
      let error = #expect(throws: EditError.self) { try editor.accept(["marrow-harbour"]) }
      guard case .unknown("harbour-minster", suggestion: "harbour-minister") = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test func rejectingTakesTheDraftsThatReferToIt() throws {
    try withFile { path in
      var editor = try DossierEditor(reading: path)
      _ = try draft(&editor, "entity", ["kind=state", "name=Corvo"])
      _ = try draft(&editor, "event", visit)
      #expect(try editor.reject(["corvo", "marrow-visits-corvo"]).count == 2)
      #expect(editor.drafts.isEmpty)
      #expect(editor.texts[0].text == events)
    }
  }

  @Test func draftsThatAreAddedTogetherHaveIdsOfTheirOwnAndTheOrderOfTheirDates() throws {
    try withFile { path in
      var editor = try DossierEditor(reading: path)
      let event = try DossierEditor.form(ofKind: "event", entityKind: nil)
      let records = try ["on=2015", "on=2014"].map { on in
        (form: event, assignments: try Assignment.all([on, "what=The quay", "type=AGREE", "id=quay"], for: event))
      }
      #expect(throws: EditError.self) { try editor.addDrafts(records) }
      #expect(editor.drafts.isEmpty && !editor.isChanged)
      let unnamed = records.map { (form: $0.form, assignments: $0.assignments.filter { $0.key != "id" }) }
      #expect(try editor.addDrafts(unnamed) == ["quay-2", "quay-3"])
      #expect(editor.drafts.map(\.id) == ["quay-3", "quay-2"])
    }
  }

  // MARK: The file of drafts

  private func drafts(_ path: String) -> String? {
    try? String(contentsOfFile: path.replacing(".yaml", with: ".drafts.yaml"), encoding: .utf8)
  }

  @Test func aFileOfDraftsWithoutDraftsIsRemoved() throws {
    try withFile { path in
      var editor = try DossierEditor(reading: path)
      _ = try draft(&editor, "event", visit.dropLast() + ["recipients=belmar"])
      try editor.save()
      #expect(drafts(path) != nil)
      editor = try DossierEditor(reading: path)
      _ = try editor.accept(["marrow-visits-corvo"])
      try editor.check()
      let patches = editor.patches
      try editor.save()
      #expect(drafts(path) == nil)
      editor = try DossierEditor(reading: path)
      try editor.apply(patches.map(\.reversed))
      try editor.save()
      #expect(drafts(path)?.contains("marrow-visits-corvo") == true)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == events)
    }
  }

  @Test func aFileOfDraftsWithACommentIsKept() throws {
    try withFile { path in
      let file = path.replacing(".yaml", with: ".drafts.yaml")
      try "# to do\nevents:\n  ferry: { on: 2014, what: F, type: AGREE, actors: [belmar], draft: true }\n".write(
        toFile: file, atomically: true, encoding: .utf8)
      var editor = try DossierEditor(reading: path)
      _ = try editor.accept(["ferry"])
      try editor.save()
      #expect(drafts(path) == "# to do\nevents: {}\n")
    }
  }

  @Test func whatWasRejectedIsListedByItsWords() throws {
    try withFile { path in
      var editor = try DossierEditor(reading: path)
      _ = try draft(&editor, "entity", ["kind=state", "name=Corvo", "cite=herald: Corvo"])
      _ = try draft(&editor, "event", visit + ["cite=herald: Marrow visited Corvo"])
      _ = try editor.reject(["corvo"])
      try editor.check()
      try editor.save()
      editor = try DossierEditor(reading: path)
      let event = RejectedProposal(
        "event", "marrow-visits-corvo", type: .consult, source: "herald", quote: "Marrow visited Corvo")
      let state = RejectedProposal("state", "corvo", source: "herald", quote: "Corvo")
      #expect(Set(editor.rejected) == [event, state])
      #expect(editor.drafts.isEmpty && editor.ids.contains("quay"))
      #expect(editor.texts[1].text.hasPrefix("rejected:\n  - "))
      // New drafts are before the list.
      _ = try draft(&editor, "event", visit.dropLast())
      #expect(editor.texts[1].text.hasPrefix("events:"))
      try editor.forget([event])
      #expect(editor.rejected == [state])
      try editor.forget([state])
      #expect(!editor.texts[1].text.contains("rejected"))
    }
  }

  @Test func onlyDraftsAreAcceptedOrRejected() throws {
    try withFile { path in
      var editor = try DossierEditor(reading: path)
      _ = try draft(&editor, "entity", ["kind=state", "name=Corvo"])
      #expect(throws: EditError.self) { try editor.accept(["quay"]) }
      #expect(throws: EditError.self) { try editor.reject(["corvp"]) }
      #expect(editor.drafts.map(\.id) == ["corvo"])
    }
  }

  @Test func whatIsWrongWithADraftIsAWarning() throws {
    let text = events + "\n  bad: { on: May, what: Talks, type: TALK, actors: [nobody], draft: true }\n"
    let read = DossierReader.read(text: text, file: "ferry.yaml")
    #expect(read.errors.isEmpty && !read.diagnostics.isEmpty)
    let unknown = events + "\n  bad: { on: 2014, what: Talks, type: CONSULT, actors: [nobody], draft: true }\n"
    let dossier = try DossierReader.read(text: unknown, file: "ferry.yaml").get()
    #expect(KnowledgeGraph.linking([dossier]).diagnostics.isEmpty)
    let findings = KnowledgeGraph.draftFindings(in: [dossier])
    #expect(findings.map(\.code) == [.unknownId] && findings.allSatisfy { $0.severity == .warning })
  }

  @Test func draftsOfPhasesJoinTheirRelation() throws {
    let ties =
      "relations:\n  ties: { between: [arvane, belmar], kind: ties, phases: [{ during: 2010/2012, reads: cool }] }"
    let text = "\(events)\n\n\(ties)\n"
    let drafts = """
      relations:
        ties: { between: [arvane, belmar], kind: ties, phases: [{ during: 2013/.., reads: warm, draft: true }] }
      """
    let dossiers = [
      try DossierReader.read(text: text, file: "a.yaml").get(),
      try DossierReader.read(text: drafts, file: "b.yaml").get(),
    ]
    #expect(try KnowledgeGraph.linking(dossiers).get().relations["ties"]?.phases.count == 1)
    #expect(try KnowledgeGraph.linking(dossiers, includingDrafts: true).get().relations["ties"]?.phases.count == 2)
  }

  private static let ties = """
    sources:
      icews: { title: Coded events }
    states:
      arvane: { name: Arvane, draft: true }
      corvo: { name: Corvo, draft: true }
    relations:
      ties:
        between: [arvane, corvo]
        kind: ties
        phases:
          - { during: 2010/2012, reads: cool, draft: true, note: Counted, cite: { icews: { rows: [9] } } }
          - { during: 2013/.., reads: warm, draft: true, cite: { icews: { rows: [10] } } }
    """

  @Test func draftsOfATextAreAddedOnce() throws {
    try withFile { file in
      var editor = try DossierEditor(reading: file)
      let added = try editor.addDrafts(in: Array(DraftTests.ties.utf8))
      #expect(added == ["corvo", "ties_2010_2012", "ties_2013_.."])
      #expect(editor.newFindings.isEmpty)
      // Sources are no claims, and are not drafts.
      #expect(editor.texts[0].text.contains("  icews: { title: Coded events }"))
      #expect(!editor.texts[1].text.contains("title:"))
      try editor.save()
      var again = try DossierEditor(reading: file)
      #expect(try again.addDrafts(in: Array(DraftTests.ties.utf8)).isEmpty && !again.isChanged)
    }
  }

  @Test func aDraftOfAPhaseIsAcceptedWithItsRelation() throws {
    try withFile { file in
      var editor = try DossierEditor(reading: file)
      _ = try editor.addDrafts(in: Array(DraftTests.ties.utf8))
      _ = try editor.accept(["ties_2013_.."])
      let graph = try editor.edited.get()
      #expect(graph.relations["ties"]?.phases.map(\.reads) == ["warm"])
      #expect(graph.relations["ties"]?.phases[0].evidence.citations[0].rows == ["10"] && graph.entities["corvo"] != nil)
      #expect(editor.drafts.map(\.id) == ["ties_2010_2012"])
      _ = try editor.accept(["ties_2010_2012"])
      #expect(try editor.edited.get().relations["ties"]?.phases.map(\.reads) == ["cool", "warm"])
      // The note of a count says what was counted, and stays.
      #expect(try editor.edited.get().relations["ties"]?.phases[0].note == "Counted")
      #expect(editor.drafts.isEmpty && editor.texts.count == 1)
      #expect(editor.newFindings.isEmpty)
    }
  }

  @Test func aRelationWhoseDraftsAreAllRejectedGoesWithThem() throws {
    try withFile { file in
      var editor = try DossierEditor(reading: file)
      _ = try editor.addDrafts(in: Array(DraftTests.ties.utf8))
      _ = try editor.reject(["ties_2010_2012", "ties_2013_..", "corvo"])
      #expect(editor.drafts.isEmpty && editor.texts.count == 1)
      #expect(try editor.edited.get().relations.isEmpty)
    }
  }

  /// A draft changes nothing that is drawn, exported or compared.
  @Test(arguments: 0..<10) func aGraphWithoutItsDraftsIsTheGraphBefore(seed: Int) throws {
    let before = everything(seed: seed)
    var dossier = Dossier(before)
    var random = Seeded(seed)
    for index in dossier.events.indices where Bool.random(using: &random) {
      var copy = dossier.events[index].value
      copy.evidence.isDraft = true
      copy.what = "draft"
      dossier.events.append(Located(copy))
    }
    #expect(KnowledgeGraph.linking([dossier]).value.events.values.allSatisfy { $0.what != "draft" })
    #expect(KnowledgeGraph.linking([dossier]).value == KnowledgeGraph.linking([Dossier(before)]).value)
  }
}
