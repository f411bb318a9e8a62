import DyadCore
import Testing

/// Each rule with a dossier that breaks it, and with those that only seem to.
@Suite struct LintTests {
  /// A dossier with two states, an official of each, and a source of 2020.
  private var base: Dossier {
    var dossier = Dossier()
    dossier.sources = ["herald", "mirror"].map {
      Located(Source(Source.ID($0), title: $0, published: PartialDate("2020-05-02")))
    }
    dossier.entities = [
      Located(Entity("arvane", .state, name: "Republic of Arvane", short: "Arvane")),
      Located(Entity("belmar", .state, name: "Belmar")),
      Located(Entity("marrow", .official, name: "Ilse Marrow", short: "Marrow", home: "arvane")),
      Located(Entity("tallow", .official, name: "Jon Tallow", home: "arvane")),
    ]
    return dossier
  }

  private func findings(of code: Diagnostic.Code, in dossier: Dossier) -> [String] {
    KnowledgeGraph.linking([dossier], linting: true).diagnostics.filter { $0.code == code }.map(\.message)
  }

  private func event(
    _ id: Event.ID, _ date: String, what: String = "Talks", by actors: [Entity.ID] = ["arvane"],
    quote: String = "Arvane talks",
    from source: Source.ID = "herald", type: EventType = .consult, known: Interval? = nil
  ) -> Event {
    Event(
      id, within: Interval(date)!, what: what, type: type, actors: actors, recipients: ["belmar"],
      evidence: Evidence([Citation(of: source, quote: quote)], known: known))
  }

  // MARK: Phases

  private func phaseGaps(_ phases: [String], kind: RelationKind.ID = "ties", life: String = "../..") -> [String] {
    var dossier = base
    dossier.entities[1].value.during = Interval(life)!
    let all = phases.enumerated().map { Phase(Phase.ID("p\($0)"), during: Interval($1)!) }
    dossier.relations = [Located(Relation("r", kind, between: "arvane", "belmar", phases: all))]
    return findings(of: .phaseGap, in: dossier)
  }

