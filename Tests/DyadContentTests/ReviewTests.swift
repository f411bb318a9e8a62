import DyadContent
import DyadCore
import DyadTestSupport
import Foundation
import Testing

/// Each claim beside its quotes.
@Suite struct ReviewTests {
  private func sheet(
    _ text: String, _ quote: String?, on date: String = "2014-04-19", language: String? = "en",
    edit: (inout Event) -> Void = { _ in }
  ) -> ReviewItem {
    var dossier = Dossier()
    dossier.sources = [
      Located(
        Source(
          "s", title: "S", published: PartialDate("2014-05"), language: language, path: "s.txt", text: SourceText(text))
      )
    ]
    dossier.entities = [
      Located(Entity("a", .state, name: "Arvane")), Located(Entity("m", .official, name: "Ilse Marrow", home: "a")),
    ]
    var event = Event(
      "e", within: Interval(date)!, what: "Marrow lands", type: .consult, actors: ["m"], recipients: ["a"],
      evidence: Evidence([Citation(of: "s", quote: quote)]))
    edit(&event)
    dossier.events = [Located(event)]
    return ReviewSheet(of: KnowledgeGraph.linking([dossier]).value).parts[0].items[0]
  }

  private func words(_ item: ReviewItem) -> [[String]] {
    item.quotes.flatMap(\.passages).map { $0.pieces.map { $0.isQuoted ? "[\($0.text)]" : $0.text } }
  }

  // MARK: Passages

