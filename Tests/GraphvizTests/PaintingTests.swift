import Foundation
import Graphviz
import Testing

@Suite struct PaintingTests {
  private let graph: Graph = {
    var graph = anyClusteredGraph(seed: 11)
    graph.attributes = ["pad": "0", "margin": "0"]
    return graph
  }()

  @Test func paintingAtALayoutMovesNothing() async throws {
    let layout = try await graph.layout()
    let painted = try await graph.picture(at: layout, as: .svg)
    var fewer = graph
    fewer.nodes = graph.nodes.map { node in
      var node = node
      if node.name == "n1" { node.attributes["style"] = "invis" }
      return node
    }
    let without = try await fewer.picture(at: layout, as: .svg)
    let (all, some) = (shapes(painted), shapes(without))
    #expect(all.count > 20)
    #expect(some.isSubset(of: all))
    #expect(some.count < all.count)
  }

  @Test func thePageIsTheBoundsOfTheLayout() async throws {
    let layout = try await graph.layout()
    let svg = text(try await graph.picture(at: layout, as: .svg))
    // Graphviz counts the page in whole points.
    let size = svg.firstMatch(of: #/width="(\d+)pt" height="(\d+)pt"/#)
    #expect(abs(Double(size!.1)! - layout.bounds.width) <= 1.5)
    #expect(abs(Double(size!.2)! - layout.bounds.height) <= 1.5)
  }

  @Test func aLayoutComesBackFromJSONAsItWas() async throws {
    let layout = try await graph.layout()
    let back = try JSONDecoder().decode(Layout.self, from: JSONEncoder().encode(layout))
    #expect(back == layout)
    #expect(layout.clusters.count == 4)
    #expect(layout.edges.values.contains { $0.label != nil })
  }

  @Test func clustersAreDrawnInTheirBoxes() async throws {
    let layout = try await graph.layout()
    let svg = text(try await graph.picture(at: layout, as: .svg))
    #expect(svg.matches(of: #/class="cluster"/#).count == 4)
  }

  @Test func aDotPerInchMakesAPixel() async throws {
    var graph = Graph("size")
    graph.attributes = ["pad": "0", "margin": "0", "dpi": "144"]
    graph.nodes = [Node("a")]
    let layout = Layout(
      bounds: Box(Point(x: 0, y: 0), Point(x: 200, y: 100)),
      nodes: ["a": Box(centre: Point(x: 100, y: 50), width: 60, height: 30)])
    let png = try await graph.picture(at: layout, as: .png)
    let width = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
    #expect(abs(width - 400) <= 3)
  }

  /// Every form with its numbers.
  private func shapes(_ svg: [UInt8]) -> Set<String> {
    Set(text(svg).matches(of: #/<(?:ellipse|polygon|path|text)[^>]*>/#).map { String($0.0) })
  }
}
