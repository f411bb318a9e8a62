import DyadContent
import DyadCore
import DyadTestSupport
import Testing

/// A card is edited: few rows, grouped by meaning, with what joins them.
@Suite struct EditedCardTests {
  private func card(_ level: DetailLevel, _ detail: Detail = .full) throws -> Card {
    let content = try Samples.thaw(options: ContentOptions(level: level, detail: detail))
    return try #require(content.cards.first { $0.kind == .pair })
  }

  @Test func aLevelShowsNoMoreThanTheNext() throws {
    let rows = try DetailLevel.allCases.map { try card($0).sections.flatMap(\.rows).count }
    #expect(rows == rows.sorted() && rows[0] <= 4 && rows[1] <= 6)
  }

  @Test(arguments: 0..<24)
  func theStandardCardOfARandomPairHasAtMostTenRows(seed: Int) {
    let diff = GraphDiff(anyGraph(seed: seed).snapshot(at: .ever))
    for detail in Detail.ladder.prefix(8) {
      let content = Content(
        diff, of: View(.between("entity-0", "entity-1")), options: ContentOptions(level: .standard, detail: detail))
      #expect(content.cards.first { $0.kind == .pair }?.rows.count ?? 0 <= 10)
    }
  }

  @Test func rowsAreGroupedByMeaning() throws {
    let titles = try card(.full).sections.map(\.title)
    #expect(titles == ["Standing issues", "Exchange", "Course of events", "Background"])
  }

  @Test(arguments: DetailLevel.allCases)
  func whatWasDoneInReturnIsShownWithWhatItWasDoneFor(level: DetailLevel) throws {
    let exchange = try card(level).sections.first { $0.title == "Exchange" }?.rows ?? []
    #expect(exchange.isEmpty || exchange.map(\.id) == ["assurances", "trade-relaxed"])
    #expect(exchange.isEmpty || exchange[0].next == .exchange)
    #expect(level != .standard || !exchange.isEmpty)
  }

  @Test func eventsRunFromTheOldestAndPointToTheNextThatTheyLedTo() throws {
    let rows = try card(.full).sections.first { $0.title == "Course of events" }?.rows ?? []
    let graph = try Samples.example()
    let days = rows.compactMap { graph.events[Event.ID($0.id)]?.within.span.upperBound }
    #expect(days == days.sorted() && rows.count > 3)
    let protest = try #require(rows.firstIndex { $0.id == "protests-lodged" })
    #expect(rows[protest].next == .consequence && rows[protest + 1].id == "taliban-act")
    #expect(rows[protest + 1].ties.contains("led to: 19 Apr 2025"))
  }