  @Test func aQuoteHasTheSentenceBeforeAndTheOneAfter() {
    let text = "Zero. One. On 19 April 2014 Ms. Marrow of Arvane landed, at 3.5 knots. Two! Three."
    #expect(
      words(sheet(text, "Ms. Marrow of Arvane landed")) == [
        ["One. On 19 April 2014 ", "[Ms. Marrow of Arvane landed]", ", at 3.5 knots. Two!"]
      ])
  }

  @Test func theSentencesBesideAQuoteAreOfItsParagraph() {
    #expect(words(sheet("Headline\n\nOne. Two.\nThree.", "Two.")) == [["One. ", "[Two.]"]])
    #expect(words(sheet("A line that\ngoes on. Two.", "Two.")) == [["A line that goes on. ", "[Two.]"]])
  }

  @Test func aLineThatIsFullGoesOnInTheNextOne() {
    let wrapped = """
      Talks in Corvo
      The two countries agreed on Monday to open the quay, the Foreign
      Minister said. Ferries of both countries are to sail from May on.
      Arvane had closed the quay in 2012, when Belmar took the ferries
      of two companies. Marrow is to travel to Corvo again in the next
      weeks, and Belmar has invited the fishermen of both coasts.
      - the list of ferries
      - the fees
      """
    func all(_ text: String) -> [(words: String, paragraph: Int)] {
      let sentences = Sentences(SourceText(text))
      return sentences.all.map { (SourceText(text).passage($0.range), $0.paragraph) }
    }
    let sentences = all(wrapped)
    #expect(sentences[0].words == "Talks in Corvo")
    #expect(sentences[1].words.hasSuffix("the Foreign\nMinister said."))
    // A sentence that begins on a line of its own is of the same paragraph.
    #expect(sentences[1...4].map(\.paragraph) == [1, 1, 1, 1])
    #expect(sentences.suffix(2).map(\.words) == ["- the list of ferries", "- the fees"])
    // Where lines end for other reasons, a capital letter begins a sentence.
    #expect(all("The office of the Foreign\nMinister").count == 2)
    let lines = [
      "Talks of the two countries on the quay", "The ferries of both companies", "Fees", "The coast of Belmar",
    ]
    #expect(all(lines.joined(separator: "\n")).map(\.words) == lines)
    #expect(
      all(wrapped + "\n" + String(repeating: "a long line ", count: 20)).contains { $0.words.hasPrefix("Minister") })
  }

  @Test func anEllipsisJoinsDistantSentences() {
    let text = "One. Two. Three. Four. Five. Six. Seven."
    #expect(
      words(sheet(text, "Two. … Seven.")) == [["One. ", "[Two.]", " Three."], ["Six. ", "[Seven.]"]])
    #expect(words(sheet(text, "Two. … Four.")) == [["One. ", "[Two.]", " Three. ", "[Four.]", " Five."]])
  }

  @Test func quotesOfTheSamePassageAreMarkedInIt() {
    let item = sheet("One. Two. Three.", "One.") { event in
      event.evidence.citations += [
        Citation(of: "s", quote: "Two."), Citation(of: "s", quote: "Three.", stance: .denies),
      ]
    }
    #expect(words(item) == [["[One.]", " ", "[Two.]", " Three."], ["Two. ", "[Three.]"]])
    #expect(item.quotes.map(\.details) == [[], ["denies the claim"]])
  }

  @Test func aQuoteWithoutItsTextSaysSo() {
    #expect(sheet("One.", nil).quotes.map(\.problem) == ["Cited without a quote."])
    #expect(sheet("One.", "Another.").quotes.map(\.problem) == ["The quote is not in the text of this source."])
  }

  // MARK: Dates

  private func dateRemarks(
    _ text: String, _ quote: String, on date: String, language: String? = "en"
  ) -> [String] {
    sheet(text, quote, on: date, language: language).beyond.filter {
      $0.hasPrefix("Date") || $0.contains("day ") && $0.contains(": ")
    }
  }

  @Test(arguments: [
    "On 19 April 2014 they met.", "On April 19th, 2014, they met.", "On Saturday 19 Apr. 2014 they met.",
    "They met (2014-04-19).", "They met on 19.4.2014.", "They met on 4/19/2014.",
  ]) func aDateInTheQuoteNeedsNoRemark(text: String) {
    #expect(dateRemarks(text, text, on: "2014-04-19") == [])
  }

  @Test func aMonthIsKnownInTheLanguageOfTheSource() {
    let text = "Le 19 avril 2014, ils se sont vus."
    #expect(dateRemarks(text, text, on: "2014-04-19", language: "fr") == [])
    #expect(
      dateRemarks(text, text, on: "2014-04-19") == ["Date 19 Apr 2014: the day and month are not in the text shown."])
  }

  @Test func aVerbIsNoMonth() {
    let text = "They may march in 2014. It ends."
    #expect(dateRemarks(text, text, on: "2014-05") == ["Date May 2014: the month is not in the text shown."])
    #expect(dateRemarks(text, text, on: "2014-03") == ["Date Mar 2014: the month is not in the text shown."])
  }

  @Test func whatIsBesideTheQuoteIsDistinguishedFromWhatIsNowhere() {
    let text = "In 2014 all changed. On 19 April they met. Nobody knew."
    #expect(
      dateRemarks(text, "they met", on: "2014-04-19") == [
        "Date 19 Apr 2014: the day, month and year are beside the quote."
      ])
    #expect(
      dateRemarks("It rained. On 19 April they met.", "On 19 April they met.", on: "2014-04-19") == [
        "Date 19 Apr 2014: the year is not in the text shown; the source was published in 2014."
      ])
    #expect(
      dateRemarks("It rained. They met two days later.", "They met two days later.", on: "2013-04-19") == [
        "Date 19 Apr 2013: the date is not in the quote; relative words: 'two days later'."
      ])
  }

  @Test func anotherNumberIsNoDay() {
    let text = "In April 2014 the two sides met over lunch, with 19 delegates."
    #expect(dateRemarks(text, text, on: "2014-04-19") == ["Date 19 Apr 2014: the day is not in the text shown."])
  }

  @Test func bothEndsOfAnIntervalAreLookedUp() {
    let remarks = sheet("From 19 April 2014 they met.", "From 19 April 2014 they met.", on: "2014-04-19/2014-05-02")
      .beyond
    #expect(
      remarks.contains {
        $0.hasPrefix("Last day 2 May 2014: the year") || $0.hasPrefix("Last day 2 May 2014: the day and month")
      })
    #expect(!remarks.contains { $0.hasPrefix("First day") })
  }

  // MARK: Names, numbers, tones

  @Test func whatTheQuoteDoesNotNameIsListed() {
    let item = sheet("The envoy met Marrow. She landed.", "She landed.")
    #expect(item.beyond.contains("Named beside the quote: Ilse Marrow."))
    #expect(item.beyond.contains("Not named in the text shown: Arvane."))
  }

  @Test(arguments: [
    ("over 1200", "1,200 people", true), ("70", "seventy people", true), ("21", "twenty-one people", true),
    ("12", "1,200 people", false), ("10 to 12", "ten or so", false),
  ]) func anAmountIsFoundInDigitsAndInWords(amount: String, text: String, isFound: Bool) {
    let item = sheet(text, text) { $0.numbers = [Quantity("people", amount)!] }
    #expect(item.beyond.contains { $0.contains("The number") } != isFound)
  }

  @Test func theAuthorsOwnToneIsMarked() {
    let own = sheet("One.", "One.") { $0.ownTone = Tone(-4) }
    #expect(own.facts.contains { $0.words == "-4 (conflict), the author's own; CONSULT has +2.5" })
    #expect(own.beyond.contains("The tone -4 is the author's own."))
    let standard = sheet("One.", "One.")
    #expect(standard.facts.contains { $0.words == "+2.5 (cooperation), the default of CONSULT" })
    #expect(!standard.beyond.contains { $0.contains("tone") })
  }

  // MARK: Examples

  @Test(arguments: ["pakistan-afghanistan", "egypt-israel", "ethiopia-eritrea"])
  func theReviewOfAnExampleIsTheRecordedOne(example: String) throws {
    let golden = packageRoot.appendingPathComponent("Tests/DyadContentTests/Golden/review-\(example).md")
    #expect(difference(from: golden, ReviewSheet(of: try Samples.example(example)).markdown) == nil)
  }

  /// Of the archipelago, the first of its sources.
  @Test func theReviewOfTheArchipelagoBeginsAsRecorded() throws {
    let markdown = ReviewSheet(of: try Samples.example("archipelago")).markdown
    let parts = markdown.split(separator: "\n## ", maxSplits: 2).prefix(2)
    let golden = packageRoot.appendingPathComponent("Tests/DyadContentTests/Golden/review-archipelago.md")
    #expect(difference(from: golden, parts.joined(separator: "\n## ") + "\n") == nil)
  }
}
