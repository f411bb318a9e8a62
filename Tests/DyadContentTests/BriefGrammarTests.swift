import DyadContent
import DyadCore
import DyadTestSupport
import Foundation
import Testing

/// Laws of the grammar of briefs, on the examples and on generated names, kinds, phases, dates and evidence.
@Suite struct BriefGrammarTests {
  @Test(arguments: ExampleDossiers.names) func theSentencesOfTheExamplesAreGrammatical(example: String) throws {
    let graph = try Samples.example(example)
    let pairs = graph.relations.values.sorted { $0.id < $1.id }.filter { $0.kind == "ties" && $0.from != $0.to }.prefix(
      6)
    let days = graph.dates.filter { $0.year > 1900 && $0.year < 2100 }
    for relation in pairs {
      for day in [days[0], days[days.count / 3], days[days.count * 2 / 3], days[days.count - 1]] {
        for since in [nil, day.advanced(by: -400)] {
          let brief = Brief(graph, between: relation.from, relation.to, at: Moment(on: day), since: since)
          #expect(GrammarChecker().faults(of: brief) == [], "\(relation.id) on \(day)")
        }
      }
    }
  }

  @Test(arguments: 1...30) func generatedBriefsAreGrammatical(seed: Int) {
    var maker = BriefMaker(seed: seed)
    let graph = maker.graph()
    let singulars = graph.entities.values.map { EnglishName($0.shortName, $0.kind) }.filter { !$0.isPlural }.map(\.text)
    let plurals = graph.entities.values.map { EnglishName($0.shortName, $0.kind) }.filter(\.isPlural).map(\.text)
    let checker = GrammarChecker(plurals: plurals, singulars: singulars)
    for day in [Day(2020, 3, 1)!, Day(2023, 6, 15)!, Day(2026, 1, 1)!] {
      for since in [nil, Day(2019, 1, 1)!] {
        let brief = Brief(graph, between: "p0", "p1", at: Moment(on: day, known: maker.known(day)), since: since)
        #expect(checker.faults(of: brief) == [], "seed \(seed) on \(day)")
        #expect(unmarked(brief) == [], "seed \(seed) on \(day)")
      }
    }
  }

  /// Otherwise the law above would hold for fewer dossiers than it claims.
  @Test func generatedDossiersShareNoEventsByChance() {
    let dates = (1...30).map { seed -> [String] in
      var maker = BriefMaker(seed: seed)
      return maker.graph().events.values.map { "\($0.within) \($0.what)" }.sorted()
    }
    #expect(Set(dates).count == 30)
    // Events of two dossiers agree now and then, but not most of them.
    for (one, next) in zip(dates, dates.dropFirst()) { #expect(Set(one).intersection(next).count <= 4) }
  }

  /// The checker reports each fault that it is for.
  @Test(arguments: [
    "relations have been strained [1].", "Relations have been strained [1]..", "The the TTP has fled [1].",
    "Since 2020 a uneasy truce has held [1].", "An union has been formed [1].", "Relations have been strained [1",
    "Ties: thawing [1].", "The Afghan Taliban has fled [1].", "Pakistan have fled [1].", "Relations , have been [1].",
    "Relations have been been strained [1].",
  ]) func theCheckerReportsAFault(sentence: String) {
    let checker = GrammarChecker(plurals: ["the Afghan Taliban"], singulars: ["Pakistan"])
    #expect(!checker.faults(of: sentence).isEmpty)
  }

  /// The paragraphs about claims whose sentences lack a mark of their source.
  private func unmarked(_ brief: Brief) -> [String] {
    var heading = ""
    var faults: [String] = []
    for block in brief.blocks {
      if case .heading(let words) = block { heading = words }
      guard case .paragraph(let prose) = block, !["The parties", "Evidence"].contains(heading) else { continue }
      let isMarked = prose.runs.contains { if case .sources = $0 { true } else { false } }
      let isAboutNothing = ["No ", "Nothing "].contains(where: prose.words.hasPrefix)
      if !isMarked, !isAboutNothing { faults.append(prose.words) }
    }
    return faults
  }
}

/// Dossiers of names and phases that are hard on grammar.
private struct BriefMaker {
  var random: Seeded
  // Neighbouring seeds of `Seeded` give the same numbers shifted by one; these are far enough apart to share none.
  init(seed: Int) { random = Seeded(seed * 1_000_003) }

