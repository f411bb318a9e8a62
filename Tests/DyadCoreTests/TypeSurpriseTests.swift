import DyadCore
import Testing

@Suite struct TypeSurpriseTests {
  private func findings(
    _ what: String, _ type: EventType, tone: Double? = nil, numbers: [Quantity] = []
  ) -> [Diagnostic] {
    var dossier = Dossier()
    dossier.entities = ["a", "b"].map { Located(Entity(Entity.ID($0), .state, name: $0)) }
    dossier.events = [
      Located(
        Event(
          "e", within: Interval("2024-01-01")!, what: what, type: type, actors: ["a"], recipients: ["b"],
          numbers: numbers, tone: tone.flatMap { Tone($0) }))
    ]
    return KnowledgeGraph.linking([dossier], linting: true).diagnostics
  }

  @Test(arguments: [
    ("Belmar arrests three fishermen", EventType.retreat, "COERCE"),
    ("Arvane shelled the harbour", .consult, "ASSAULT"),
    ("Belmar visits Arvane", .assault, "CONSULT"), ("Belmar releases the crew", .coerce, "CONCEDE"),
    ("Belmar stages bombings in the port", .aid, "ASSAULT"),
  ])
  func wordsThatContradictTheTypeAreReported(what: String, type: EventType, suggestion: String) throws {
    let finding = try #require(findings(what, type).first)
    #expect(finding.code == .typeSurprise && finding.suggestion == suggestion)
    #expect(finding.message.hasPrefix("\(type.rawValue) scores "))
  }

  @Test(arguments: [
    ("Belmar arrests three fishermen", EventType.coerce), ("Belmar denies having attacked Arvane", .reject),
    ("Belmar condemns the visit", .accuse), ("Both discuss the attack", .consult), ("The crew sails home", .retreat),
    ("Talks about the release of the crew", .consult), ("Belmar asks to release the crew", .request),
    ("Arvane signals consent", .agree),
  ])
  func whatFitsIsNotReported(what: String, type: EventType) { #expect(findings(what, type).isEmpty, "\(what)") }

  @Test func aToneOfTheOtherSignIsReported() {
    #expect(
      findings("The inhabitants leave", .retreat, tone: -6).map(\.message) == [
        "RETREAT scores +6.5 (cooperation), but the tone is -6 (conflict)"
      ])
    #expect(findings("The inhabitants leave", .retreat, tone: 0).isEmpty)
  }

  @Test func peopleWhoCameToHarmAreNoCooperation() {
    #expect(findings("A march", .cooperate, numbers: [Quantity("civilians killed", "12")!]).count == 1)
    #expect(findings("A march", .protest, numbers: [Quantity("civilians killed", "12")!]).isEmpty)
  }

  @Test func nothingIsReportedUnlessAskedFor() {
    var dossier = Dossier()
    dossier.entities = [Located(Entity("a", .state, name: "A"))]
    dossier.events = [
      Located(Event("e", within: Interval("2024")!, what: "A attacks", type: .aid, actors: ["a"]))
    ]
    #expect(KnowledgeGraph.linking([dossier]).diagnostics.isEmpty)
  }
}
