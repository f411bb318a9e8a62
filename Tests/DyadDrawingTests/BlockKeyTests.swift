import DyadContent
import DyadCore
import Testing

import DyadDrawing

/// Style sheets, locks and pages with pictures rely on these ids.
@Suite struct BlockKeyTests {
  @Test(arguments: [
    (BlockKey.title, "title"), (.notes, "notes"), (.figure("dar"), "entity-dar"), (.card(.pair), "card-dyad"),
    (.card(.alter("china")), "card-third-china"), (.narrowCard(.alter("china")), "card-third-china-narrow"),
    (.card(.ego), "card-own"), (.card(.amongAlters), "card-among"), (.number(.tie(Dyad("a", "b"))), "number-a--b"),
    (.panel(.second), "cluster-second"), (.swatch(2), "legend-2"), (.meaning(2), "meaning-2"), (.date(0), "date-0"),
    (.change(Line(from: "a", subject: .card(.pair), tone: nil, isPossible: false).id), "number-a-dyad"),
    (.timeline(.row("visit")), "row-visit"), (.timeline(.mark("visit", nil)), "mark-visit"),
    (.timeline(.phase("thaw", .certain, nil)), "phase-thaw"),
    (.timeline(.phase("thaw", .before, "dar")), "phase-thaw-before.dar"), (.timeline(.year(2021)), "year-2021"),
    (.timeline(.swatch(3)), "key-mark-3"),
  ])
  func aPartOfAPictureKeepsItsId(key: BlockKey, id: String) {
    #expect(key.id == id)
    #expect(key.id(inFrame: 4) == "\(id)@4")
  }

  @Test func aLineIsNamedByItsEndsAndInATimelineByItsEvent() {
    var line = PlacedLine(
      Line(from: "a", subject: .card(.alter("c")), tone: nil, isPossible: false), points: [])
    #expect(line.id == "tie-a-third-c" && line.key == "a-third-c")
    line.frame = 1
    #expect(line.id == "tie-a-third-c@1" && line.key == "a-third-c@1")
    let second = Line(from: "a", to: "b", subject: .claim("visit", part: 2), tone: nil, isPossible: false)
    #expect(PlacedLine(second, points: []).id == "tie-a-b" && PlacedLine(second, points: []).key == "a-visit-2")
  }

  @Test(arguments: 0..<8)
  func noTwoBlocksOfAPictureHaveTheSameId(seed: Int) async throws {
    for view in Samples.randomViews {
      let page = try await Composition(Samples.random(seed, view)).page
      #expect(Set(page.blocks.map(\.name)).count == page.blocks.count, "\(view.focus)")
      #expect(Set(page.lines.map(\.key)).count == page.lines.count, "\(view.focus)")
    }
  }
}