  private static let names: [(String, Entity.Kind)] = [
    ("Arvane", .state), ("United States", .state), ("Republic of Belmar", .state), ("Netherlands", .state),
    ("UAE", .state), ("Afghan Taliban", .group), ("Pakistani officials", .organization), ("TTP", .group),
    ("al-Shabaab", .group), ("Other militants", .group), ("Houthis", .group), ("Recruiters", .group),
    ("African Union", .organization), ("NATO", .organization), ("UN Security Council", .organization),
    ("Ministry of Defence of Arvane", .organization), ("Azerbaijan's Ministry of Defence", .organization),
    ("Police of Arvane", .organization), ("Islamic Jihad", .group), ("کابل", .state), ("R&D Bureau", .organization),
    ("The Gambia", .state), ("Front for the Return, Unity and Work", .group), ("Ilse Marrow", .official),
  ]
  private static let wordings: [String?] = [
    nil, "strained", "thawing", "a cold peace", "war", "urged, largely in vain", "at war", "in doubt", "by tariffs",
    "aid",
    "peace, open border", "truce, then treaty", "neither war nor peace", "member", "observer", "rejects the agreements",
    "payments go on for a while", "membership suspended", "arms embargo", "negotiating warily", "negotiate warily",
    "discreet but influential", "growing, with Afghan involvement", "charged, and denied", "gives a home", "again",
    "quarrel over the ferry", "uneasy truce", "union", "北京", "Côte Libre", "raids", "fewer raids", "join, or try to",
    "taken seriously", "without ambassadors", "allies", "hourly talks", "open backing in the war",
    "member, its vote lost",
    "unilateral", "x", "reads.", "frozen; then broken",
  ]
  private static let happenings = [
    "Arvane visits Belmar", "The Taliban arrest ten people", "A truce fails", "Envoys meet in secret; nobody comes",
    "Arvane frobs Belmar", "War breaks out.", "The TTP is banned", "Two sides agree and sign a pact",
  ]

  mutating func graph() -> KnowledgeGraph {
    var dossier = Dossier(title: "Grammar")
    dossier.sources = [Located(Source("s", title: "S", published: PartialDate("2021-05")))]
    let names = BriefMaker.names.shuffled(using: &random).prefix(7)
    dossier.entities = names.enumerated().map { index, name in
      Located(
        Entity(
          Entity.ID("p\(index)"), name.1, name: name.0,
          type: ["armed", "ministry", nil, "unnamed"].randomElement(using: &random)!,
          home: index > 4 && name.1 == .official ? "p0" : nil,
          during: index > 1 && chance(10) ? anyInterval(&random) : .always))
    }
    let kinds =
      RelationKind.vocabulary
      + [
        RelationKind("militancy", "attacks of {from} on {to}", isDirected: true),
        RelationKind("against", "{from} against {to}", isDirected: true),
        RelationKind("talks", "talks of {from} and {to}"),
        RelationKind("army", "the army of {from} in {to}", isDirected: true),
        RelationKind("member", "membership of {from} in {to}", isDirected: true),
        RelationKind("mediates", "{from} mediates with {to}", isDirected: true),
        RelationKind("view", "{from} on {to}", isDirected: true),
        RelationKind("encouragement", "encouragement by {by} of dialogue between {from} and {to}"),
        RelationKind("envoys", "envoys by {by} between {from} and {to}"),
      ]
    dossier.kinds = kinds.suffix(9).map { Located($0) }
    for index in 0..<14 {
      let kind = index == 0 ? kinds[0] : kinds.randomElement(using: &random)!
      let (from, to) = index == 0 ? (0, 1) : (some(), some())
      let mediator = some()
      guard from != to, !kind.isMediated || ![from, to].contains(mediator) else { continue }
      let phases = (0..<Int.random(in: 1...3, using: &random)).map { phase in
        Phase(
          Phase.ID("r\(index)_\(phase)"), reads: BriefMaker.wordings.randomElement(using: &random)!,
          during: anyInterval(&random),
          evidence: evidence())
      }
      dossier.relations.append(
        Located(
          Relation(
            Relation.ID("r\(index)"), kind.id, from: Entity.ID("p\(from)"), to: Entity.ID("p\(to)"),
            isDirected: kind.isDirected,
            phases: phases, mediator: kind.isMediated ? Entity.ID("p\(mediator)") : nil)))
    }
    for index in 0..<12 {
      dossier.events.append(
        Located(
          Event(
            Event.ID("e\(index)"), within: anyInterval(&random),
            what: BriefMaker.happenings.randomElement(using: &random)!,
            type: EventType.allCases.randomElement(using: &random)!, actors: [Entity.ID("p\(some())")],
            recipients: [Entity.ID("p\(some())")],
            describedRecipients: chance(30) ? [DescribedParticipant("people", number: "at least 12")!] : [],
            affects: chance(30) ? [Entity.ID("p\(some())")] : [],
            numbers: chance(30) ? [Quantity("marchers", "over 21000")!] : [],
            links: index > 0 && chance(50)
              ? [
                EventLink(
                  EventLink.Kind.allCases.randomElement(using: &random)!, Event.ID("e\(index - 1)"),
                  of: Event.ID("e\(index)"), evidence: evidence())
              ] : [],
            evidence: evidence())))
    }
    return KnowledgeGraph.linking([dossier]).value
  }

  mutating func known(_ day: Day) -> Day? { chance(20) ? day : nil }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
  private mutating func some() -> Int { Int.random(in: 0..<7, using: &random) }

  private mutating func evidence() -> Evidence {
    let speakers: [Mention?] = [nil, nil, "p2", "Diplomats in Cairo", "many", "a Pakistani official"]
    let citations = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      Citation(
        of: "s", quote: "so it is \(Int.random(in: 0..<40, using: &random))",
        speaker: speakers.randomElement(using: &random)!,
        stance: chance(20) ? .denies : .asserts)
    }
    return Evidence(
      citations, confidence: chance(15) ? Confidence.allCases.randomElement(using: &random)! : nil,
      basis: chance(10) ? .inferred : nil)
  }
}