  @Test func aGapBetweenPhasesOfTiesIsReported() {
    #expect(
      phaseGaps(["2014-05-02/..", "2010/2013"]) == ["no phase from 2014-01-01 until 2014-05-02/.., after 2010/2013"])
    #expect(phaseGaps(["2010/2013", "2011/2012", "2013/2015", "2020/.."]).count == 1)
  }

  @Test(arguments: [
    ["2010/2013", "2014/.."], ["2010/2013", "2013/.."], ["2010/", "2020/.."], ["2010/2013-05", "2013-05~/.."],
    ["2010/.."],
    ["2010/2020", "2011/2012", "2020/.."],
  ])
  func phasesThatMayMeetLeaveNoGap(phases: [String]) { #expect(phaseGaps(phases).isEmpty) }

  @Test func whatIsNoStandingRelationOrHasNoPartiesMayHaveGaps() {
    #expect(phaseGaps(["2010/2013", "2020/.."], kind: "war").isEmpty)
    // Belmar does not exist between the two.
    #expect(phaseGaps(["2010/2013", "2020/.."], life: "2020/..").isEmpty)
  }

  // MARK: Offices

  private func held(_ title: String, _ terms: [(Entity.ID, String)]) -> Dossier {
    var dossier = base
    dossier.offices = [Located(Office("post", title: title, of: "arvane"))]
    dossier.holdings = terms.enumerated().map { number, term in
      Located(Holding(Holding.ID("h\(number)"), official: term.0, office: "post", during: Interval(term.1)!))
    }
    return dossier
  }

  @Test func anOfficeHeldByTwoAtATimeIsReported() {
    let both = held("Foreign Minister", [("marrow", "2010/2014-06"), ("tallow", "2014-03-01/..")])
    #expect(
      findings(of: .officeHeldTwice, in: both) == [
        "'marrow' and 'tallow' are both Foreign Minister of 'arvane' on 2014-03-01"
      ])
  }

  @Test(arguments: [
    ("Foreign Minister", "marrow", "2010/2014-06", "2014-06/.."),
    ("Foreign Minister", "marrow", "2010/2014", "2014/.."),
    ("Deputy Foreign Minister", "marrow", "2010/..", "2014/.."), ("Spokesperson", "marrow", "2010/..", "2014/.."),
    ("Foreign Minister", "tallow", "2010/2014", "2012/.."), ("Foreign Minister", "marrow", "2010/", "2014/.."),
  ])
  func successorsDeputiesAndOnePersonAreNot(title: String, first: Entity.ID, one: String, other: String) {
    #expect(findings(of: .officeHeldTwice, in: held(title, [(first, one), ("tallow", other)])).isEmpty)
  }

  private func titled(_ what: String, quote: String = "Arvane talks", on date: String = "2016-05-02") -> [String] {
    var dossier = held("Foreign Minister", [("marrow", "2010/2014-06")])
    dossier.offices.append(Located(Office("other", title: "Minister", of: "arvane")))
    dossier.events = [Located(event("visit", date, what: what, by: ["marrow"], quote: quote))]
    return findings(of: .officeNotHeld, in: dossier)
  }

  @Test func aTitleThatAnOfficialDoesNotHoldThenIsReported() {
    let message = "'foreign minister ilse marrow', but 'marrow' does not hold that office on 2016-05-02"
    #expect(titled("Foreign Minister Ilse Marrow visits Belmar") == [message])
    #expect(titled("Marrow visits Belmar", quote: "Marrow, Foreign Minister of Arvane, came").count == 1)
  }

  @Test(arguments: [
    ("Foreign Minister Marrow visits Belmar", "2012-05-02"), ("Foreign Minister Marrow visits Belmar", "2014"),
    ("Former Foreign Minister Marrow visits Belmar", "2016-05-02"),
    ("Marrow visits the Foreign Minister", "2016-05-02"),
    ("Deputy Foreign Minister Marrow visits Belmar", "2016-05-02"), ("Marrow visits Belmar", "2016-05-02"),
    ("Marrow’s Foreign Minister visits Belmar", "2016-05-02"),
  ])
  func aTitleHeldThenOrOfAnotherIsNot(what: String, date: String) { #expect(titled(what, on: date).isEmpty) }

  // MARK: Events

  private func double(_ later: Event, _ change: (inout Event) -> Void = { _ in }) -> [String] {
    var (dossier, changed) = (base, later)
    change(&changed)
    dossier.events = [Located(event("first", "2014-05-02")), Located(changed)]
    return findings(of: .sameEvent, in: dossier)
  }

  @Test func theSameEventFromTwoSourcesIsReported() {
    let message = "'second' has the parties, the type and the date of 'first', from another source"
    #expect(double(event("second", "2014-05-02", from: "mirror")) == [message])
    #expect(double(event("second", "2014-05", from: "mirror")).count == 1)
    // What is done together has no direction.
    #expect(
      double(event("second", "2014-05-02", from: "mirror")) { ($0.actors, $0.recipients) = (["belmar"], ["arvane"]) }
        .count == 1)
  }

  @Test func eventsThatDifferAreNot() {
    #expect(double(event("second", "2014-05-03", from: "mirror")).isEmpty)
    #expect(double(event("second", "2014-05-02")).isEmpty)
    #expect(double(event("second", "2014-05-02", from: "mirror", type: .accuse)).isEmpty)
    #expect(double(event("second", "2014-05-02", by: ["marrow"], from: "mirror")).isEmpty)
    #expect(
      double(event("second", "2014-05-02", from: "mirror")) { $0.links = [EventLink(.partOf, "first", of: "second")] }
        .isEmpty)
  }

  // MARK: Evidence

  private func knownEarly(_ known: String) -> [String] {
    var dossier = base
    dossier.events = [Located(event("e", "2014-05-02", known: Interval(known)!))]
    return findings(of: .knownBeforeSource, in: dossier)
  }

  @Test func aClaimKnownBeforeItsSourceIsReported() {
    #expect(knownEarly("2019/..") == ["'e' is known from 2019 on, but its first source is of 2020-05-02"])
    #expect(knownEarly("2020/..").isEmpty && knownEarly("2020-05-02/..").isEmpty && knownEarly("2021/..").isEmpty)
  }

  private func unnamed(_ quote: String, by actors: [Entity.ID] = ["arvane"], language: String? = nil) -> [String] {
    var dossier = base
    dossier.sources[0].value.language = language
    dossier.entities.append(Located(Entity("vello", .place, name: "Porto Vello", home: "belmar")))
    dossier.entities.append(Located(Entity("council", .organization, name: "Arvane Security Council", home: "arvane")))
    dossier.events = [Located(event("e", "2014-05-02", by: actors, quote: quote))]
    return findings(of: .unnamedParty, in: dossier)
  }

  @Test func aQuoteThatNamesNoPartyIsReported() {
    #expect(unnamed("The ferry sails again") == ["no quote of 'e' names 'arvane', 'belmar'"])
    #expect(unnamed("Corvo closes the harbour").count == 1)
  }

  @Test(arguments: [
    "Arvane talks", "the Arvanian minister", "the harbour of Porto Vello", "Ilse Marrow spoke", "They met again",
    "both sides spoke", "Belmar's harbour", "the Security Council voted",
  ])
  func aQuoteThatRefersToAPartyIsNot(quote: String) { #expect(unnamed(quote).isEmpty) }

  @Test func textsInOtherLanguagesAreNotJudged() { #expect(unnamed("Le bac repart", language: "fr").isEmpty) }

  // MARK: Headlines

  private let article = """
    Arvanian crackdown stops 40 smugglers near Belmar

    Arvane has detained people who carried goods to Belmar, officials said on Monday.
    """

  private func headlineOnly(
    _ quotes: [String], title: String = "Arvanian crackdown stops 40 smugglers near Belmar", text: String? = nil,
    language: String? = nil, elsewhere: String? = nil
  ) -> [String] {
    var dossier = base
    (dossier.sources[0].value.title, dossier.sources[0].value.language) = (title, language)
    dossier.sources[0].value.text = SourceText(text ?? article)
    dossier.sources[1].value.text = elsewhere.map { SourceText($0) }
    var detained = event("e", "2020-05-02")
    detained.evidence.citations =
      quotes.map { Citation(of: "herald", quote: $0) } + (elsewhere.map { [Citation(of: "mirror", quote: $0)] } ?? [])
    dossier.events = [Located(detained)]
    return findings(of: .headlineOnly, in: dossier)
  }

  @Test func aWordOfTheHeadlineAloneIsReported() {
    let message =
      "'crackdown' is only in the headline of 'herald'; cite the text below it, or mark what it does not say"
    #expect(headlineOnly(["Arvanian crackdown"]) == [message])
    let all =
      "'crackdown', 'stops', 'smugglers' are only in the headline of 'herald'; cite the text below it, or mark what it "
      + "does not say"
    #expect(headlineOnly([article.split(separator: "\n").map(String.init)[0]]) == [all])
    #expect(headlineOnly(["Arvanian", "crackdown"]) == [message])
    // The headline is known by its form, if it is not the title.
    #expect(headlineOnly(["Arvanian crackdown"], title: "Another") == [message])
    #expect(headlineOnly(["Arvanian crackdown"], title: "Another", text: "# \(article)") == [message])
    // Another source says something else.
    #expect(headlineOnly(["Arvanian crackdown"], elsewhere: "Belmar heard of it") == [message])
  }

  @Test func whatTheTextSaysToIsNot() {
    // The words are in the text, in some form, or name somebody.
    #expect(headlineOnly(["Arvanian"]).isEmpty && headlineOnly(["40"]).isEmpty && headlineOnly(["near Belmar"]).isEmpty)
    #expect(headlineOnly(["crackdown"], text: article + " The minister cracked down on them.").isEmpty)
    #expect(headlineOnly(["stops"], text: article + " It is stopping them.").isEmpty)
    // Something else of the text is quoted, or another text with the word.
    #expect(headlineOnly(["Arvanian crackdown", "Arvane has detained people"]).isEmpty)
    #expect(headlineOnly(["Arvanian crackdown"], elsewhere: "Belmar praised the crackdown").isEmpty)
    // There is no headline, nothing below it, or a text whose words have other forms.
    let line = "Arvanian crackdown stops smugglers. Arvane detained people."
    #expect(headlineOnly(["Arvanian crackdown"], title: "Arvanian crackdown", text: line).isEmpty)
    #expect(headlineOnly(["Arvanian crackdown"], text: "Arvanian crackdown stops 40 smugglers near Belmar").isEmpty)
    #expect(headlineOnly(["Arvanian crackdown"], language: "de").isEmpty)
  }

  @Test(arguments: [
    ("meets", "They met on Monday."), ("agreement", "They agreed on Monday."), ("talks", "Arvane talked on Monday."),
    ("carries", "Arvane carried it."), ("seizing", "Arvane seized it."), ("presses", "Arvane pressed them."),
    ("withdraws", "Arvane withdrew."),
  ])
  func aFormOfAWordIsTheWord(word: String, body: String) {
    #expect(headlineOnly([word], title: "Arvane \(word)", text: "Arvane \(word)\n\n\(body)").isEmpty)
    #expect(headlineOnly([word], title: "Arvane \(word)", text: "Arvane \(word)\n\nNothing of it.").count == 1)
  }

  // MARK: Acceptance

  @Test func aDossierAcceptsFindings() {
    var dossier = base
    dossier.events = [Located(event("e", "2014-05-02", quote: "The ferry sails again"))]
    #expect(findings(of: .unnamedParty, in: dossier).count == 1)
    for (claims, count) in [(nil, 0), (["e"], 0), (["marrow"], 1)] as [(Set<String>?, Int)] {
      dossier.accepted = [Located(LintException("unnamed-party", of: claims))]
      #expect(findings(of: .unnamedParty, in: dossier).count == count)
    }
    dossier.accepted = [Located(LintException("same-event"))]
    #expect(findings(of: .unnamedParty, in: dossier).count == 1)
    dossier.accepted = [Located(LintException("same-event", of: ["f"]))]
    #expect(KnowledgeGraph.linking([dossier]).errors.map(\.message) == ["unknown claim 'f'"])
  }

  @Test func everyRuleHasACodeOfItsOwn() {
    let codes = LintRule.all.map(\.code)
    #expect(Set(codes).count == codes.count && codes.allSatisfy { $0.severity == .warning })
    #expect(codes.allSatisfy(Diagnostic.Code.all.contains))
  }
}
