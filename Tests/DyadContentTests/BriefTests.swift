import DyadContent
import DyadCore
import DyadTestSupport
import Testing

@Suite struct BriefTests {
  private func graph(_ edit: (inout Dossier) -> Void = { _ in }) -> KnowledgeGraph {
    var dossier = Dossier(title: "A and B")
    dossier.sources = [
      Located(Source("early", title: "Early", published: PartialDate("2025-03-01"), url: "https://example.org/early")),
      Located(Source("late", title: "Late", published: PartialDate("2025-05-01"))),
    ]
    dossier.entities = [
      Located(Entity("a", .state, name: "Arvane")), Located(Entity("b", .state, name: "Belmar")),
      Located(Entity("c", .official, name: "Cass", home: "a")),
      Located(Entity("d", .group, name: "Dorn", type: "armed")),
    ]
    dossier.offices = [Located(Office("minister", title: "Minister", of: "a"))]
    dossier.holdings = [
      Located(
        Holding(
          "c-minister", official: "c", office: "minister", during: Interval("2025-02/..")!, evidence: cited("early")))
    ]
    dossier.relations = [
      Located(
        Relation(
          "a-b", "ties", between: "a", "b",
          phases: [
            Phase("a-b_1", reads: "strained", during: Interval("2021-08/2025-03-02")!, evidence: cited("early")),
            Phase("a-b_2", reads: "thawing", during: Interval("2025-03-02/..")!, evidence: cited("late")),
          ])),
      Located(
        Relation(
          "d-a", "hostility", from: "d", to: "a",
          phases: [Phase("d-a_1", reads: "raids", during: Interval("2024/..")!)])),
    ]
    dossier.events = [
      Located(
        Event(
          "visit", within: Interval("2025-04-19")!, what: "Cass visits Belmar", type: .consult, actors: ["c"],
          recipients: ["b"],
          evidence: Evidence([
            Citation(of: "late", quote: "she came", speaker: .words("the Gazette")),
            Citation(of: "early", quote: "she never came", speaker: .words("Belmar"), stance: .denies),
          ])))
    ]
    edit(&dossier)
    return KnowledgeGraph.linking([dossier]).value
  }

  private func cited(_ source: Source.ID) -> Evidence { Evidence([Citation(of: source, quote: "so it is")]) }

  private func brief(_ graph: KnowledgeGraph, on day: String, since: String? = nil) -> String {
    Brief(
      graph, between: "a", "b", at: Moment(on: Day(day)!), since: since.flatMap { Day($0) }
    ).markdown()
  }

  @Test func itSpeaksInThePresentOfTheLastDateAndInThePastOfOthers() {
    let now = brief(graph(), on: "2025-05-01")
    #expect(now.contains("relations between Arvane and Belmar are **thawing**, since 2 Mar 2025"))
    #expect(now.contains("Before that they were **strained**") && now.contains("## The parties"))
    let then = brief(graph(), on: "2025-03-01")
    #expect(then.contains("relations between Arvane and Belmar were **strained**") && then.contains("## The parties"))
    #expect(!then.contains("thawing") && !then.contains("Cass visits"))
  }

  @Test func whatChangedSinceADateIsToldOrThatNothingDid() {
    let changed = brief(graph(), on: "2025-05-01", since: "2025-03-01")
    #expect(changed.contains("## Changes since 1 Mar 2025"))
    #expect(changed.contains("Relations went from **strained** to **thawing**"))
    #expect(changed.contains("- **new**: 19 Apr 2025: Cass visits Belmar"))
    let same = brief(graph(), on: "2025-05-01", since: "2025-04-25")
    #expect(same.contains("Nothing that is on record changed in that time."))
    #expect(brief(graph(), on: "2025-05-01").contains("## Latest events"))
  }

  /// The section on third parties tells what holds; what is gone stands with the changes.
  @Test func whatIsGoneOfThirdPartiesIsToldWithTheChanges() {
    let graph = graph {
      $0.entities.append(Located(Entity("e", .group, name: "Elm")))
      let phase = Phase("e-b_1", reads: "arms", during: Interval("2024/2025-03-20")!)
      $0.relations.append(Located(Relation("e-b", "support", from: "e", to: "b", phases: [phase])))
    }
    let text = brief(graph, on: "2025-05-01", since: "2025-03-01")
    #expect(text.contains("- **gone**: Belmar and Elm: 2024 – 20 Mar 2025: Support of Elm for Belmar: arms"))
  }

  @Test func offersThirdPartiesDoubtsAndSourcesWithTheirQuotes() {
    let text = brief(graph(), on: "2025-05-01")
    #expect(text.contains("In office is Cass, Minister \\[1\\]"))
    #expect(text.contains("- **Dorn**. Hostility of Dorn to Arvane: raids (since 2024) (no source)"))
    #expect(text.contains("**Denied:** 19 Apr 2025, Cass visits Belmar, denied by Belmar"))
    #expect(text.contains("according to the Gazette"))
    #expect(text.contains("**Without a source:** hostility of Dorn to Arvane: raids"))
    #expect(text.contains("\\[1\\] Early. 1 Mar 2025. <https://example.org/early>\n\n- “she never came”\n- “so it is”"))
  }

  @Test func whereNothingIsOnRecordItSaysSo() {
    let text = brief(
      graph {
        $0.relations = []; $0.events = []; $0.holdings = []
      }, on: "2025-05-01")
    #expect(text.contains("There is no information on relations between Arvane and Belmar on 1 May 2025."))
    #expect(text.contains("No phase of relations between the two is on record."))
  }

  @Test func wordsOfTheDossierAreNoMarkup() {
    let hostile = graph {
      $0.entities[0].value = Entity("a", .state, name: "<script>alert(1)</script> & *Arvane* [x](javascript:y)")
      $0.sources[0].value.url = "javascript:alert(1)"
    }
    let brief = Brief(hostile, between: "a", "b", at: Moment(on: Day(2025, 5, 1)!))
    let text = brief.markdown()
    #expect(text.contains("\\<script\\>") && text.contains("\\*Arvane\\*") && !text.contains("[x](javascript:y)"))
  }

  /// A picture of any graph has sources of its own kind: each number leads to one, and each one has some number.
  @Test(arguments: 1...8) func everyNumberLeadsToASource(seed: Int) {
    let graph = anyGraph(seed: seed)
    let ids = graph.entities.keys.sorted()
    let days = graph.dates.filter { $0.year > 1000 && $0.year < 3000 }
    let moment = Moment(on: days.isEmpty ? Day(2025, 1, 1)! : days[days.count / 2])
    let brief = Brief(graph, between: ids[0], ids[1], at: moment, since: days.first)
    var sources: [Int] = []
    var cited: Set<Int> = []
    func read(_ prose: Prose) {
      for case .sources(let numbers) in prose.runs { cited.formUnion(numbers) }
    }
    for block in brief.blocks {
      switch block {
      case .paragraph(let prose): read(prose)
      case .list(let items): items.forEach(read)
      case .sources(let notes): sources = notes.map(\.number)
      case .heading, .picture: break
      }
    }
    #expect(sources == Array(1...max(1, sources.count)).prefix(sources.count).map { $0 })
    #expect(cited.isSubset(of: Set(sources)))
  }
}
