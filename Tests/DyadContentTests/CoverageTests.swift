import DyadContent
import DyadCore
import DyadTestSupport
import Foundation
import Testing

@Suite struct CoverageTests {
  private func coverage(_ text: String, _ quotes: [String]) -> Coverage {
    var dossier = Dossier()
    dossier.sources = [Located(Source("s", title: "S \"&<\"", path: "s.txt", text: SourceText(text)))]
    dossier.events = quotes.enumerated().map { index, quote in
      Located(
        Event(
          Event.ID("e\(index)"), within: Interval("2025")!, what: "x", type: .agree, actors: [],
          evidence: Evidence([Citation(of: "s", quote: quote)])))
    }
    return Coverage.all(of: KnowledgeGraph.linking([dossier]).value)[0]
  }

  @Test func theShareCountsSignsAndNotWhiteSpace() {
    #expect(coverage("ab cd.", ["ab"]).share == 0.4)
    #expect(coverage("ab cd.", ["ab", "cd."]).share == 1)
    #expect(coverage("ab cd.", []).share == 0)
    #expect(coverage("", []).share == 1)
  }

  @Test func headlineAndBylineAreNoPartOfTheBody() {
    let report = coverage(
      "A headline\nBy somebody\nMay 26, 2025\nIt happened.\nNobody knew.", ["It happened.", "Nobody knew."])
    #expect(report.bodyShare == 1)
    #expect(report.share < 1)
  }

  @Test func passagesFollowOneAnotherFromStartToEnd() {
    let report = coverage("One. Two. Three.", ["Two.", "wo. Th"])
    #expect(report.passages.first?.range.lowerBound == 0)
    #expect(report.passages.last?.range.upperBound == 16)
    #expect(zip(report.passages, report.passages.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound })
    #expect(report.passages.contains { $0.claims == ["e0", "e1"] })
  }

  @Test func aClaimWithTwoQuotesHasBothPassages() {
    var dossier = Dossier()
    dossier.sources = [Located(Source("s", title: "S", path: "s.txt", text: SourceText("One. Two. Three.")))]
    dossier.events = [
      Located(
        Event(
          "e", within: Interval("2025")!, what: "x", type: .agree, actors: [],
          evidence: Evidence([Citation(of: "s", quote: "One."), Citation(of: "s", quote: "Three.")])))
    ]
    let report = Coverage.all(of: KnowledgeGraph.linking([dossier]).value)[0]
    #expect(report.passages.map(\.claims) == [["e"], [], ["e"]])
    #expect(report.passages.map(\.range) == [0..<4, 4..<10, 10..<16])
  }

  /// Character by character, each claim is where its quotes are found, and nowhere else.
  @Test(arguments: 0..<30) func everyCharacterHasItsClaims(seed: Int) {
    var random = Seeded(seed)
    let text = String((0..<40).map { _ in "ab. \n".randomElement(using: &random)! })
    let quotes = (0..<6).map { _ -> String in
      let start = Int.random(in: 0..<36, using: &random)
      return String(Array(text)[start..<Int.random(in: start + 1...40, using: &random)])
    }
    let report = coverage(text, quotes)
    var claims = [Set<String>](repeating: [], count: 40)
    for (index, quote) in quotes.enumerated() {
      for range in SourceText(text).find(quote) { for place in range { claims[place].insert("e\(index)") } }
    }
    for passage in report.passages {
      for place in passage.range { #expect(claims[place].sorted() == passage.claims, "at \(place) of seed \(seed)") }
    }
    #expect(report.passages.flatMap(\.range) == Array(0..<40))
    #expect(zip(report.passages, report.passages.dropFirst()).allSatisfy { $0.claims != $1.claims })
    let signs = text.indices.filter { !text[$0].isWhitespace }
    let quoted = signs.count { !claims[text.distance(from: text.startIndex, to: $0)].isEmpty }
    #expect(abs(report.share - (signs.isEmpty ? 1 : Double(quoted) / Double(signs.count))) < 1e-12)
  }

  @Test func whatIsNotQuotedIsListedWithItsLine() {
    let text = Coverage.Form.text.write([coverage("One.\nTwo & three.", ["One."])])
    #expect(text.contains("s.txt:2: not quoted: Two & three."))
  }

  @Test func thePageEscapesWhatItShows() {
    let page = Coverage.Form.html.write([coverage("<b>One</b> & two.", ["<b>One</b>"])])
    #expect(page.contains("<mark title=\"e0\">&lt;b&gt;One&lt;/b&gt;</mark>"))
    #expect(page.contains("<del> &amp; two.</del>"))
    #expect(!page.contains("<b>"))
  }

  @Test func theJSONIsRead() throws {
    let json = Coverage.Form.json.write([coverage("One \"two\".", ["One"])])
    let read = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((read["sources"] as? [[String: Any]])?.count == 1)
  }
}
