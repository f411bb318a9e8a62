import DyadCore
import DyadTestSupport
import Testing

@Suite struct ModelTests {
  @Test(arguments: [
    ("12", "12 men"), ("over 70", "over 70 men"), ("about 3.5", "about 3.5 men"), ("at least 2", "at least 2 men"),
    ("10 to 12", "10 to 12 men"),
  ])
  func anAmountIsAsExactAsItsSource(text: String, words: String) {
    #expect(Quantity("men", text)?.description == words)
  }

  @Test(arguments: ["many", "over", "over many", "12 to 10", "nan", "inf", ""])
  func whatIsNoAmountIsNone(text: String) { #expect(Quantity("men", text) == nil) }

  @Test func everyTypeOfEventHasItsPublishedTone() {
    #expect(EventType.allCases.count == 16)
    #expect(EventType.accuse.tone.value == -3)
    #expect(EventType.allCases.allSatisfy { (-10...10).contains($0.tone.value) })
  }

  @Test func confidenceIsTheClaimsOwnOrElseThatOfItsBestSource() {
    let (weak, good) = (Citation(of: "a", confidence: .low), Citation(of: "b", confidence: .medium))
    let denial = Citation(of: "c", stance: .denies, confidence: .high)
    #expect(Evidence([weak, good, denial]).overallConfidence == .medium)
    #expect(Evidence([weak, good], confidence: .low).overallConfidence == .low)
    #expect(Evidence([Citation(of: "a"), denial]).overallConfidence == nil)
    #expect(Confidence.allCases.sorted() == [.low, .medium, .high])
  }

  @Test func whatIsAssertedAndDeniedIsContested() {
    let asserted = Citation(of: "a")
    let denied = Citation(of: "a", stance: .denies)
    #expect(Evidence().standing == .unsourced)
    #expect(Evidence([asserted]).standing == .asserted)
    #expect(Evidence([denied]).standing == .denied)
    #expect(Evidence([asserted, denied]).standing == .contested)
  }

  @Test func aSpeakerIsNamedOnlyIfNoSourceAssertsTheClaimItself() {
    let said = Citation(of: "a", speaker: "officials")
    #expect(Evidence([said]).speakers == ["officials"])
    #expect(Evidence([said, Citation(of: "b")]).speakers == [])
  }

  @Test(arguments: ["a", "north-waziristan", "x.1_2", "9"])
  func anIdIsSmallLettersDigitsAndThreeSigns(id: String) { #expect(Identifier<Entity>.isWellFormed(id)) }

  @Test(arguments: ["", "A", "-a", "a b", "é", "a/b", ".a"])
  func whatIsNoIdIsNone(id: String) { #expect(!Identifier<Entity>.isWellFormed(id)) }

  @Test func aNameIsTheOneOfTheDateAndTheLanguage() {
    let arvane = Entity(
      "arvane", .state, name: "Arvane",
      names: [Name("Islamic Republic of Arvane", during: Interval("2000/2021-08-15")!), Name("آروان", language: "ur")])
    #expect(arvane.name(at: Moment(on: Day(2010, 1, 1)!)) == "Islamic Republic of Arvane")
    #expect(arvane.name(at: Moment(on: Day(2024, 1, 1)!)) == "Arvane")
    #expect(arvane.name(in: "ur") == "آروان")
  }

  @Test func aMisspeltWordIsFound() {
    #expect(nearest(to: "pakistn", among: ["pakistan", "afghanistan"]) == "pakistan")
    #expect(nearest(to: "recieves", among: ["receives"]) == "receives")
    #expect(nearest(to: "zzz", among: ["pakistan"]) == nil)
  }
}

@Suite struct SourceTextTests {
  private let text = SourceText("He said: “We hope\n  so — truly.” Then he left.")

  @Test func aQuoteIsFoundUpToWhiteSpaceAndTypography() {
    let found = text.find("\"We hope so - truly.\"")
    #expect(found.count == 1)
    #expect(text.passage(found[0]) == "“We hope\n  so — truly.”")
  }

  @Test func anEllipsisMatchesOmittedWords() {
    #expect(text.find("He said … Then he").map(text.passage) == ["He said", "Then he"])
    #expect(text.find("Then he ... He said").isEmpty)
  }

  @Test func aQuoteThatIsNotInTheTextIsNotFoundButItsNearestPassageIs() {
    #expect(text.find("We hope not").isEmpty)
    #expect(text.nearest(to: "hope so — trulier then he").map(text.passage)?.contains("hope") == true)
    #expect(text.nearest(to: "quite another thing altogether") == nil)
  }

  @Test(arguments: [
    ("Dar visited Kabul on Tuesday", "Dar visited Kabul on 19"),
    ("visited Kabul on 18", "visited Kabul on 19"), ("On Monday Dar visited Kabul", "In April, Dar visited Kabul"),
    ("a ferry sailed again.", "The ferry sailed again."), ("The ferry sailed", "The ferry sailed"),
  ])
  func theNearestPassageBeginsWhereTheQuoteDoes(quote: String, passage: String) {
    let text = SourceText("In April, Dar visited Kabul on 19 of the month. The ferry sailed again.")
    #expect(text.nearest(to: quote).map(text.passage) == passage)
  }

  @Test func nothingIsFoundInAnEmptyText() {
    #expect(SourceText("").find("x").isEmpty)
    #expect(text.find("").isEmpty)
    #expect(SourceText("").nearest(to: "x") == nil)
  }
}
