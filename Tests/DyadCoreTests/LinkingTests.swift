import CustomDump
import DyadCore
import Testing

@Suite struct LinkingTests {
  private func at(_ line: Int) -> DyadCore.SourceLocation {
    DyadCore.SourceLocation(file: "d.yaml", line: line, column: 3)
  }

  private func pair() -> Dossier {
    var dossier = Dossier(title: "Pair")
    dossier.entities = [
      Located(Entity("a", .state, name: "A"), at: at(1)), Located(Entity("b", .state, name: "B"), at: at(2)),
      Located(Entity("m", .official, name: "M", home: "a"), at: at(3)),
    ]
    return dossier
  }

  private func words(_ dossier: Dossier, requiringSources: Bool = false) -> [String] {
    KnowledgeGraph.linking([dossier], requiringSources: requiringSources).diagnostics.map(\.description)
  }

  @Test func aPairHasNoProblems() { #expect(words(pair()) == []) }

  @Test func anIdNamesOneRecord() {
    var dossier = pair()
    dossier.relations = [Located(Relation("a", "ties", between: "a", "b", phases: [Phase("p")]), at: at(9))]
    expectNoDifference(
      words(dossier),
      ["d.yaml:9:3: error: duplicate id 'a' [duplicate-id]\nd.yaml:1:3: note: first written here"])
  }

  @Test func theFirstOfTwoRecordsIsThatOfTheEarlierPlace() {
    var dossier = pair()
    dossier.entities.insert(Located(Entity("a", .state, name: "Another"), at: at(7)), at: 0)
    expectNoDifference(
      words(dossier),
      ["d.yaml:7:3: error: duplicate id 'a' [duplicate-id]\nd.yaml:1:3: note: first written here"])
  }

  @Test func aMisspeltIdIsReportedWithASuggestion() {
    var dossier = pair()
    dossier.relations = [
      Located(Relation("r", "ties", between: "a", "bb", phases: [Phase("p")]), at: at(9), places: ["between/1": at(10)])
    ]
    expectNoDifference(
      words(dossier), ["d.yaml:10:3: error: unknown entity 'bb' [unknown-id]\n  did you mean 'b'?"])
  }

  @Test func aKindThatHasADirectionTakesFromAndTo() {
    var dossier = pair()
    dossier.relations = [Located(Relation("r", "shelter", between: "a", "b", phases: [Phase("p")]), at: at(9))]
    expectNoDifference(words(dossier), ["d.yaml:9:3: error: 'shelter' needs 'from' and 'to' [direction]"])
  }

  @Test func phasesThatHoldAtOnceAreWarnedOf() {
    var dossier = pair()
    let phases = ["2010/2015", "2012/2018", "2018/2020"].map { Phase(Phase.ID($0), during: Interval($0)!) }
    dossier.relations = [Located(Relation("r", "ties", between: "a", "b", phases: phases), at: at(9))]
    expectNoDifference(
      words(dossier),
      ["d.yaml:9:3: warning: 2012/2018 overlaps 2010/2015: both phases hold from 2012-12-31 on [overlapping-phases]"])
  }

  @Test func nobodyBelongsToHimself() {
    var dossier = pair()
    dossier.entities[0].value.home = "b"
    dossier.entities[1].value.home = "a"
    let checked = KnowledgeGraph.linking([dossier])
    #expect(checked.diagnostics.map(\.code) == [.cycle])
    #expect(checked.value.entities["a"]?.home == nil || checked.value.entities["b"]?.home == nil)
  }

  @Test func anEventBeforeAPartyWasThereIsWarnedOf() {
    var dossier = pair()
    dossier.entities[0].value.during = Interval("2000/..")!
    dossier.events = [Located(Event("e", within: Interval("1999")!, what: "x", type: .agree, actors: ["a"]), at: at(9))]
    expectNoDifference(
      words(dossier), ["d.yaml:9:3: warning: 'a' exists 2000/.., but the event is dated 1999 [before-its-time]"])
  }

  @Test func aClaimWithoutASourceIsAnErrorWhereSourcesAreAskedFor() {
    var dossier = pair()
    dossier.sources = [Located(Source("s", title: "S"))]
    dossier.events = [
      Located(
        Event(
          "cited", within: Interval("1999")!, what: "x", type: .agree, actors: ["a"],
          evidence: Evidence([Citation(of: "s")])), at: at(9)),
      Located(Event("uncited", within: Interval("1999")!, what: "x", type: .agree, actors: ["a"]), at: at(10)),
    ]
    expectNoDifference(
      words(dossier, requiringSources: true),
      [
        "d.yaml:2:3: error: state 'b' has no source [no-source]",
        "d.yaml:3:3: error: official 'm' has no source [no-source]",
        "d.yaml:10:3: error: event 'uncited' has no source [no-source]",
      ])
  }

  @Test func allFindingsAreThrownTogetherSortedByPlace() {
    let findings = [3, 1, 2].map { Diagnostic(.badDate, "\($0)", at: at($0)) }
    #expect(throws: Rejection([findings[1], findings[2], findings[0]])) { try Checked(1, findings).get() }
    #expect(throws: Never.self) { try Checked(1, [Diagnostic(.noPhase, "w")]).get() }
  }

  @Test func aRelationIsThereInTheMiddleOfItsTime() throws {
    var dossier = pair()
    dossier.relations = [
      Located(Relation("r", "ties", between: "a", "b", phases: [Phase("p", during: Interval("2017/2020")!)]))
    ]
    let graph = try KnowledgeGraph.linking([dossier]).get()
    #expect(graph.snapshot(at: Moment(on: Day(2018, 6, 1)!)).ties.count == 1)
    #expect(graph.snapshot(at: Moment(during: Day(2018, 1, 1)!...Day(2018, 2, 1)!)).ties.count == 1)
    #expect(graph.snapshot(at: Moment(on: Day(2021, 6, 1)!)).ties.isEmpty)
  }
}
