import DyadContent
import DyadCore
import DyadTestSupport
import Foundation
import Graphviz
import Synchronization
import Testing

import DyadDrawing

/// The lines, the type and the edges of the sheet of a pair.
@Suite struct SheetTests {
  private let pair = View(.between("entity-0", "entity-1"))
  private static let sheets = Mutex<[Int: Task<Composition, any Error>]>([:])

  /// The sheet of a pair of a random graph, made once for all tests.
  private func sheet(_ seed: Int) async throws -> Composition {
    try await SheetTests.sheets.withLock { sheets in
      if let sheet = sheets[seed] { return sheet }
      let sheet = Task { try await Composition(Samples.random(seed, pair)) }
      sheets[seed] = sheet
      return sheet
    }.value
  }

  // MARK: Lines

  @Test(arguments: 0..<24)
  func theLineOfThePairIsTheHeaviest(seed: Int) async throws {
    let composition = try await sheet(seed)
    var (own, others) = ([Double](), [Double]())
    for edge in composition.page.graph(.light).edges {
      guard let id = text(edge.attributes["id"]), id.hasPrefix("tie-"), !id.hasPrefix("tie-legend") else { continue }
      // Parallel strokes count with the space between them.
      let strokes = text(edge.attributes["color"])?.split(separator: ":").count ?? 1
      let width = try #require(text(edge.attributes["penwidth"]).flatMap(Double.init)) * Double(strokes)
      if id.hasSuffix("-dyad") { own.append(width) } else { others.append(width) }
    }
    #expect(own.count == 2)
    #expect(own.min() ?? 0 > others.max() ?? 0, "\(own) \(others)")
  }

  private func text(_ value: Value?) -> String? {
    switch value {
    case .raw(let text)?, .text(let text)?: text
    default: nil
    }
  }

  @Test(arguments: 0..<24)
  func everyLineEndsAtTheFigureThatItConcerns(seed: Int) async throws {
    let page = try await sheet(seed).page
    for line in page.lines where line.swatch == nil {
      let figure = try #require(page.block(.figure(line.line.from)))
      #expect(touches(line.points[0], figure), "\(line.line.id)")
      let target = try #require(line.line.target.flatMap(page.block))
      let card = line.line.card.flatMap { page.block(.card($0)) }
      let end = try #require(line.points.last)
      #expect(touches(end, target) || card.map { touches(end, $0) } == true, "\(line.line.id)")
    }
  }

  @Test(arguments: 0..<24, [88.0, 103, 170])
  func aLineAroundOnePartyEndsAtTheMemberThatItConcerns(seed: Int, width: Double) async throws {
    let view = View(.around("entity-0", hops: 1))
    let page = try await Composition(Samples.random(seed, view), on: Samples.paper(width)).page
    try expectEnds(page)
  }

  @Test(arguments: 0..<24) func aLineInAColumnEndsAtTheMemberThatItConcerns(seed: Int) async throws {
    let page = try await Composition(Samples.random(seed, pair), on: Samples.paper(88)).page
    try expectEnds(page)
  }

