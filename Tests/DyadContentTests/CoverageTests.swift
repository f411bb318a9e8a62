import DyadContent
import DyadCore
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
