import DyadContent
import DyadCore
import DyadTestSupport
import Graphviz
import Testing

import DyadDrawing

@Suite struct MatrixTests {
  private func content(_ name: String, _ day: Day, blocs: View.Blocs = .stated) throws -> Content {
    let snapshot = try Samples.example(name).snapshot(at: Moment(on: day))
    return Content(GraphDiff(snapshot), of: View(.everyone, form: .matrix, blocs: blocs))
  }

  @Test func everyCellHasAnIdASignAndATooltip() async throws {
    let content = try content("pakistan-afghanistan", Day(2025, 5, 26)!)
    let matrix = try #require(content.layout.matrix)
    let svg = try await Composition(content).svg()
    for cell in matrix.cells {
      let ends = "\(matrix.parties[cell.row])--\(matrix.parties[cell.column])"
      #expect(svg.contains("id=\"cell-\(ends)\"") && svg.contains("id=\"sign-\(ends)\""))
      #expect(svg.contains("id=\"pressure-\(ends)\"") == cell.pressesColumn)
    }
    let quotes = matrix.cells.compactMap(\.summary).compactMap(\.row).flatMap(\.quotes)
    let quote = try #require(quotes.first)
    #expect(svg.contains(String(quote.prefix(20))))
  }

  @Test(arguments: 0..<16, [85.0, 170, 254]) func cellsAreSquaresOfOneSizeOnThePage(seed: Int, width: Double)
    async throws
  {
    let diff = GraphDiff(anyGraph(seed: seed).snapshot(at: .ever))
    let composition = try await Composition(
      Content(diff, of: View(.everyone, form: .matrix)), on: Samples.paper(width))
    let boxes = composition.layout.nodes.filter { $0.key.hasPrefix("self-") }.values.map(\.box)
    for box in boxes {
      #expect(abs(box.width - boxes[0].width) < 0.01 && abs(box.width - box.height) < 0.01)
    }
    let bounds = composition.layout.bounds
    for (name, node) in composition.layout.nodes {
      #expect(node.box.minX >= -0.5 && node.box.maxX <= bounds.maxX + 0.5, "\(name)")
      #expect(node.box.minY >= -0.5 && node.box.maxY <= bounds.maxY + 0.5, "\(name)")
    }
  }

  @Test func sixtyPartiesFitAPageInLegibleType() async throws {
    let content = try content("archipelago", Day(2024, 6, 1)!)
    let composition = try await Composition(content)
    #expect(content.layout.matrix?.parties.count == 60)
    #expect(composition.fits && composition.smallestType >= 6)
  }

  @Test func aNarrowPageOfManyPartiesIsScaledDownWithAWarning() async throws {
    let composition = try await Composition(try content("archipelago", Day(2024, 6, 1)!), on: Samples.paper(85))
    #expect(composition.smallestType < 6 && !composition.fits)
  }

  @Test func aDiffSaysWhichTriangleIsWhich() async throws {
    let graph = try Samples.example()
    let diff = GraphDiff(
      from: graph.snapshot(at: Moment(on: Day(2021, 7, 1)!)), to: graph.snapshot(at: Moment(on: Day(2025, 5, 26)!)))
    let svg = try await Composition(Content(diff, of: View(.everyone, form: .matrix))).svg()
    #expect(svg.contains("above the diagonal: 26 May 2025") && svg.contains("below the diagonal: 1 Jul 2021"))
    #expect(svg.contains("changed"))
  }

  @Test func aRightToLeftMatrixIsMirrored() async throws {
    let graph = try Samples.example()
    let diff = GraphDiff(graph.snapshot(at: Moment(on: Day(2025, 5, 26)!)))
    func x(_ lexicon: Lexicon) async throws -> [Double] {
      let content = Content(
        diff, of: View(.everyone, form: .matrix), options: ContentOptions(lexicon: lexicon))
      let parties = try #require(content.layout.matrix).parties
      let layout = try await Composition(content).layout
      return parties.compactMap { layout.nodes["self-\($0)"]?.center.x }
    }
    let (english, urdu) = (try await x(.english), try await x(.urdu))
    #expect(english == english.sorted() && urdu == urdu.sorted().reversed())
  }

  @Test func aMatrixDrawnAgainFromItselfIsTheSame() async throws {
    let graph = try Samples.example()
    var request = PictureRequest(.everyone, .state(Moment(on: Day(2025, 5, 26)!)), form: .matrix, blocs: .found)
    request.theme = "auto"
    let first = try await request.picture(of: graph).rendering(as: .svg)
    let recipe = try #require(Recipe.read(from: first.bytes)?.recipe)
    #expect(recipe.request == request)
    #expect(try recipe.remade(from: graph).description == recipe.description)
    #expect(try await recipe.request.picture(of: graph).rendering(as: .svg).bytes == first.bytes)
  }
}
