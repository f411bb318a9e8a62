import DyadContent
import DyadCore
import DyadTestSupport
import Foundation
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

  @Test func anEventOfTheMonthThatBeginsOnTheDayIsNotBeforeIt() throws {
    let graph = try Samples.graph(
      "events: { a: { on: 2023-12, what: Arvane sails, type: MOBILIZE, actors: [arvane], recipients: [belmar], cite: s } }"
    )
    func news(_ since: Day) -> String {
      Brief(graph, between: "arvane", "belmar", at: Moment(on: Day(2024, 1, 5)!), since: since).markdown()
    }
    #expect(!news(Day(2023, 12, 1)!).contains("possibly before"))
    #expect(news(Day(2023, 12, 2)!).contains("(possibly before 2 December 2023)"))
  }

  @Test func whoElseSaysWhatAPartySaysOfItselfIsNamed() throws {
    func sentence(_ speakers: [String]) throws -> String {
      let cited = speakers.map { "{ source: s, speaker: \($0) }" }.joined(separator: ", ")
      let graph = try Samples.graph(
        """
        kinds: { view: { sentence: "{from} on {to}", directed: true } }
        relations: { view: { from: arvane, to: belmar, kind: view, phases: [{ during: 2020/.., reads: a threat, cite: [\(cited)] }] } }
        """)
      return Brief(graph, between: "arvane", "belmar", at: Moment(on: Day(2024, 1, 5)!)).markdown()
    }
    #expect(try !sentence(["arvane"]).contains("ccording to"))
    #expect(try sentence(["arvane", "Harbour Herald"]).contains("According to Harbour Herald, Arvane has regarded"))
  }

  private func brief(_ graph: KnowledgeGraph, on day: String, since: String? = nil) -> String {
    Brief(
      graph, between: "a", "b", at: Moment(on: Day(day)!), since: since.flatMap { Day($0) }
    ).markdown()
  }

  @Test func itSpeaksInThePresentOfTheLastDateAndInThePastOfOthers() {
    let now = brief(graph(), on: "2025-05-01")
    #expect(now.contains("Relations between Arvane and Belmar have been thawing since 2 March 2025"))
    #expect(now.contains("From August 2021 to 2 March 2025 relations between the two countries were strained"))
    let then = brief(graph(), on: "2025-03-01")
    #expect(then.contains("On 1 March 2025 relations between Arvane and Belmar had been strained since August 2021"))
    #expect(!then.contains("thawing") && !then.contains("Cass visits"))
  }

  @Test func whatChangedSinceADateIsToldOrThatNothingDid() {
    let changed = brief(graph(), on: "2025-05-01", since: "2025-03-01")
    #expect(changed.contains("## New since 1 March 2025"))
    #expect(changed.contains("On 2 March 2025 relations between the two countries entered the phase described above"))
    #expect(changed.contains("On 19 April 2025, according to the Gazette, Cass visited Belmar"))
    #expect(changed.contains("; Belmar denies it \\[1"))
    let same = brief(graph(), on: "2025-05-01", since: "2025-04-25")
    #expect(same.contains("Nothing that the sources report is new since that day."))
    #expect(brief(graph(), on: "2025-05-01").contains("## Recent events"))
  }

  /// Background is never new.
  @Test func onlyWhatIsNewIsUnderNew() throws {
    let text = brief(graph(), on: "2025-05-01", since: "2025-03-01")
    let news = try #require(
      text.components(separatedBy: "## New since 1 March 2025").last?.components(separatedBy: "\n## ").first)
    #expect(!news.contains("Dorn") && !news.contains("strained") && !news.contains("Minister"))
    let office = brief(graph(), on: "2025-05-01", since: "2025-01-01")
    #expect(office.contains("In February 2025 Cass became Minister of Arvane \\[1"))
  }

  @Test func whatHasEndedIsNew() {
    let graph = graph {
      $0.entities.append(Located(Entity("e", .group, name: "Elm", during: Interval("../2025-03-20")!)))
      let phase = Phase("e-b_1", reads: "arms", during: Interval("2024/2025-03-20")!)
      $0.relations.append(Located(Relation("e-b", "support", from: "e", to: "b", phases: [phase])))
    }
    let text = brief(graph, on: "2025-05-01", since: "2025-03-01")
    #expect(text.contains("Until 20 March 2025 Elm supported Belmar with arms (no source)."), "\(text)")
    #expect(text.contains("On 20 March 2025 Elm ceased to exist."), "\(text)")
  }

  /// In a brief on a state of knowledge, what became known is new.
  @Test func whatBecameKnownIsNewWhereKnowledgeIsAsked() {
    let graph = graph()
    let moment = Moment(on: Day(2025, 5, 20)!, known: Day(2025, 5, 20)!)
    let text = Brief(graph, between: "a", "b", at: moment, since: Day(2025, 4, 25)!).markdown()
    #expect(!text.contains("It has become known"), "the early source has the visit")
    var late = graph.events["visit"]!
    late.evidence = Evidence([Citation(of: "late", quote: "she came")])
    let other = self.graph { $0.events = [Located(late)] }
    let learned = Brief(other, between: "a", "b", at: moment, since: Day(2025, 4, 25)!).markdown()
    #expect(learned.contains("It has become known that on 19 April 2025 Cass visited Belmar"), "\(learned)")
  }

  @Test func offersThirdPartiesDoubtsAndSourcesWithTheirQuotes() {
    let text = brief(graph(), on: "2025-05-01")
    #expect(text.contains("In Arvane, Cass has been Minister since February 2025 \\[1a\\]."), "\(text)")
    #expect(
      text.contains("Dorn is an armed group. Since 2024 Dorn has been hostile to Arvane, with raids (no source)."))
    #expect(text.contains("Of the claims above, one is contested, one is attributed to a speaker"))
    #expect(text.contains("and one has no source."))
    #expect(
      text.contains("\\[1\\] Early. 1 Mar 2025. <https://example.org/early>\n\n- a: “so it is”\n- b: “she never came”"),
      "\(text)")
  }

  /// An event that is only attributed does not hide a plain one of the same date.
  @Test func theFirstSentenceHasTheEventThatOpenedThePhase() throws {
    let thaw = try Samples.example()
    let text = Brief(thaw, between: "pakistan", "afghanistan", at: Moment(on: Day(2025, 5, 26)!)).markdown()
    #expect(
      text.contains("thawing since March 2025, when a high-level Pakistani delegation led by Sadiq Khan visited Kabul"),
      "\(text.prefix(400))")
  }

  @Test func whatEndsComesBeforeWhatBeginsOnThatDay() throws {
    let graph = try Samples.example("archipelago")
    let moment = Moment(on: Day(2024, 6, 1)!)
    let text = Brief(graph, between: "cassanelene", "hiperoa", at: moment, since: Day(2022, 1, 1)!).markdown()
    let end = try #require(text.range(of: "Until 13 February 2023"))
    let start = try #require(text.range(of: "13 February 2023 the alliance"))
    #expect(end.lowerBound < start.lowerBound)
  }

  /// A government that denies a deed does not deny that people speak of it.
  @Test func aDenialIsOfTheDeedAndNotOfTheRumour() {
    func text(_ what: String) -> String {
      brief(
        graph { dossier in
          let denial = Citation(of: "late", quote: "it is untrue", speaker: .words("Belmar"), stance: .denies)
          dossier.events[0].value = Event(
            "visit", within: Interval("2025-04-19")!, what: what, type: .aid, actors: ["a"], recipients: ["b"],
            evidence: Evidence([denial]))
        }, on: "2025-05-01")
    }
    #expect(
      text("Arvane is said to have paid").contains(
        "On 19 April 2025 Arvane was said to have paid; Belmar denies it \\["))
    #expect(text("Arvane pays Belmar").contains("Belmar denies that on 19 April 2025 Arvane paid Belmar \\["))
  }

  /// The letter beside a sentence is that of the quote that supports it.
  @Test func quotesAreMatchedToSentences() {
    let brief = Brief(graph(), between: "a", "b", at: Moment(on: Day(2025, 5, 1)!))
    var letters: [String: String] = [:]
    for case .sources(let notes) in brief.blocks {
      for note in notes {
        for (index, quote) in note.quotes.enumerated() {
          letters["\(note.number)\(Brief.SourceNote.letter(index))"] = quote
        }
      }
    }
    for case .paragraph(let prose) in brief.blocks {
      for case .sources(let marks) in prose.runs {
        for mark in marks {
          #expect(
            mark.quotes.allSatisfy { quote in
              mark.letters.contains { letters["\(mark.number)\($0)"]?.contains(quote) == true }
            })
        }
      }
    }
    #expect(
      Brief.SourceNote.letter(0) == "a" && Brief.SourceNote.letter(25) == "z" && Brief.SourceNote.letter(26) == "aa")
  }

  @Test func aDossierOfHundredsOfClaimsFillsTwoPagesAndCountsTheRest() throws {
    let graph = try Samples.example("archipelago")
    for since in [nil, Day(2022, 1, 1)!] {
      let brief = Brief(graph, between: "cassanelene", "hiperoa", at: Moment(on: Day(2024, 6, 1)!), since: since)
      let words = brief.blocks.map { block in
        if case .paragraph(let prose) = block { prose.words.split(separator: " ").count } else { 0 }
      }.reduce(0, +)
      #expect((600...1000).contains(words), "\(words)")
      #expect(brief.markdown().contains(#/For reasons of space, [0-9,]+ less important claims are left out\./#))
    }
  }

  @Test func whereNothingIsKnownItSaysSo() {
    let text = brief(
      graph {
        $0.relations = []; $0.events = []; $0.holdings = []
      }, on: "2025-05-01")
    #expect(text.contains("No information is available on relations between Arvane and Belmar on 1 May 2025."))
    #expect(text.contains("No event between the two sides is known."))
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
      for case .sources(let marks) in prose.runs { cited.formUnion(marks.map(\.number)) }
    }
    for block in brief.blocks {
      switch block {
      case .paragraph(let prose): read(prose)
      case .sources(let notes): sources = notes.map(\.number)
      case .heading, .picture: break
      }
    }
    #expect(sources == Array(1...max(1, sources.count)).prefix(sources.count).map { $0 })
    #expect(cited.isSubset(of: Set(sources)))
  }
}
