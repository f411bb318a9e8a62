import DyadContent
import DyadCore
import Foundation
import Testing

/// Mediators, judgements, links, described participants and those affected, in the sentences of briefs.
@Suite struct BriefModelTests {
  private func text(
    _ events: [Event] = [], relations: [Relation] = [], kinds: [RelationKind] = [], since: Day? = nil
  ) -> String {
    var dossier = Dossier(title: "A and B")
    dossier.sources = [Located(Source("s", title: "S", published: PartialDate("2025-05-01")))]
    dossier.entities = [
      Located(Entity("a", .state, name: "Arvane")), Located(Entity("b", .state, name: "Belmar")),
      Located(Entity("c", .state, name: "Carra")), Located(Entity("d", .group, name: "Dorn", type: "armed")),
    ]
    dossier.kinds = kinds.map { Located($0) }
    dossier.events = events.map { Located($0) }
    dossier.relations = relations.map { Located($0) }
    let graph = KnowledgeGraph.linking([dossier]).value
    return Brief(graph, between: "a", "b", at: Moment(on: Day(2025, 5, 26)!), since: since).markdown()
  }

  private func cited(_ quote: String, basis: Basis? = nil) -> Evidence {
    Evidence([Citation(of: "s", quote: quote)], basis: basis)
  }

  private func event(
    _ id: Event.ID, _ date: String, _ what: String, _ actors: [Entity.ID], _ recipients: [Entity.ID] = [],
    affects: [Entity.ID] = [], described: [DescribedParticipant] = [], numbers: [Quantity] = [], isKey: Bool = false,
    links: [EventLink] = []
  ) -> Event {
    Event(
      id, within: Interval(date)!, what: what, type: .agree, actors: actors, recipients: recipients,
      describedRecipients: described, affects: affects, numbers: numbers, isKey: isKey, links: links,
      evidence: cited("quote of \(id)"))
  }

  private func mediated(_ kind: RelationKind.ID, _ reads: String?) -> Relation {
    Relation(
      "m", kind, from: "a", to: "b", isDirected: false,
      phases: [Phase("m_1", reads: reads, during: Interval("2024/..")!, evidence: cited("so it is"))], mediator: "c")
  }

  @Test func aMediatorIsAThirdPartyAndIsTold() throws {
    let text = text(relations: [mediated("mediation", "without a settlement")])
    let third = try #require(text.components(separatedBy: "## Third parties").last)
    #expect(
      third.contains("Since 2024 Carra has mediated between the two countries without a settlement \\[1a\\]."),
      "\(text)")
    #expect(text.components(separatedBy: "mediated between").count == 2)
    #expect(!text.contains("Other ties between the two"))
  }

  @Test func ownKindsNameTheirMediator() {
    let kind = RelationKind("encouragement", "encouragement by {by} of dialogue between {from} and {to}")
    #expect(
      text(relations: [mediated("encouragement", "discreet but influential")], kinds: [kind]).contains(
        "Since 2024 Carra's encouragement of dialogue between the two countries has been discreet but influential"))
    #expect(
      text(relations: [mediated("encouragement", nil)], kinds: [kind]).contains(
        "Since 2024 Carra has encouraged dialogue between the two countries"))
  }

  @Test func aConclusionIsNeverAFact() {
    let phase = Phase("r_1", reads: "strained", during: Interval("2024/..")!, evidence: cited("x", basis: .inferred))
    let text = text(relations: [Relation("r", "ties", between: "a", "b", phases: [phase])])
    #expect(
      text.contains("It is judged that relations between Arvane and Belmar have been strained since 2024 \\[1a\\]."))
    #expect(text.contains("one is a conclusion of the analyst that no source states"))
  }

  @Test func anAnswerStandsBehindWhatItAnswersAndCitesTheLink() {
    let link = EventLink(.inReturnFor, "z-frees", of: "a-maps", evidence: cited("in return for them"))
    let events = [
      event("a-maps", "2025-05-02", "Arvane gives Belmar maps", ["a"], ["b"], links: [link]),
      event("m-other", "2025-05-02", "Arvane visits Belmar", ["a"], ["b"]),
      event("z-frees", "2025-05-02", "Belmar frees prisoners", ["b"], ["a"], numbers: [Quantity("prisoners", "15")!]),
    ]
    let text = text(events)
    #expect(
      text.contains("Belmar freed 15 prisoners \\[1b\\]. In return, Arvane gave Belmar maps \\[1c, d\\]."), "\(text)")
    #expect(text.contains("in return for them"))
  }

  @Test func anInferredLinkJoinsNothing() {
    let link = EventLink(.leadsTo, "second", of: "first", evidence: cited("x", basis: .inferred))
    let plain = EventLink(.leadsTo, "second", of: "first", evidence: cited("x"))
    for (link, isTold) in [(link, false), (plain, true)] {
      let text = text([
        event("first", "2025-05-02", "Arvane visits Belmar", ["a"], ["b"], links: [link]),
        event("second", "2025-05-03", "Belmar opens the border", ["b"], ["a"]),
      ])
      #expect(text.contains("As a result, on 3 May 2025, Belmar opened the border") == isTold, "\(text)")
    }
  }

  @Test func theLeadNamesWhatLedToThePhase() {
    let phase = Phase(
      "r_1", reads: "thawing", tone: Tone(3), during: Interval("2025-05-03/..")!, evidence: cited("x"))
    let link = EventLink(.leadsTo, "treaty", of: "fall", evidence: cited("the fall led to it"))
    let text = text(
      [
        event(
          "fall", "2025-05-01", "Dorn lays down its arms", ["d"], [], affects: ["a", "b"], isKey: true, links: [link]),
        event("treaty", "2025-05-03", "Arvane and Belmar sign a treaty", ["a", "b"], ["b", "a"], isKey: true),
      ], relations: [Relation("r", "ties", between: "a", "b", phases: [phase])])
    #expect(
      text.contains(
        "have been thawing since 3 May 2025, when Arvane and Belmar signed a treaty \\[1a, b\\]. This came after "
          + "Dorn laid down its arms \\[1"), "\(text)")
  }

  @Test(arguments: [
    ("Arvane kills Belmarian soldiers on the border", "Belmarian soldiers", "4", "killed four Belmarian soldiers on"),
    (
      "Arvane stops militants, most of them from Dorn", "militants, most of them Dornians", "over 70",
      "stopped over 70 militants, most of them"
    ),
    (
      "Arvane expels nearly all inhabitants of Porto", "inhabitants of Porto", "over 100000",
      "expelled nearly all inhabitants of Porto (over 100,000) \\["
    ),
    ("Arvane frees four prisoners", "prisoners", "4", "freed four prisoners \\["),
  ]) func anAmountIsSaidOnce(what: String, words: String, number: String, told: String) {
    let text = text([
      event("e", "2025-05-02", what, ["a"], ["b"], described: [DescribedParticipant(words, number: number)!])
    ])
    #expect(text.contains(told), "\(text)")
  }

  @Test func anEventThatAffectsTheOtherSideIsAMatterOfTheTwo() throws {
    let text = text([event("e", "2025-05-02", "Arvane arrests fighters", ["a"], ["d"], affects: ["b"])])
    let news = try #require(
      text.components(separatedBy: "## Recent events").last?.components(separatedBy: "\n## ").first)
    #expect(news.contains("On 2 May 2025 Arvane arrested fighters"), "\(text)")
    #expect(!text.contains("## Third parties"))
  }
}