  private func expectEnds(_ page: Page) throws {
    for line in page.lines where line.swatch == nil && line.line.card != .pair {
      let figure = try #require(page.block(.figure(line.line.from)))
      let target = try #require(line.line.target.flatMap(page.block))
      #expect(touches(line.points[0], figure), "\(line.line.id)")
      #expect(touches(try #require(line.points.last), target), "\(line.line.id)")
      // It ends at a side of the figure, not within it.
      let inset = min(line.points[0].x - figure.x, figure.x + figure.size.width - line.points[0].x)
      #expect(inset <= figure.size.width / 4 + 0.1)
      for point in line.points { #expect((0...page.size.width).contains(point.x), "\(line.line.id)") }
    }
  }

  @Test func linesOfOfficialsEndAtThem() async throws {
    let graph = try Samples.example("ethiopia-eritrea")
    let snapshot = graph.snapshot(at: Moment(on: Day(2019, 10, 11)!))
    let content = Content(
      GraphDiff(snapshot), of: View(.around("eritrea", hops: 1)), options: ContentOptions(level: .standard))
    let starts = Dictionary(grouping: content.lines, by: \.card).mapValues { Set($0.map(\.from)) }
    #expect(starts[.alter("abiy")] == ["isaias"])
    #expect(starts[.alter("ethiopia")] == ["eritrea"])
  }

  private func touches(_ point: Point, _ block: PlacedBlock) -> Bool {
    (block.x - 0.6...block.x + block.size.width + 0.6).contains(point.x)
      && (block.y - 0.6...block.bottom + 0.6).contains(point.y)
  }

  @Test(arguments: 0..<24)
  func noLineCrossesThatOfThePair(seed: Int) async throws {
    let page = try await sheet(seed).page
    let own = page.lines.filter { $0.line.card == .pair && $0.swatch == nil }
    for line in page.lines where line.swatch == nil && line.line.card != .pair {
      for step in 0...400 {
        let point = Path.point(at: Double(step) / 400, of: line.points)
        for other in own {
          let xs = [other.points[0].x, other.points[other.points.count - 1].x].sorted()
          let isOn = (xs[0]...xs[1]).contains(point.x) && abs(point.y - other.points[0].y) < 2.5
          #expect(!isOn, "\(line.line.id)")
        }
      }
    }
  }

  // MARK: Type

  @Test(arguments: ExampleDossiers.names, [DetailLevel.standard, .full])
  func noWordIsLeftAloneAndNoDateIsParted(example: String, level: DetailLevel) async throws {
    let graph = try Samples.example(example)
    for view in graph.views.values.sorted(by: { $0.id < $1.id }) {
      let diff = GraphDiff(graph.snapshot(at: Moment(asOf: try #require(view.days))))
      let composition = try await Composition.fitting(.page) {
        Content(diff, of: view, options: ContentOptions(level: level, detail: $0))
      }
      for paragraph in paragraphs(of: composition) {
        for (line, next) in zip(paragraph, paragraph.dropFirst()) {
          #expect(!isDateParted(line, next), "\(view.id): \(paragraph)")
        }
        guard paragraph.count > 1 else { continue }
        for line in paragraph { #expect(!isOrphan(line), "\(view.id): \(paragraph)") }
      }
    }
  }

  /// The lines of each row of a card.
  private func paragraphs(of composition: Composition) -> [[String]] {
    composition.page.blocks.filter { $0.block.key.isCard }.flatMap { placed -> [[String]] in
      guard case .html(let label)? = placed.block.attributes["label"] else { return [] }
      return label.components(separatedBy: "</TD>").map { cell in
        cell.replacing(#/<BR[^>]*\/>/#, with: "\n").replacing(#/<[^>]*>/#, with: "")
          .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      }
    }
  }

  private func isOrphan(_ line: String) -> Bool {
    let words = line.split(separator: " ").filter { !$0.hasPrefix("[") }
    return words.count == 1 && words[0].count <= Paragraph.shortWord && words[0].contains(where: \.isLetter)
  }

  private func isDateParted(_ line: String, _ next: String) -> Bool {
    line.wholeMatch(of: #/.*\p{L}/#) != nil && next.firstMatch(of: #/^\d{4}(?!\d)/#) != nil
      || line.firstMatch(of: #/(^| )\d{1,2}$/#) != nil
        && next.firstMatch(of: #/^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/#) != nil
  }

  @Test func aWordIsBrokenOnlyAtItsHyphens() async throws {
    let run = Run("Nagorno-Karabakh Transcaucasia", .name, "#000000")
    let ruler = try await Ruler(measuring: [run])
    let lines = Paragraph([run], width: 50, ruler: ruler).lines.map { $0.map(\.text).joined() }
    #expect(lines == ["Nagorno-", "Karabakh", "Transcaucasia"])
    #expect(Pieces.of("北京和東京", fitting: 0.5) == ["北京", "和東", "京"])
    #expect(Pieces.atHyphens("soft\u{AD}ware") == ["soft-", "ware"])
  }

  @Test func aNameThatIsTooWideIsSetSmaller() async throws {
    let name = "Transcaucasianfederation"
    let figure = Figure(id: "t", kind: .group, side: .other, name: name, fullName: name)
    let ruler = try await Ruler(measuring: [FigureTypesetter.runs(figure, .light).name])
    let block = FigureTypesetter(theme: .light, ruler: ruler).block(figure, width: 110)
    guard case .html(let label)? = block.attributes["label"] else {
      Issue.record("no label")
      return
    }
    #expect(label.contains(">\(name)<") || label.contains("<B>\(name)</B>"))
    #expect(label.contains("POINT-SIZE=\"6\""))
  }

  @Test func aFigureThatWasTypesetIsTypesetAnewWhereSomethingDiffers() async throws {
    var figures = ["Kazan", "Kazan", "Ufa"].map { Figure(id: "k", kind: .state, side: .other, name: $0, fullName: $0) }
    figures[1].isAbsent = true
    let names = figures.map { FigureTypesetter.runs($0, .light).name }
    let (used, runs) = (try await Ruler(measuring: names), names)
    for figure in figures {
      for (width, least, padding, isSmall) in [(60.0, 0.0, 14.0, false), (90, 0, 14, false), (90, 40, 14, false)]
        + [(90, 40, 80, false), (90, 40, 80, true)]
      {
        func block(_ ruler: Ruler) -> Block {
          var typesetter = FigureTypesetter(theme: .light, ruler: ruler, isSmall: isSmall)
          typesetter.padding = padding
          return typesetter.block(figure, width: width, least: least)
        }
        let (one, other) = (block(used), block(try await Ruler(measuring: runs)))
        #expect(one.attributes == other.attributes && one.size == other.size)
      }
    }
  }

  @Test func referencesAndSignsStayWithTheirWords() async throws {
    let runs = [
      Run("Armenia is in practice frozen", .body, "#000000"), Run("– Pashinyan", .small, "#000000"),
      Run("[2]", .small, "#000000", isGlued: true),
    ]
    let ruler = try await Ruler(measuring: runs)
    for width in stride(from: 60.0, to: 200, by: 3) {
      let lines = Paragraph(runs, width: width, ruler: ruler).lines.map { $0.map(\.text).joined() }
      #expect(lines.allSatisfy { !$0.hasSuffix("–") && !$0.hasPrefix("[2]") }, "\(lines)")
    }
  }

  // MARK: Edges

  @Test func cardsHaveCommonEdges() async throws {
    let page = try await Composition(try Samples.thaw()).page
    let cards = page.blocks.filter { $0.block.key.isCard }
    let middle = try #require(page.block(.card(.pair)))
    for card in cards where abs(card.x - middle.x) < 20 {
      #expect(abs(card.size.width - middle.size.width) < 0.6 && abs(card.x - middle.x) < 0.1)
    }
    for panel in page.panels {
      for card in cards where abs(card.x - panel.x) < 20 {
        #expect(abs(card.size.width - panel.size.width) < 0.6 && abs(card.x - panel.x) < 0.1)
      }
    }
  }

  @Test func aNarrowSheetHasTypeOfElevenPixels() async throws {
    let composition = try await Composition(try Samples.thaw(), on: Samples.paper(103))
    #expect(composition.smallestType >= 8.249)
    #expect(abs(composition.width.millimetres - 103) < 0.01)
    #expect(try await Composition(try Samples.thaw(), on: Samples.paper(130)).smallestType == 7)
  }

  @Test func aSheetTakesAboutHalfAPageUnlessAllIsAskedFor() async throws {
    let graph = try Samples.example()
    let moment = Moment(on: Day("2025-05-26")!)
    var heights: [Double] = []
    for level in DetailLevel.allCases {
      let picture = try await PictureRequest(Samples.pair.focus, .state(moment), detail: level).picture(of: graph)
      heights.append(try #require(picture.composition?.height.millimetres))
    }
    #expect(heights[0] < heights[1] && heights[1] < heights[2])
  }

  @Test(arguments: ["2025-05-26", "2025-02-01"])
  func aStandardSheetIsAboutHalfAsFullAsAFullOne(day: String) async throws {
    let graph = try Samples.example()
    var measures: [(rows: Int, height: Double)] = []
    for level in [DetailLevel.standard, .full] {
      let picture = try await PictureRequest(Samples.pair.focus, .state(Moment(on: Day(day)!)), detail: level)
        .picture(of: graph)
      let composition = try #require(picture.composition)
      measures.append((composition.content.cards.flatMap(\.rows).count, composition.height.points))
    }
    #expect(measures[0].rows * 10 <= measures[1].rows * 6, "\(measures)")
    #expect(measures[0].height <= measures[1].height * 0.55, "\(measures)")
  }

  // MARK: The far column

  /// A third party with ties to both is below the shorter panel, and the line from the other side passes below the card.
  @Test func aLineToTheFarColumnPassesBelowTheCard() async throws {
    let request = PictureRequest(Samples.pair.focus, .state(Moment(on: Day("2025-05-26")!)))
    let page = try #require(try await request.picture(of: try Samples.example()).composition).page
    let card = try #require(page.block(.card(.pair)))
    let ttp = try #require(page.block(.figure("ttp")))
    #expect(ttp.x > card.x + card.size.width - 1)
    let far = try #require(page.lines.first { $0.line.card == .alter("ttp") && $0.line.from == "pakistan" })
    let near = try #require(page.lines.first { $0.line.card == .alter("ttp") && $0.line.from == "taliban" })
    let lowest = far.points.map(\.y).max() ?? 0
    #expect(lowest > card.bottom + 2 && lowest <= page.size.height)
    for step in 0...400 {
      let point = Path.point(at: Double(step) / 400, of: far.points)
      let isInside =
        (card.x + 1..<card.x + card.size.width - 1).contains(point.x) && (card.y..<card.bottom).contains(point.y)
      #expect(!isInside)
    }
    #expect(abs((far.points.last?.y ?? 0) - (near.points.last?.y ?? 0)) > 3)
  }

  @Test(arguments: 0..<24, [DetailLevel.standard, .full])
  func noLineRunsThroughACard(seed: Int, level: DetailLevel) async throws {
    let diff = GraphDiff(anyGraph(seed: seed).snapshot(at: .ever))
    let page = try await Composition(Content(diff, of: pair, options: ContentOptions(level: level))).page
    let cards = page.blocks.filter { $0.block.key.isCard }
    for line in page.lines where line.swatch == nil {
      for step in 0...200 {
        let point = Path.point(at: Double(step) / 200, of: line.points)
        for card in cards {
          let isInside =
            (card.x + 2..<card.x + card.size.width - 2).contains(point.x)
            && (card.y + 2..<card.bottom - 2).contains(point.y)
          #expect(!isInside, "\(line.line.id)")
        }
      }
    }
  }

  // MARK: Sources

  @Test func moreThanFourSourcesAreInTwoColumns() async throws {
    let runs = (1...9).map {
      Run("[\($0)] Soundings from 201\($0). The Pilots' Log, \($0) Jan 2016.", .small, "#000000")
    }
    let ruler = try await Ruler(measuring: SourceColumns.runs(runs))
    let columns = SourceColumns(runs, width: 460, ruler: ruler).columns
    #expect(columns.map(\.count) == [5, 4])
    #expect(columns.flatMap { $0 }.allSatisfy { $0.lines.count == 1 })
    #expect(SourceColumns(Array(runs.prefix(4)), width: 460, ruler: ruler).columns.map(\.count) == [4])
    // With one very long source columns would be much higher.
    let long = Run(Array(repeating: runs[0].text, count: 12).joined(separator: " "), .small, "#000000")
    #expect(SourceColumns([long] + runs.prefix(4), width: 460, ruler: ruler).columns.map(\.count) == [1])
    #expect(SourceColumns([], width: 460, ruler: ruler).columns.flatMap { $0 }.isEmpty)
  }

  @Test func standfirstAndCreditAreInThePicture() async throws {
    let request = PictureRequest(
      Samples.pair.focus, .state(Moment(on: Day("2025-05-26")!)), standfirst: "A thaw in words.",
      credit: "Graphic: A. B.")
    let picture = try await request.picture(of: try Samples.example())
    let svg = String(decoding: try await picture.rendering(as: .svg).bytes, as: UTF8.self)
    #expect(svg.contains(">A thaw in words.<") && svg.contains(">Graphic: A. B.<"))
    #expect(picture.alternative.contains("A thaw in words.") && picture.alternative.hasSuffix("Graphic: A. B.\n"))
    #expect(try PictureRequest(fields: request.fields) == request)
  }
}
