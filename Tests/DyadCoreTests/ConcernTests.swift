import DyadCore
import DyadTestSupport
import Testing

@Suite struct ConcernTests {
  private func graph(_ edit: (inout Dossier) -> Void = { _ in }) -> KnowledgeGraph {
    var dossier = Dossier()
    dossier.entities = [
      Entity("armenia", .state, name: "Armenia"), Entity("azerbaijan", .state, name: "Azerbaijan"),
      Entity("artsakh", .state, name: "Artsakh", during: Interval("../2024-01-01")!),
      Entity("russia", .state, name: "Russia"), Entity("army", .organization, name: "Army", home: "artsakh"),
    ].map { Located($0) }
    dossier.relations = [
      Located(
        Relation(
          "help", "support", from: "armenia", to: "artsakh",
          phases: [Phase("help_1", during: Interval("2020-11-10/2023-09-20")!)])),
      Located(
        Relation("pact", "alliance", between: "russia", "armenia", phases: [Phase("pact_1", during: .always)])),
    ]
    edit(&dossier)
    return KnowledgeGraph.linking([dossier]).value
  }

  private func assault(on day: String, of recipient: Entity.ID = "artsakh") -> Event {
    Event(
      "assault", within: Interval(day)!, what: "Azerbaijan attacks", type: .assault, actors: ["azerbaijan"],
      recipients: [recipient])
  }

  private func sides(_ graph: KnowledgeGraph) -> PairSides {
    PairSides(graph.snapshot(at: Moment(on: Day(2024, 6, 30)!)), "armenia", "azerbaijan")
  }

  @Test func whatIsDoneToAPartyConcernsTheOneThatSupportsItAtThatTime() {
    let graph = graph()
    #expect(sides(graph).effect(of: assault(on: "2023-09-19")) == Tone(-9))
    #expect(sides(graph).effect(of: assault(on: "2023-09-19", of: "army")) == Tone(-9))
    #expect(sides(graph).effect(of: assault(on: "2023-10-19")) == nil)
    let concern = graph.concerns.of(assault(on: "2023-09-19")).first { $0.party == "armenia" }
    #expect(concern?.role == .affected && concern?.reason == .supporter(of: "artsakh"))
  }

  /// What was found for one version of an event is not that of another with the same id.
  @Test func eachVersionOfAnEventConcernsItsOwnParties() {
    let concerns = graph().concerns
    for (day, isConcerned) in [("2023-09-19", true), ("2023-10-19", false), ("2023-09-19", true)] {
      #expect(concerns.of(assault(on: day)).contains { $0.party == "armenia" } == isConcerned, "\(day)")
    }
  }

  @Test func whatHappensWithinAPartyDoesNotConcernItsSupporters() {
    var event = assault(on: "2023-09-19")
    event.actors = ["army"]
    #expect(graph().concerns.of(event).map(\.party).contains("armenia") == false)
  }

  @Test func anAllyDoesNotStandForTheOther() {
    #expect(!graph().concerns.of(assault(on: "2023-09-19", of: "armenia")).contains { $0.party == "russia" })
  }

  @Test func whomAnEventAffectsItConcernsWithItsEffect() {
    var event = assault(on: "2023-10-19")
    (event.affects, event.effect) = (["armenia"], Tone(3))
    #expect(sides(graph()).effect(of: event) == Tone(3))
    event.effect = nil
    #expect(sides(graph()).effect(of: event) == Tone(-9))
  }

  @Test func whatAGovernmentThatIsGoneDidConcernsItsState() {
    let graph = graph {
      $0.entities.append(Located(Entity("cabinet", .group, name: "Cabinet", during: Interval("2019/2020")!)))
      $0.relations.append(
        Located(
          Relation(
            "power", "governs", from: "cabinet", to: "armenia",
            phases: [Phase("power_1", during: Interval("2019/2020")!)])))
    }
    let event = Event(
      "talk", within: Interval("2020-03-01")!, what: "Talks", type: .consult, actors: ["cabinet"],
      recipients: ["azerbaijan"])
    #expect(sides(graph).effect(of: event) == Tone(2.5))
    #expect(graph.concerns.of(assault(on: "2020-03-01", of: "armenia")).contains { $0.reason == .ruler(of: "armenia") })
  }

  @Test func aPartyThatIsGoneStaysForItsEvents() {
    let graph = graph { $0.events = [Located(assault(on: "2023-09-19"))] }
    let snapshot = graph.snapshot(at: Moment(on: Day(2024, 6, 30)!))
    #expect(snapshot.former.map(\.id) == ["artsakh"] && snapshot.entity("artsakh") == nil)
    #expect(snapshot.between("armenia", "azerbaijan").former.map(\.id) == ["artsakh"])
    #expect(snapshot.around("artsakh").entities.map(\.id) == ["army", "azerbaijan"])
  }

  @Test(arguments: 0..<60)
  func anEventConcernsWhomItNamesAndJoinsAPairFromBothEnds(seed: Int) {
    let graph = anyEventfulGraph(seed: seed)
    let snapshot = graph.snapshot(at: .ever)
    let (one, other) = (
      PairSides(snapshot, "entity-0", "entity-1"), PairSides(snapshot, "entity-1", "entity-0")
    )
    for event in graph.events.values {
      let concerned = Set(graph.concerns.of(event).map(\.party))
      #expect(concerned.isSuperset(of: event.parties + event.affects))
      if one.effect(of: event) != nil { #expect(one.touched(by: event).count == 2) }
      if one.first.isDisjoint(with: other.first), one.second.isDisjoint(with: other.second) {
        #expect((one.effect(of: event) == nil) == (other.effect(of: event) == nil))
      }
    }
  }
}

@Suite struct LookbackTests {
  @Test(arguments: [
    ("2y", "2024-02-29", "2022-02-28"), ("1m", "2024-03-31", "2024-02-29"), ("90d", "2024-03-31", "2024-01-01"),
    ("0d", "2024-03-31", "2024-03-31"),
  ])
  func aLookbackIsCountedFromADate(text: String, day: String, before: String) {
    #expect(Lookback(text).map { $0.before(Day(day)!) } == Day(before))
    #expect(Lookback(text)?.description == text)
  }

  @Test(arguments: ["2", "y", "-1y", "2w", "1.5y", "9999999y", ""])
  func whatIsNoLookbackIsNone(text: String) { #expect(Lookback(text) == nil) }
}
