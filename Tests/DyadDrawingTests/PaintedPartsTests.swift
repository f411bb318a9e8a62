import DyadContent
import DyadCore
import DyadTestSupport
import Graphviz
import Testing

import DyadDrawing

@Suite struct PaintedPartsTests {
  /// The picture as Graphviz paints all of it at once.
  private func whole(_ graph: Graph, _ layout: Layout, over areas: [FilledArea] = []) async throws -> [UInt8] {
    let bytes = try await graph.picture(at: layout, as: .svg, over: areas, warnings: .ignore)
    return SVGDocument.carrying(nil, try SVGDocument.allowed(bytes))
  }

  @Test(arguments: 0..<4) func aPictureOfPaintedPartsIsThatOfAllPartsPaintedAtOnce(seed: Int) async throws {
    let parts = PaintedParts()
    let days = (0..<4).map { Day(number: Day(2000, 1, 1)!.number + $0 * 2000) }
    for view in Samples.randomViews {
      let film = try await Film(of: anyGraph(seed: seed), in: view, on: days, marking: .both)
      let theme = film.style.paintedTheme
      // Twice: first with few parts that are painted, then with all.
      for composition in film.frames.flatMap({ [$0.plain, $0.composition].compactMap { $0 } })
        + film.frames.map(\.composition)
      {
        let (graph, layout) = (composition.page.graph(theme), composition.layout)
        let areas = composition.page.filledAreas
        #expect(PaintedPart.all(of: graph, at: layout) != nil)
        let picture = try await parts.picture(of: graph, at: layout, over: areas)
        #expect(SVGDocument.carrying(nil, picture) == (try await whole(graph, layout, over: areas)))
      }
    }
  }

  /// Graphviz paints the edges of a node in the order of their other ends, and those to one end in the order of the graph.
  @Test func edgesAreInTheOrderOfTheNodesThatTheyEndAt() async throws {
    let names = ["a", "b", "c", "d"]
    let ends = [("a", "d"), ("a", "b"), ("c", "a"), ("a", "c"), ("a", "b"), ("a", "a"), ("b", "a")]
    var layout = Layout(bounds: Box(minX: 0, minY: 0, maxX: 200, maxY: 40))
    for (index, name) in names.enumerated() {
      layout.nodes[name] = NodeBox(center: Point(x: 20 + 40 * Double(index), y: 20), width: 20, height: 10)
    }
    let graph = Graph(
      nodes: names.map { Node($0, ["id": .text($0)]) },
      edges: ends.enumerated().map { Edge($1.0, $1.1, key: "\($0)", ["id": .text("edge-\($0)")]) })
    for (index, id) in graph.edgeIDs.enumerated() {
      layout.edges[id] = .line(from: Point(x: 10, y: 5 + Double(index)), to: Point(x: 190, y: 5 + Double(index)))
    }
    let all = try #require(PaintedPart.all(of: graph, at: layout))
    let parts = PaintedParts()
    // One after the other, so that each is painted alone and the picture is put together.
    for count in 1...all.count {
      let (part, rest) = graph.part(with: Set(all.prefix(count)), at: layout)
      #expect(
        SVGDocument.carrying(nil, try await parts.picture(of: part, at: rest)) == (try await whole(part, rest)))
    }
  }

  @Test func partsAreOverTheAreasOfTheirOwnPicture() async throws {
    func area(_ x: Double, _ outline: String) -> FilledArea {
      let corners = [(x, 2), (x + 40, 2), (x + 20, 38), (x, 2)].map { Point(x: $0.0, y: $0.1) }
      return FilledArea(corners: corners, fill: "#EEF4FA", outline: outline, lineWidth: 3)
    }
    let graph = Graph(nodes: [Node("a", ["id": "a"]), Node("b", ["id": "b"])], edges: [Edge("a", "b", ["id": "a-b"])])
    let layout = Layout(
      bounds: Box(minX: 0, minY: 0, maxX: 200, maxY: 40),
      nodes: [
        "a": NodeBox(center: Point(x: 30, y: 20), width: 20, height: 10),
        "b": NodeBox(center: Point(x: 90, y: 20), width: 20, height: 10),
      ],
      edges: [EdgeID("a", "b"): .line(from: Point(x: 40, y: 20), to: Point(x: 80, y: 20))])
    let parts = PaintedParts()
    let (one, other) = (area(10, "#C9CED3"), area(120, "#336699"))
    for areas in [[one], [], [one, other], [other], [one]] {
      let picture = SVGDocument.carrying(nil, try await parts.picture(of: graph, at: layout, over: areas))
      #expect(picture == (try await whole(graph, layout, over: areas)))
      #expect(String(decoding: picture, as: UTF8.self).contains("#336699") == areas.contains(other))
    }
  }

  @Test func onlyWhatIsNewIsPainted() async throws {
    let graph = Graph(
      nodes: [Node("a", ["id": "a"]), Node("b", ["id": "b"])], edges: [Edge("a", "b", ["id": "a-b"])])
    let box = NodeBox(center: Point(x: 30, y: 20), width: 20, height: 10)
    let path = EdgePath.line(from: Point(x: 40, y: 20), to: Point(x: 80, y: 20))
    let layout = Layout(
      bounds: Box(minX: 0, minY: 0, maxX: 200, maxY: 40),
      nodes: ["a": box, "b": NodeBox(center: Point(x: 90, y: 20), width: 20, height: 10)],
      edges: [EdgeID("a", "b"): path])
    let all = try #require(PaintedPart.all(of: graph, at: layout))
    #expect(
      all == [
        .node(graph.nodes[0], box), .node(graph.nodes[1], layout.nodes["b"]!),
        .edge(EdgeID("a", "b"), ["id": "a-b"], path),
      ])
    let (node, _) = graph.part(with: [all[0]], at: layout)
    #expect(node.nodes.map(\.name) == ["a"] && node.edges.isEmpty)
    let (edge, rest) = graph.part(with: [all[2]], at: layout)
    #expect(edge.nodes.map(\.name) == ["a", "b"] && edge.edges.count == 1 && rest.edges.count == 1)
  }

  /// An edge without curves is routed by Graphviz, around all others.
  @Test func aGraphWhosePartsDependOnEachOtherIsPaintedAsAWhole() {
    let graph = Graph(nodes: [Node("a")], edges: [Edge("a", "a")])
    let layout = Layout(
      bounds: Box(minX: 0, minY: 0, maxX: 60, maxY: 40),
      nodes: ["a": NodeBox(center: Point(x: 30, y: 20), width: 20, height: 10)],
      edges: [EdgeID("a", "a"): EdgePath(curves: [])])
    #expect(PaintedPart.all(of: graph, at: layout) == nil)
  }
}
