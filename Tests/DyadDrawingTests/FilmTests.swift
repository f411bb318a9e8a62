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

  /// Positions are exactly equal; a card grows downwards.
  @Test(arguments: [0, 1, 2, 3, 5])
  func noPartyMovesFromFrameToFrameAndNoTopOfACard(seed: Int) async throws {
    for view in Samples.randomViews {
      let layouts = try await film(seed, view).frames.map(\.composition.layout)
      var places: [String: NodeBox] = [:]
      var tops: [String: [Double]] = [:]
      for layout in layouts {
        #expect(layout.bounds == layouts[0].bounds)
        for (name, box) in layout.nodes where name.hasPrefix("entity-") {
          #expect(places[name] == nil || places[name] == box, "\(name)")
          places[name] = box
        }
        for (name, box) in layout.nodes where name.hasPrefix("card-") { tops[name, default: []].append(box.box.maxY) }
      }
      #expect(!places.isEmpty || view.focus == .everyone)
      guard view == View(.around("entity-0", hops: 1)) else { continue }
      #expect(!tops.isEmpty)
      for (name, tops) in tops { #expect(tops.allSatisfy { abs($0 - tops[0]) < 1e-9 }, "\(name)") }
    }
  }

  /// A group is a third party until it governs one of the two.
  @Test func aPartyThatJoinsASideHasItsPlaceThereInAllFrames() async throws {
    func tie(_ one: Entity.ID, _ other: Entity.ID, _ kind: RelationKind.ID, _ during: String) -> Located<Relation> {
      Located(
        Relation(
          Relation.ID("\(one)-\(other)"), kind, between: one, other,
          phases: [Phase(Phase.ID("\(one)-\(other)-1"), tone: Tone(-3)!, during: Interval(during)!)]))
    }
    var dossier = Dossier(title: "A group in power")
    dossier.entities = [
      Located(Entity("a", .state, name: "Arvane")), Located(Entity("b", .state, name: "Belmar")),
      Located(Entity("g", .group, name: "The Movement")),
    ]
    dossier.relations = [
      tie("a", "b", "ties", "2015/.."), tie("a", "g", "pressure", "2015/.."), tie("g", "b", "governs", "2020/.."),
    ]
    let (graph, pair) = (KnowledgeGraph.linking([dossier]).value, View(.between("a", "b")))
    let days = [Day(2016, 1, 1)!, Day(2021, 1, 1)!]
    let sides = days.map { day in
      Content(GraphDiff(graph.snapshot(at: Moment(on: day))), of: pair).figures.first { $0.id == "g" }?.side
    }
    #expect(sides == [.other, .second])
    let film = try await Film(of: graph, in: pair, on: days)
    #expect(!film.frames[0].composition.content.figures.contains { $0.id == "g" })
    for frame in film.frames {
      #expect(!frame.composition.content.cards.contains { $0.kind == .alter("g") })
      #expect(try await frame.composition.svg().contains("id=\"entity-g\""))
    }
    let request = PictureRequest(pair.focus, .film(days, known: nil, hidesAbsent: false, sheet: 1))
    let sheet = try #require(try await request.picture(of: graph).composition)
    #expect(try await sheet.svg().contains("The Movement"))
  }

  @Test func anAbsentPartyIsOutlinedOrHidden() async throws {
    let days = [Day(2021, 7, 1)!, Day(2025, 5, 26)!]
    let graph = try Samples.example()
    func first(_ hidingAbsent: Bool) async throws -> String {
      try await Film(of: graph, in: Samples.pair, on: days, hidingAbsent: hidingAbsent).frames[0].composition.svg()
    }
    #expect(try await first(false).contains("absent"))
    #expect(try await !first(true).contains("absent"))
    #expect(try await first(false).contains(">Ishaq Dar</text>"))
    #expect(try await !first(true).contains(">Ishaq Dar</text>"))
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

  @Test func daysWithoutAChangeShareAFrameThatSaysSo() async throws {
    let days = (2021...2025).map { Day($0, 12, 31)! }
    let request = PictureRequest(Samples.pair.focus, .film(days, known: nil, hidesAbsent: false, sheet: nil))
    let picture = try await request.picture(of: try Samples.example())
    let film = try #require(picture.film)
    #expect(film.frames.map(\.day) == [days[0], days[4]])
    #expect(film.frames[0].composition.content.subtitle == "As of 31 Dec 2021, no change 2022–2024")
    let svg = try await film.frames[0].composition.svg()
    #expect(svg.contains("no change 2022–2024"))
    let layout = film.frames[0].composition.layout
    let title = try #require(layout.nodes["title"]?.box)
    #expect(title.maxX <= layout.bounds.maxX)
  }

  @Test(arguments: [85.0, 170, 254])
  func aSheetFitsItsPagesAndSaysWhichFramesTheyHave(width: Double) async throws {
    let graph = try Samples.example("egypt-israel")
    let view = View(.between("egypt", "israel"))
    let days = Cadence.change.days(in: Day(1977, 1, 1)!...Day(1979, 3, 31)!, of: graph, in: view)
    let request = PictureRequest(
      view.focus, .film(days, known: nil, hidesAbsent: false, sheet: 1), paper: Samples.paper(width))
    let picture = try await request.picture(of: graph)
    #expect(picture.pageCount > 1)
    var dates: [String] = []
    for number in 1...picture.pageCount {
      let page = try #require(picture.page(number).composition)
      #expect(page.fits && page.smallestType >= 6, "page \(number)")
      let own = page.layout.nodes.keys.filter { $0.hasPrefix("date-") }
      #expect(own.count >= 1)
      let range = try #require(page.content.frameRange)
      #expect(range.lowerBound == dates.count && own.count == range.count)
      dates += days[range].map(\.description)
      let words =
        range.count == 1 ? "Frame \(range.upperBound) of" : "Frames \(range.lowerBound + 1)–\(range.upperBound) of"
      #expect(page.content.omissions.contains("\(words) \(days.count)."))
    }
    #expect(dates == days.map(\.description))
    #expect(picture.page(2).request.kind == .film(days, known: nil, hidesAbsent: false, sheet: 2))
  }

  @Test func aSheetLeavesOutEventsBeforeParties() async throws {
    let graph = try Samples.example("egypt-israel")
    let view = View(.between("egypt", "israel"))
    let days = [Day(1978, 9, 16)!, Day(1978, 9, 17)!]
    let request = PictureRequest(view.focus, .film(days, known: nil, hidesAbsent: false, sheet: 1))
    let sheet = try #require(try await request.picture(of: graph).composition).content
    for day in days {
      let full = Content(
        GraphDiff(graph.snapshot(at: Moment(on: day))), of: view, options: ContentOptions(detail: .full))
      #expect(Set(sheet.figures.map(\.id)).isSuperset(of: full.figures.filter { $0.side == .other }.map(\.id)))
    }
  }

  @Test func eachPageOfASheetIsCurrentUntilItsDossierChanges() async throws {
    let graph = try Samples.example("egypt-israel")
    let days = Cadence.change.days(
      in: Day(1977, 1, 1)!...Day(1978, 12, 31)!, of: graph, in: View(.between("egypt", "israel")))
    let request = PictureRequest(
      .between("egypt", "israel"), .film(days, known: nil, hidesAbsent: false, sheet: 1))
    let picture = try await request.picture(of: graph)
    for number in 1...picture.pageCount {
      let bytes = try await picture.page(number).rendering(as: .svg).bytes
      let recipe = try #require(Recipe.read(from: bytes)?.recipe)
      #expect(Verdict(on: recipe, redrawn: try recipe.remade(from: graph)) == .current, "page \(number)")
      #expect(try await recipe.request.picture(of: graph).rendering(as: .svg).bytes == bytes, "page \(number)")
    }
  }

  /// A frame only where something changes.
  @Test(arguments: 0..<6)
  func framesOfEveryChangeDifferFromEachOther(seed: Int) async throws {
    let graph = anyGraph(seed: seed)
    let window = Day(2016, 1, 1)!...Day(2019, 12, 31)!
    for view in [View(.between("entity-0", "entity-1")), View(.around("entity-0", hops: 1))] {
      let days = Cadence.change.days(in: window, of: graph, in: view)
      #expect(days == days.sorted() && days.first == window.lowerBound)
      let film = try await Film(of: graph, in: view, on: days)
      for (before, frame) in zip(film.frames, film.frames.dropFirst()) {
        let (one, other) = (before.composition.content, frame.composition.content)
        #expect(one.cards != other.cards || one.figures != other.figures, "\(seed) \(view.focus) \(frame.day)")
      }
      let folded = FilmContent.Source(of: graph, in: view, on: days, isFolded: true)
      #expect(folded.days == days && folded.unchanged.allSatisfy { $0 == nil })
    }
  }

  /// A number that is not in the list of its frame leads nowhere, and a change has its mark whether it is in the list or not.
  @Test func linesHaveTheNumbersAndMarksOfTheirFrame() async throws {
    let days = (2020...2023).map { Day($0, 1, 1)! }
    let film = try await Film(of: try Samples.example("archipelago"), in: View(.everyone), on: days)
    var unlisted = 0
    for frame in film.frames {
      let (content, page) = (frame.composition.content, frame.composition.page)
      let listed = Set(content.cards.filter { $0.number != nil }.map(\.kind))
      let marked = Set(content.lines.filter { ($0.mark ?? .kept) != .kept }.compactMap(\.card))
      let onLines = page.blocks.compactMap { placed in
        if case .number(let card) = placed.block.key { card } else { nil }
      }
      #expect(Set(onLines) == listed.union(marked) && Set(onLines).count == onLines.count, "\(frame.day)")
      unlisted += marked.subtracting(listed).count
    }
    #expect(unlisted > 0)
  }
}