  @Test func aPartIsIndentedBelowItsWhole() throws {
    let rows = try card(.full).sections.flatMap(\.rows)
    let visit = try #require(rows.firstIndex { $0.id == "sadiq-visit" })
    #expect(rows[visit + 1].id == "evidence-presented" && rows[visit + 1].isPart && !rows[visit].isPart)
    #expect(rows[visit + 1].ties.allSatisfy { !$0.hasPrefix("part of") })
    let content = try Samples.thaw(options: ContentOptions(level: .full))
    #expect(
      Legend(of: content).entries.contains { $0.swatch == .words("↳") && $0.meaning == "part of the event above" })
  }

  @Test func anEditedCardShowsAChainRatherThanTheMostSalientEventsAlone() throws {
    let rows = try card(.standard).sections.first { $0.title == "Course of events" }?.rows ?? []
    #expect(rows.map(\.id) == ["taliban-act", "dar-visit", "helpers-detained"])
  }

  @Test func whatOnlyMayHaveHappenedTakesAtMostHalfOfTheRows() throws {
    let content = try Samples.thaw("2025-02-01", options: ContentOptions(level: .standard))
    let rows = content.cards.first { $0.kind == .pair }?.sections.first { $0.title == "Course of events" }?.rows ?? []
    #expect(rows.count == 2 && rows.allSatisfy(\.isPossible))
  }

  @Test(arguments: 0..<24)
  func aThirdPartyWithOneMinorEventIsCountedOnly(seed: Int) {
    let graph = anyEventfulGraph(seed: seed)
    let content = Content(
      GraphDiff(graph.snapshot(at: .ever)), of: View(.between("entity-0", "entity-1")),
      options: ContentOptions(level: .standard))
    for card in content.cards where card.rows.count == 1 {
      guard case .alter = card.kind, card.omitted == 0, let event = graph.events[Event.ID(card.rows[0].id)] else {
        continue
      }
      #expect(event.isKey || card.rows[0].claims.count > 1, "\(card)")
    }
  }

  @Test func anActOfAnotherSignThanItsEffectHasASignOfItsOwn() throws {
    let row = try #require(try card(.standard).rows.first { $0.id == "taliban-act" })
    #expect(row.sign == .cooperation && row.actSign == .conflict)
    #expect(try card(.standard).rows.first { $0.id == "dar-visit" }?.actSign == nil)
  }

  @Test func datesOfACardAreShort() throws {
    let rows = try card(.full).rows
    #expect(rows.first { $0.id == "taliban-act" }?.when == "by 19 Apr 2025")
    #expect(rows.allSatisfy { $0.when.count <= "about 26 Apr 2025 – 26 May 2025".count })
  }

  /// Of like events, that which a source states is shown.
  @Test func whatASourceStatesComesBeforeWhatTheCoderInfers() throws {
    let inferred = ["THREATEN", "PROTEST", "SANCTION", "ACCUSE", "REJECT"].enumerated().map { index, type in
      "  inferred-\(index): { on: 2014-05-02, what: Belmar acts, type: \(type), tone: -5, actors: [belmar], recipients: [arvane], cite: s, basis: inferred }"
    }
    let stated =
      "  a: { on: 2014-05-02, what: Arvane sails, type: MOBILIZE, tone: -5, actors: [arvane], recipients: [belmar], cite: s }"
    let graph = try Samples.graph((["events:", stated] + inferred).joined(separator: "\n"))
    let content = Content(
      GraphDiff(graph.snapshot(at: Moment(on: Day(2014, 6, 1)!))), of: View(.between("arvane", "belmar")),
      options: ContentOptions(level: .standard))
    let rows = content.cards.flatMap(\.rows).map(\.id)
    #expect(rows.count == 4 && rows.contains("a"))
  }

  /// Events within one side have a row of their own only where key events between the two leave one.
  @Test func keyEventsBetweenTheTwoComeBeforeOthersWithinOneSide() throws {
    let card = try card(.standard)
    let keys = try Samples.example().events.values.filter(\.isKey).map(\.id.text)
    #expect(card.sections.flatMap(\.rows).count { keys.contains($0.id) } == 5)
    #expect(!card.sections.contains { $0.title == "Background" })
  }

  @Test func aVictimIsNoFoeOfThoseWhoSupportIt() throws {
    let graph = try Samples.graph(
      """
      groups: { gang: { name: The Gang } }
      relations:
        support: { from: arvane, to: belmar, kind: support, phases: [{ during: 2019/.., cite: s }] }
        ties: { between: [arvane, carra], kind: ties, phases: [{ during: 2019/.., reads: cool, tone: -2, cite: s }] }
      events:
        ambush: { on: 2020-11-01, what: The Gang ambushes soldiers, type: ASSAULT, key: true, actors: [gang], recipients: [belmar], cite: s }
      """)
    let content = Content(
      GraphDiff(graph.snapshot(at: Moment(on: Day(2020, 12, 1)!))), of: View(.between("arvane", "carra")))
    func signs(_ party: Entity.ID) -> [Tone.Sign?] {
      content.lines.filter { $0.card == .alter(party) }.map { $0.tone?.sign }
    }
    #expect(signs("belmar") == [.cooperation] && signs("gang") == [.conflict])
  }

  @Test func theLineToAnAffectedSideHasTheSignOfTheEffect() throws {
    let graph = try Samples.graph(
      """
      organizations: { court: { name: The Court } }
      relations: { ties: { between: [arvane, belmar], kind: ties, phases: [{ during: 2020/.., reads: strained, tone: -4, cite: s }] } }
      events:
        ruling: { on: 2020-12-18, what: The Court finds for Belmar, type: SUPPORT, actors: [court], recipients: [belmar], affects: [arvane], effect: -6, cite: s }
      """)
    let content = Content(
      GraphDiff(graph.snapshot(at: Moment(on: Day(2020, 12, 31)!))), of: View(.between("arvane", "belmar")),
      options: ContentOptions(level: .full))
    let lines = content.lines.filter { $0.card == .alter("court") }
    #expect(lines.map(\.from) == ["arvane", "belmar"])
    #expect(lines.map { $0.tone?.sign } == [.conflict, .cooperation])
  }

  /// Each line has the mark of what it stands for, and the legend has every mark that a line has.
  @Test func aLineHasTheMarkOfItsOwnClaims() throws {
    let graph = try Samples.graph(
      """
      groups: { gang: { name: The Gang } }
      relations:
        ties: { between: [arvane, belmar], kind: ties, phases: [{ during: 2019/.., reads: strained, tone: -4, cite: s }] }
        hostility: { from: arvane, to: gang, kind: hostility, phases: [{ during: 2019/.., cite: s }] }
      events:
        raid: { on: 2020-09-01, what: The Gang raids Belmar, type: ASSAULT, key: true, actors: [gang], recipients: [belmar], cite: s }
      """)
    let diff = GraphDiff(
      from: graph.snapshot(at: Moment(on: Day(2020, 6, 1)!)), to: graph.snapshot(at: Moment(on: Day(2020, 12, 1)!)))
    let content = Content(diff, of: View(.between("arvane", "belmar")))
    let marks = content.lines.filter { $0.card == .alter("gang") }.map { "\($0.from) \($0.mark ?? .kept)" }
    #expect(marks == ["arvane kept", "belmar added"])
    let legend = Legend(of: content).entries.map(\.meaning)
    #expect(legend.contains("new") && !legend.contains("changed"))
  }

  @Test func linesEndAtThePartiesThatTheyConcern() throws {
    let content = try Samples.thaw()
    let ends = Set(content.lines.filter { $0.card == .alter("ttp") }.map { "\($0.from) \($0.tone?.sign ?? .neutral)" })
    #expect(ends == ["pakistan conflict", "taliban conflict", "afghanistan neutral"])
    #expect(content.lines.filter { $0.card == .alter("other-militants") }.map(\.from) == ["afghanistan"])
  }

  @Test(arguments: 0..<24, [View(.between("entity-0", "entity-1")), View(.around("entity-0", hops: 1))])
  func noLineIsOfCooperationAndOfConflict(seed: Int, view: View) {
    let content = Content(GraphDiff(anyGraph(seed: seed).snapshot(at: .ever)), of: view)
    for (_, lines) in Dictionary(grouping: content.lines, by: { "\($0.from) \($0.subject)" }) {
      let signs = lines.compactMap(\.tone?.sign)
      #expect(Set(signs).count == signs.count, "\(lines)")
    }
    #expect(Set(content.lines.map(\.id)).count == content.lines.count)
  }

  @Test func tiesOfOppositeSignHaveTwoLines() throws {
    let graph = try Samples.example("archipelago")
    let content = Content(
      GraphDiff(graph.snapshot(at: Moment(on: Day("2024-06-01")!))), of: View(.around("cassanelene", hops: 1)))
    let lines = content.lines.filter { $0.card == .alter("party-of-the-lamp") && $0.from == "cassanelene" }
    #expect(Set(lines.compactMap(\.tone?.sign)) == [.conflict, .cooperation] && lines.map(\.part) == [1, 2])
  }

  @Test func anOfficialOfAThirdPartyIsPartOfItsCard() throws {
    let graph = try Samples.example("armenia-azerbaijan")
    let content = Content(
      GraphDiff(graph.snapshot(at: Moment(on: Day("2024-06-30")!))), of: View(.between("armenia", "azerbaijan")))
    let thirds = content.figures.filter { $0.side == .other }
    #expect(thirds.contains { $0.id == "artsakh" } && !thirds.contains { $0.id == "shahramanyan" })
    #expect(
      content.cards.first { $0.kind == .alter("artsakh") }?.rows.contains { $0.what.hasPrefix("Shahramanyan") } == true)
  }

  @Test func numbersAreGrouped() throws {
    let graph = try Samples.example("armenia-azerbaijan")
    let snapshot = graph.snapshot(at: Moment(on: Day("2024-06-30")!))
    func words(_ lexicon: Lexicon) -> String {
      Content(
        GraphDiff(snapshot), of: View(.between("armenia", "azerbaijan")), options: ContentOptions(lexicon: lexicon)
      )
      .description
    }
    #expect(words(.english).contains("over 100,000") && !words(.english).contains("100000"))
    #expect(words(.french).contains("over 100\u{A0}000"))
  }
}
