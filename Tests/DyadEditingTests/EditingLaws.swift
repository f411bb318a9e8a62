import DyadCore
import DyadEditing
import DyadFormats
import DyadTestSupport
import Testing

/// Laws of edits over random dossiers with everything that a dossier can contain, in several layouts.
@Suite struct EditingLaws {
  private static let seeds = Array(0..<2)

  private func editor(_ seed: Int, _ layout: Layout) throws -> DossierEditor {
    try DossierEditor(text: layout.applied(to: anyText(seed: seed)))
  }

  /// A third of the ids; every id is in the part of some layout.
  private func part(of ids: [String], _ layout: Layout) -> [String] {
    let first = Layout.allCases.firstIndex(of: layout) ?? 0
    return ids.sorted().enumerated().filter { ($0.offset + first).isMultiple(of: 3) }.map(\.element)
  }

  private static let added: [(kind: String, words: [String], id: String)] = [
    (
      "event",
      ["id=new-event", "on=2019-05-02", "what=The new: quay", "type=AGREE", "actors=entity-0,entity-1", "tone=-2.5"],
      "new-event"
    ),
    (
      "event",
      [
        "id=first", "on=0001", "what=First", "type=AGREE", "actors={\"described\": \"some\", \"number\": \"over 70\"}",
        "key=true",
      ], "first"
    ),
    ("source", ["id=new-source", "title=- it's, “new”", "published=2020", "note=a\nb"], "new-source"),
    ("state", ["id=new-state", "name=Neu {x}", "iso3=NEU", "cite=source-0"], "new-state"),
    ("place", ["id=new-place", "name=Neu", "of=entity-0", "codes=unlocode: AB, x: 1"], "new-place"),
    (
      "relation",
      ["id=new-relation", "between=entity-0,entity-1", "kind=ties", "phases=[{\"during\": \"2010/..\", \"tone\": 4}]"],
      "new-relation"
    ),
    ("office", ["id=new-office", "title=Harbour master", "of=entity-1"], "new-office"),
    ("view", ["id=new-view", "around=entity-0", "hops=2", "only=state"], "new-view"),
    ("kind", ["id=new-kind", "sentence=ferry of {from} and {to}", "tone=1"], "new-kind"),
  ]

  @Test(arguments: seeds, Layout.allCases)
  func addingAndRemovingGivesTheSameBytes(seed: Int, layout: Layout) throws {
    let editor = try editor(seed, layout)
    for one in EditingLaws.added {
      var edited = editor
      _ = try edited.add(one.kind, one.words)
      #expect(edited.isChanged)
      try edited.check()
      _ = try edited.remove("\(one.kind):\(one.id)")
      #expect(edited.text == editor.text, "\(one.kind), seed \(seed): \(changedLines(editor.text, edited.text))")
    }
  }

  @Test(arguments: seeds, Layout.allCases)
  func addingChangesNoLineThatIsThere(seed: Int, layout: Layout) throws {
    let editor = try editor(seed, layout)
    for one in EditingLaws.added {
      var edited = editor
      _ = try edited.add(one.kind, one.words)
      let changes = changedLines(editor.text, edited.text)
      // A last line without a line break gets one.
      let removed = changes.filter { $0.hasPrefix("-") && !editor.text.hasSuffix(String($0.dropFirst())) }
      #expect(removed == [], "\(one.kind), seed \(seed)")
    }
  }

  /// The model after the edit of the text is the edit of the model.
  @Test(arguments: seeds, Layout.allCases)
  func addingAnEventAddsItToTheModelAndNothingElse(seed: Int, layout: Layout) throws {
    var editor = try editor(seed, layout)
    let before = try graph(editor)
    _ = try editor.add("event", EditingLaws.added[0].words)
    let after = try graph(editor)
    let event = Event(
      "new-event", within: Interval("2019-05-02")!, what: "The new: quay", type: .agree,
      actors: ["entity-0", "entity-1"],
      tone: Tone(-2.5)!)
    #expect(after.events == before.events.merging(["new-event": event]) { one, _ in one })
    #expect(after.entities == before.entities && after.relations == before.relations && after.sources == before.sources)
    #expect(after.offices == before.offices && after.holdings == before.holdings && after.views == before.views)
    #expect(after.kinds == before.kinds && after.reviews == before.reviews && after.title == before.title)
  }

