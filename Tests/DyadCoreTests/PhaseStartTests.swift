import DyadCore
import Testing

@Suite struct PhaseStartTests {
  private let citation = Citation(of: "herald", quote: "The treaty is signed")

  /// A dossier with a phase that the events start, and what linking makes of both.
  private func started(
    _ phase: Phase, by dates: [String], of id: Phase.ID = "peace"
  ) -> (phase: Phase?, findings: [Diagnostic]) {
    var dossier = Dossier()
    dossier.sources = [Located(Source("herald", title: "The ferry sails again"))]
    dossier.entities = ["a", "b"].map { Located(Entity(Entity.ID($0), .state, name: $0)) }
    dossier.relations = [Located(Relation("ab", "ties", between: "a", "b", phases: [phase]))]
    for (index, date) in dates.enumerated() {
      let event = Event(
        Event.ID("treaty-\(index)"), within: Interval(date)!, what: "A treaty", type: .agree, actors: ["a", "b"],
        evidence: Evidence([citation]))
      dossier.events.append(Located(event))
      dossier.phaseStarts.append(Located(PhaseStart(of: id, by: event.id)))
    }
    let checked = KnowledgeGraph.linking([dossier])
    return (checked.value.relations["ab"]?.phases.first, checked.diagnostics.filter { $0.code != .quoteUnchecked })
  }

  @Test(arguments: [
    ("/..", "1994-10-26", "1994-10-26/.."), ("/", "1994-10", "1994-10/"), ("/2001", "1994", "1994/2001"),
    ("/..", "1994-10-20/1994-10-26", "[1994-10-20..1994-10-26]/.."), ("/..", "/1994", "[..1994]/.."),
    ("1994/..", "1994-10-26", "1994/.."), ("[..1994]/..", "1994-10-26", "[..1994]/.."),
  ])
  func aPhaseTakesAnUnknownStartFromItsEvent(during: String, date: String, result: String) {
    let (phase, findings) = started(Phase("peace", during: Interval(during)!), by: [date])
    #expect(phase?.during.description == result && findings.isEmpty)
  }

  @Test(arguments: [("1995/..", "1994-10-26"), ("/1990", "1994-10-26"), ("../..", "1994"), ("1990/1991", "1994")])
  func datesThatExcludeEachOtherAreReported(during: String, date: String) {
    let (phase, findings) = started(Phase("peace", during: Interval(during)!), by: [date])
    #expect(findings.map(\.code) == [.startConflict])
    #expect(phase?.during.description == during)
    #expect(findings.first?.message == "'peace' holds \(during), but 'treaty-0', which starts it, is dated \(date)")
  }

  @Test func twoEventsStartAPhaseOnlyIfTheyAgree() {
    #expect(started(Phase("peace", during: Interval("/..")!), by: ["1994-10", "1994-10-26"]).findings.isEmpty)
    let other = started(Phase("peace", during: Interval("/..")!), by: ["1994-10-26", "1995"])
    #expect(other.findings.map(\.code) == [.startConflict])
  }

  @Test func aPhaseWithoutCitationsTakesThoseOfItsEventAndIsInferred() throws {
    let bare = try #require(started(Phase("peace", during: Interval("/..")!), by: ["1994"]).phase)
    #expect(bare.evidence.citations == [citation] && bare.evidence.basis == .inferred)
    let stated = Phase("peace", during: Interval("/..")!, evidence: Evidence(basis: .reported))
    #expect(started(stated, by: ["1994"]).phase?.evidence.basis == .reported)
    let own = Evidence([Citation(of: "herald", quote: "They live in peace")])
    let cited = try #require(started(Phase("peace", during: Interval("/..")!, evidence: own), by: ["1994"]).phase)
    #expect(cited.evidence.citations == own.citations && cited.evidence.basis == nil)
  }

  @Test func anUnknownPhaseIsReported() {
    let misspelt = started(Phase("peace", during: Interval("/..")!), by: ["1994"], of: "peac").findings
    #expect(misspelt.map(\.code) == [.unknownId] && misspelt.first?.suggestion == "peace")
    let relation = started(Phase("peace", during: Interval("/..")!), by: ["1994"], of: "ab").findings
    #expect(relation.map(\.message) == ["'ab' is a relation, not a phase"])
  }
}
