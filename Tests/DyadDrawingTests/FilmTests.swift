import DyadContent
import DyadCore
import DyadDrawing
import DyadTestSupport
import Foundation
import Graphviz
import Testing

@Suite struct FilmTests {
  private func film(_ seed: Int, _ view: View, hidingAbsent: Bool = false) async throws -> Film {
    let days = (0..<6).map { Day(number: Day(2000, 1, 1)!.number + $0 * 1500) }
    return try await Film(of: anyGraph(seed: seed), in: view, on: days, hidingAbsent: hidingAbsent)
  }

  /// Positions are exactly equal.
  @Test(arguments: 0..<8)
  func noPartyMovesFromFrameToFrame(seed: Int) async throws {
    for view in Samples.randomViews {
      let layouts = try await film(seed, view).frames.map(\.composition.layout)
      var places: [String: NodeBox] = [:]
      for layout in layouts {
        #expect(layout.bounds == layouts[0].bounds)
        for (name, box) in layout.nodes where name.hasPrefix("entity-") {
          #expect(places[name] == nil || places[name] == box, "\(name)")
          places[name] = box
        }
      }
      #expect(!places.isEmpty || view.focus == .everyone)
    }
  }

  @Test(arguments: 0..<8)
  func aCardHasTheSameTopInEveryFrame(seed: Int) async throws {
    var tops: [String: [Double]] = [:]
    for frame in try await film(seed, View(.around("entity-0", hops: 1))).frames {
      for (name, box) in frame.composition.layout.nodes where name.hasPrefix("card-") {
        tops[name, default: []].append(box.box.maxY)
      }
    }
    for (name, tops) in tops { #expect(tops.allSatisfy { abs($0 - tops[0]) < 1e-9 }, "\(name)") }
  }

  @Test func anAbsentPartyIsOutlinedOrHidden() async throws {
    let days = [Day(2021, 7, 1)!, Day(2025, 5, 26)!]
    let graph = try Samples.example()
    func first(_ hidingAbsent: Bool) async throws -> String {
      try await Film(of: graph, in: Samples.pair, on: days, hidingAbsent: hidingAbsent).frames[0].composition.svg()
    }
    #expect(try await first(false).contains("absent"))
    #expect(try await !first(true).contains("absent"))
    #expect(try await !first(true).contains(">China</text>"))
  }

  @Test func aFrameNamesItsDateAndMarksTheChangesSinceTheLast() async throws {
    let days = [Day(2025, 2, 1)!, Day(2025, 5, 27)!, Day(2025, 5, 28)!]
    let film = try await Film(of: try Samples.example(), in: Samples.pair, on: days)
    #expect(
      film.frames.map(\.composition.content.subtitle) == ["As of 1 Feb 2025", "As of 27 May 2025", "As of 28 May 2025"])
    #expect(
      film.frames[1].composition.content.changes.contains(
        "new: 19 Apr 2025: Deputy Prime Minister Dar pays a landmark visit"))
    #expect(film.frames[2].composition.content.changes == "Nothing changed.")
  }

  /// The slider of a page has the same frames.
  @Test func aFrameShowsWhatAPictureOfItsDayShows() async throws {
    let days = [Day(2021, 7, 1)!, Day(2025, 2, 1)!, Day(2025, 5, 26)!]
    for focus in [Samples.pair.focus, .around("pakistan", hops: 1), .everyone] {
      let graph = try Samples.example()
      let film = try await Film(of: graph, in: View(focus), on: days, marking: .both)
      for frame in film.frames {
        let request = PictureRequest(focus, .state(Moment(on: frame.day)), detail: .full)
        let (picture, shown) = (
          try #require(try await request.picture(of: graph).composition).content, try #require(frame.plain).content
        )
        #expect(Set(shown.figures.map(\.id)) == Set(picture.figures.map(\.id)), "\(focus) \(frame.day)")
        #expect(shown.claims == picture.claims)
        #expect(shown.omissions == picture.omissions)
        #expect(shown.cards.map { $0.rows.map(\.what) } == picture.cards.map { $0.rows.map(\.what) })
      }
    }
  }

  @Test func theLoopHasEveryFrameOnceAndNoIdTwice() async throws {
    let days = [Day(2021, 7, 1)!, Day(2025, 2, 1)!, Day(2025, 5, 26)!]
    let film = try await Film(of: try Samples.example(), in: Samples.pair, on: days)
    let svg = String(decoding: try await film.loop(), as: UTF8.self)
    #expect(svg.matches(of: /class="frame"/).count == 3)
    #expect(svg.contains("prefers-reduced-motion") && !svg.contains("<script"))
    let ids = svg.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
  }

  @Test func aSheetHasEveryDateInAsManyColumnsAsFit() async throws {
    let days = (2021...2025).map { Day($0, 12, 31)! }
    for (width, columns) in [(170.0, 2), (254, 3), (85, 1)] {
      let request = PictureRequest(
        Samples.pair.focus, .film(days, known: nil, hidesAbsent: false, isSheet: true), paper: Samples.paper(width))
      let sheet = try #require(try await request.picture(of: try Samples.example()).composition)
      let dates = sheet.layout.nodes.filter { $0.key.hasPrefix("date-") }
      #expect(dates.count == 5)
      #expect(Set(dates.values.map { ($0.box.minX * 10).rounded() }).count == columns)
      #expect(abs(sheet.width.millimetres - width) < 0.01 && sheet.smallestType >= 6)
      #expect(try await sheet.picture(as: .png, dpi: 72).count > 1000)
      #expect(try await sheet.picture(as: .pdf).count > 1000)
    }
  }
}