  @Test(arguments: seeds, Layout.allCases)
  func settingAKeyAndRemovingItGivesTheSameBytes(seed: Int, layout: Layout) throws {
    let editor = try editor(seed, layout)
    let before = try graph(editor)
    for id in part(of: before.claims + before.sources.keys.map(\.text), layout) {
      guard let form = try? editor.form(of: id), form["note"] != nil else { continue }
      var edited = editor
      guard (try? edited.edit(id, ["note="])) == nil else { continue }
      _ = try edited.edit(id, ["note=It says: “x”, #1"])
      #expect(edited.isChanged)
      _ = try edited.edit(id, ["note="])
      #expect(edited.text == editor.text, "\(id), seed \(seed): \(changedLines(editor.text, edited.text))")
    }
  }

  @Test(arguments: seeds, Layout.allCases)
  func changingATextAndChangingItBackGivesTheSameBytes(seed: Int, layout: Layout) throws {
    let editor = try editor(seed, layout)
    let before = try graph(editor)
    for event in before.events.values {
      var edited = editor
      _ = try edited.edit(event.id.text, ["what=Another"])
      let after = try graph(edited)
      #expect(after.events[event.id]?.what == "Another" && after.events[event.id]?.within == event.within)
      #expect(after.events.filter { $0.key != event.id } == before.events.filter { $0.key != event.id })
      #expect(after.entities == before.entities && after.relations == before.relations)
      _ = try edited.edit(event.id.text, [Assignment("what", .text(event.what))])
      #expect(try graph(edited) == before, "\(event.id), seed \(seed)")
      #expect(changedLines(editor.text, edited.text).allSatisfy { $0.contains("what:") || event.what.contains("\n") })
    }
  }

  @Test(arguments: seeds, Layout.allCases)
  func renamingThereAndBackGivesTheSameBytes(seed: Int, layout: Layout) throws {
    let editor = try editor(seed, layout)
    let before = try graph(editor)
    let ids =
      before.entities.keys.map(\.text) + before.sources.keys.map(\.text) + before.events.keys.map(\.text)
      + before.relations.keys.map(\.text) + ["basing", "accord", "office-1"]
      + before.views.keys.map { "view:\($0.text)" }
    for id in part(of: ids, layout) {
      var edited = editor
      if !id.contains(":"),
        before.entities[Entity.ID(id)]?.was != nil || before.events[Event.ID(id)]?.was != nil
          || before.relations[Relation.ID(id)]?.was != nil
      {
        _ = try edited.edit(id, ["was="])
      }
      let start = edited.text
      let plain = id.split(separator: ":").last.map(String.init) ?? id
      _ = try edited.rename(id, to: "\(plain).new")
      #expect(edited.text != start, "\(id)")
      let renamed = try graph(edited)
      if before.entities[Entity.ID(id)] != nil || before.events[Event.ID(id)] != nil {
        #expect(renamed.claims.count == before.claims.count)
        let differences = differences(before, renamed)
        #expect(differences == 1, "\(id), seed \(seed)")
      }
      _ = try edited.rename((id.contains(":") ? "view:" : "") + "\(plain).new", to: plain)
      #expect(edited.text == start, "\(id), seed \(seed): \(changedLines(start, edited.text))")
    }
  }

  @Test(arguments: seeds, Layout.allCases)
  func whatRemainsAfterRemovingWithReferencesChecks(seed: Int, layout: Layout) throws {
    let editor = try editor(seed, layout)
    let before = try graph(editor)
    for id in before.entities.keys.map(\.text) + before.sources.keys.map(\.text) + before.events.keys.map(\.text) + [
      "accord"
    ] {
      var edited = editor
      let isFree: Bool
      do throws(EditError) {
        _ = try edited.remove(id)
        isFree = true
      } catch {
        guard case .referred(_, let places) = error else { throw error }
        #expect(!places.isEmpty && !edited.isChanged)
        isFree = false
        let report: [String]
        do { report = try edited.remove(id, withReferences: true) } catch {
          // With comments everywhere, a removal may be refused, and then nothing changes.
          guard case .form = error, layout == .commented, edited.text == editor.text else { throw error }
          continue
        }
        #expect(report.count > 1)
      }
      #expect(edited.newFindings.filter { $0.severity == .error } == [], "\(id), \(isFree), seed \(seed)")
      #expect(changedLines(editor.text, edited.text).contains { $0.hasPrefix("-  \(id):") })
      let after = edited.dossiers.then { KnowledgeGraph.linking($0) }.value
      #expect(
        after.entities[Entity.ID(id)] == nil && after.sources[Source.ID(id)] == nil && after.events[Event.ID(id)] == nil
      )
      // What is still there says the same, but for the references.
      for (id, event) in after.events
      where before.events[id].map({ $0.what != event.what || $0.actors != event.actors }) ?? true {
        Issue.record("\(id) differs, seed \(seed)")
      }
    }
  }
}
