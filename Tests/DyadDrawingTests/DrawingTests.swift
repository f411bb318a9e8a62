import DyadCore
import DyadDrawing
import DyadFormats
import DyadTestSupport
import Foundation
import Graphviz
import Testing

@Suite struct DrawingTests {
  private func thaw(_ day: String) throws -> Drawing {
    let folder = packageRoot.appendingPathComponent("examples/pakistan-afghanistan").path
    let graph = try DossierReader.read(folder).then { KnowledgeGraph.linking($0) }.get()
    let snapshot = graph.snapshot(at: Moment(on: Day(day)!))
    return Drawing(GraphDiff(snapshot), of: .between("pakistan", "afghanistan"))
  }

  @Test(arguments: ["2025-05-26", "2025-02-01", "2021-07-01"])
  func theSheetOfTheExampleSaysWhatItDid(day: String) throws {
    let golden = packageRoot.appendingPathComponent("Tests/DyadDrawingTests/Golden/thaw-\(day).txt")
    #expect(difference(from: golden, try thaw(day).description + "\n") == nil)
  }

  @Test(arguments: ["2025-05-26", "2025-02-01", "2021-07-01"])
  func noBlockOfTheSheetCoversAnother(day: String) async throws {
    let layout = try await thaw(day).layout()
    expectApart(layout)
  }

  @Test(arguments: 0..<25)
  func noBlockOfARandomPictureCoversAnother(seed: Int) async throws {
    let snapshot = anyGraph(seed: seed).snapshot(at: .ever)
    expectApart(try await Drawing(GraphDiff(snapshot), of: .between("entity-0", "entity-1")).layout())
    expectApart(try await Drawing(GraphDiff(snapshot), of: .around("entity-0", hops: 2)).layout())
  }

  @Test(arguments: 0..<10)
  func everythingStaysOnThePage(seed: Int) async throws {
    let snapshot = anyGraph(seed: seed).snapshot(at: .ever)
    let layout = try await Drawing(GraphDiff(snapshot), of: .between("entity-0", "entity-1")).layout()
    for (name, box) in layout.nodes.mapValues(\.box) {
      #expect(box.minX >= -0.5 && box.maxX <= layout.bounds.maxX + 0.5, "\(name)")
      #expect(box.minY >= -0.5 && box.maxY <= layout.bounds.maxY + 0.5, "\(name)")
    }
  }

  /// Panels and blocks may only stand in one another as members do.
  private func expectApart(_ layout: Layout) {
    let boxes = layout.nodes.mapValues(\.box).sorted { $0.key < $1.key }
    for (index, one) in boxes.enumerated() {
      for other in boxes[(index + 1)...] {
        let width = min(one.value.maxX, other.value.maxX) - max(one.value.minX, other.value.minX)
        let height = min(one.value.maxY, other.value.maxY) - max(one.value.minY, other.value.minY)
        #expect(width <= 0.5 || height <= 0.5, "\(one.key) and \(other.key)")
      }
    }
  }

  @Test func theSheetIsAsWideAsAColumnAndItsTypeIsLegible() async throws {
    let drawing = try thaw("2025-05-26")
    let layout = try await drawing.layout()
    #expect(abs(layout.bounds.width - 170 / 25.4 * 72) < 0.01)
    #expect(layout.bounds.height < 240 / 25.4 * 72)
    #expect(drawing.smallestType(at: layout) >= 6)
  }

  @Test(arguments: [ImageFormat.svg, .png, .pdf, .dot])
  func theSamePictureIsTheSameBytes(format: ImageFormat) async throws {
    let drawing = try thaw("2025-05-26")
    let layout = try await drawing.layout()
    let first = try await drawing.picture(at: layout, as: format)
    #expect(try await drawing.picture(at: try await drawing.layout(), as: format) == first)
  }

  @Test func theSVGSaysWhatItIsAndFetchesNothing() async throws {
    let drawing = try thaw("2025-05-26")
    let svg = String(decoding: try await drawing.picture(at: try await drawing.layout(), as: .svg), as: UTF8.self)
    #expect(svg.contains("role=\"img\""))
    #expect(svg.contains("<title id=\"title\">Pakistan and Afghanistan. As of 26 May 2025.</title>"))
    #expect(svg.contains("<desc id=\"desc\">"))
    #expect(svg.contains("width=\"170mm\""))
    #expect(svg.contains("id=\"entity-taliban\""))
    #expect(svg.contains("noticeable decline in suicide bombings"))
    for word in ["<script", "<image", "xlink:href=", "onload", "<?xml-stylesheet", "<foreignObject", "@import"] {
      #expect(!svg.contains(word), "\(word)")
    }
  }

  @Test func whatAHostileDossierSaysIsOnlyText() async throws {
    let evil = "\"><script>evil()</script> & \\N %s <b>x</b> ]]> ${x} "
    var dossier = Dossier(title: evil)
    dossier.sources = [Located(Source("s", title: evil, publisher: evil))]
    dossier.entities = [
      Located(Entity("a", .state, name: evil)), Located(Entity("b", .group, name: evil)),
      Located(Entity("o", .official, name: evil, home: "a")),
    ]
    dossier.relations = [
      Located(
        Relation(
          "r", "ties", between: "a", "b",
          phases: [
            Phase("p", reads: evil, evidence: Evidence([Citation(of: "s", quote: evil, speaker: evil)]))
          ]))
    ]
    dossier.events = [
      Located(Event("e", within: Interval("2025")!, what: evil, type: .agree, actors: ["o"], recipients: ["b"]))
    ]
    let drawing = Drawing(
      GraphDiff(KnowledgeGraph.linking([dossier]).value.snapshot(at: .ever)), of: .between("a", "b"))
    let svg = String(decoding: try await drawing.picture(at: try await drawing.layout(), as: .svg), as: UTF8.self)
    #expect(!svg.contains("<script"))
    #expect(svg.contains("&lt;script&gt;evil()&lt;/script&gt;"))
  }

  @Test(arguments: Theme.all)
  func everyThemeIsDrawn(theme: Theme) async throws {
    var drawing = try thaw("2025-02-01")
    drawing.theme = theme
    let svg = String(decoding: try await drawing.picture(at: try await drawing.layout(), as: .svg), as: UTF8.self)
    #expect(svg.lowercased().contains(theme.page.fill.lowercased()))
  }

  @Test func anEmptyGraphIsDrawnToo() async throws {
    let snapshot = KnowledgeGraph.linking([Dossier(title: "Nothing")]).value.snapshot(at: .ever)
    let drawing = Drawing(GraphDiff(snapshot))
    #expect(try await drawing.picture(at: try await drawing.layout(), as: .svg).isEmpty == false)
  }
}
