import DyadCore
import DyadTestSupport
import Testing

/// Quotes that a text has several times.
@Suite struct QuoteMatchTests {
  private let text = SourceText("He agreed to the ferry. She agreed … to the\nferry. Both of them agreed to the ferry.")

  private func start(_ citation: Citation) -> Int? { text.find(citation).first?.lowerBound }

  @Test func theFirstIsMeantWithoutContext() {
    let citation = Citation(of: "herald", quote: "agreed")
    #expect(start(citation) == 3)
    #expect(text.match(citation).parts == [3..<9])
    #expect(text.match(citation).occurrences == 3)
    #expect(text.match(citation).fitting == 3)
  }

  @Test func wordsAroundPickOne() {
    #expect(start(Citation(of: "herald", quote: "agreed", before: "She")) == 28)
    #expect(start(Citation(of: "herald", quote: "agreed", after: "… to the")) == 28)
    #expect(start(Citation(of: "herald", quote: "agreed to the ferry", before: "of  them")) == text.count - 20)
    #expect(text.match(Citation(of: "herald", quote: "agreed", before: "She")).fitting == 1)
  }

  @Test func aPlacePicksTheNearest() {
    #expect(start(Citation(of: "herald", quote: "agreed", at: 30)) == 28)
    #expect(start(Citation(of: "herald", quote: "agreed", at: 0)) == 3)
    #expect(
      text.match(Citation(of: "herald", quote: "agreed", at: 30)).isMoved(
        from: Citation(of: "herald", quote: "agreed", at: 30)))
    #expect(
      !text.match(Citation(of: "herald", quote: "agreed", at: 3)).isMoved(
        from: Citation(of: "herald", quote: "agreed", at: 3)))
  }

  @Test func wordsThatAreNotThereLeaveTheFirst() {
    let match = text.match(Citation(of: "herald", quote: "agreed", before: "They"))
    #expect(match.fitting == 0)
    #expect(match.parts == [3..<9])
  }

  @Test func aQuoteThatIsNotThereHasNoPlace() {
    let match = text.match(Citation(of: "herald", quote: "denied", before: "He"))
    #expect(match.parts == [])
    #expect(match.occurrences == 0)
    #expect(text.match(Citation(of: "herald", quote: "…")).parts == [])
  }

  /// Each occurrence is found by the words before and after it, and by its place.
  @Test(arguments: 0..<20) func everyOccurrenceCanBePicked(seed: Int) {
    var random = Seeded(seed)
    let words = (0..<60).map { _ in ["a", "b", "ab", "“a”", "c"].randomElement(using: &random)! }
    let text = SourceText(words.joined(separator: " "))
    var start = 0
    for (index, word) in words.enumerated() {
      let around = Citation(
        of: "s", quote: word, before: words[..<index].joined(separator: " "),
        after: words[(index + 1)...].joined(separator: " "))
      #expect(text.find(around).first?.lowerBound == start)
      #expect(text.find(Citation(of: "s", quote: word, at: start)).first?.lowerBound == start)
      start += word.unicodeScalars.count + 1
    }
  }

  @Test(arguments: 0..<60) func theLinesAroundAPassageEndWhereTheTextBreaks(seed: Int) {
    var random = Seeded(seed)
    let letters: [Unicode.Scalar] = ["a", "b", " ", "\n", "é", "世", "😀"]
    let scalars = (0..<Int.random(in: 1...700, using: &random)).map { _ in letters.randomElement(using: &random)! }
    let text = SourceText(String(String.UnicodeScalarView(scalars)))
    for _ in 0..<20 {
      let start = Int.random(in: 0..<scalars.count, using: &random)
      let end = Int.random(in: start..<min(scalars.count, start + 9), using: &random) + 1
      let lines = text.lines(around: start..<end)
      let first = scalars[..<start].lastIndex(of: "\n").map { $0 + 1 } ?? 0
      #expect(lines == first..<(scalars[end...].firstIndex(of: "\n") ?? scalars.count))
    }
  }
}
