import DyadContent
import DyadCore
import DyadTestSupport
import Foundation
import Testing

/// The words that stand for a picture say all that it shows, in the order in which it is read.
@Suite struct DescriptionTests {
  private func contents() -> [Content] {
    (0..<12).flatMap { seed -> [Content] in
      let graph = everything(seed: seed)
      let snapshot = graph.snapshot(at: Moment(on: Day(2020, 6, 15)!))
      return [View(.everyone), View(.between("entity-0", "entity-1")), View(.around("entity-0", hops: 1))].map {
        Content(GraphDiff(snapshot), of: $0)
      }
    }
  }

  @Test func everythingThatIsShownIsSaid() {
    for content in contents() {
      let words = content.alternative
      #expect(words.hasPrefix("\(content.title). \(content.subtitle).\n"))
      for figure in content.figures {
        #expect(words.contains(figure.fullName))
        for line in figure.lines { #expect(words.contains(line)) }
      }
      for row in content.cards.flatMap(\.rows) {
        #expect(words.contains("\(row.when): \(row.what)"))
        for speaker in row.speakers { #expect(words.contains(speaker)) }
        if let confidence = row.confidence {
          let level = confidence == .medium ? "moderate" : confidence.rawValue
          #expect(words.contains("\(level) confidence"))
        }
        for number in row.sources { #expect(words.contains("[\(number)]")) }
      }
      for omission in content.omissions { #expect(words.contains(omission)) }
      for index in content.notes.sources.indices { #expect(words.contains("\n" + content.notes.line(index + 1))) }
    }
  }

  @Test func theOrderIsThatOfReading() throws {
    for content in contents() {
      let words = content.alternative
      var from = words.startIndex
      for row in content.cards.flatMap(\.rows) {
        let found = try #require(
          words.range(of: "\(row.when): \(row.what)", range: from..<words.endIndex), "\(row.what)")
        from = found.lowerBound
      }
    }
  }

  @Test func withoutItsSourcesTheyAreNotListed() {
    let snapshot = everything(seed: 2).snapshot(at: .ever)
    let content = Content(GraphDiff(snapshot), of: View(.everyone), options: ContentOptions(showsSources: false))
    #expect(
      !content.notes.sources.isEmpty && !content.alternative.contains("\n[1] ")
        && !content.alternative.contains("\nSource: "))
  }
}
