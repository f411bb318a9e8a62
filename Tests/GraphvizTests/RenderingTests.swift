import DyadTestSupport
import Foundation
import Graphviz
import Testing

/// Rendering at a layout keeps all positions.
@Suite struct RenderingTests {
  @Test(arguments: Sample.all)
  func renderingAtALayoutEqualsRenderingAtOnce(sample: Sample) async throws {
    let graph = try await Graph(dot: sample.dot)
    let layout = try await graph.layout(warnings: .ignore)
    let separate = SVG(try await graph.picture(at: layout, as: .svg, warnings: .ignore))
    let atOnce = SVG(try await graph.picture(as: .svg, warnings: .ignore))
    #expect(separate.root == atOnce.root)
    #expect(Set(separate.elements).symmetricDifference(atOnce.elements) == [])
  }

  @Test func removedNodesMoveNoOthers() async throws {
    let stage = clusteredGraph(seed: 11, nodes: 24)
    let layout = try await stage.layout(warnings: .ignore)
    var frame = stage
    let absent: Set = ["n3", "n8", "n20"]
    frame.nodes.removeAll { absent.contains($0.name) }
    frame.edges.removeAll { absent.contains($0.tail) || absent.contains($0.head) }
    frame.subgraphs = frame.subgraphs.map { part in
      var part = part
      part.nodes.removeAll(where: absent.contains)
      return part
    }
    let before = SVG(try await stage.picture(at: layout, as: .svg, warnings: .ignore))
    let after = SVG(try await frame.picture(at: layout, as: .svg, warnings: .ignore))
    #expect(before.root == after.root)
    for node in frame.nodes { #expect(before.group(node.name) == after.group(node.name)) }
    for cluster in frame.subgraphs {
      #expect(before.group(cluster.name ?? "") == after.group(cluster.name ?? ""))
      #expect(!after.group(cluster.name ?? "").isEmpty)
    }
    for name in absent { #expect(after.group(name).isEmpty) }
  }

  @Test func thePageIsTheBoundsOfTheLayout() async throws {
    let graph = Graph("p", attributes: ["pad": 0, "margin": 0], nodes: [Node("a")])
    let layout = Layout(
      bounds: Box(minX: -50, minY: 0, maxX: 350, maxY: 200),
      nodes: ["a": NodeBox(center: Point(x: 10, y: 20), width: 54, height: 36)])
    let svg = SVG(try await graph.picture(at: layout, as: .svg))
    #expect(svg.root["width"] == "400pt")
    #expect(svg.root["height"] == "200pt")
    #expect(svg.root["viewBox"] == "0.00 0.00 400.00 200.00")
    let ellipse = svg.elements.first { $0.name == "ellipse" }
    #expect(ellipse?.attributes["cx"] == "10")
    #expect(ellipse?.attributes["cy"] == "-20")
    #expect(
      svg.elements.first { $0.name == "g" }?.attributes["transform"]
        == "scale(1 1) rotate(0) translate(50 200)")
  }

  @Test func aLayoutMadeByHandIsRenderedUnchanged() async throws {
    let graph = Graph(
      "h", attributes: ["pad": 0], nodeDefaults: ["shape": "box"],
      edges: [Edge("a", "b", ["label": "between"])],
      subgraphs: [
        Subgraph("cluster_lane", nodes: ["a"], ["label": "Lane"]), Subgraph("cluster_absent", nodes: ["b"]),
      ])
    let layout = Layout(
      bounds: Box(minX: 0, minY: 0, maxX: 300, maxY: 100),
      nodes: [
        "a": NodeBox(center: Point(x: 40, y: 50), width: 54, height: 36),
        "b": NodeBox(center: Point(x: 240, y: 50), width: 54, height: 36),
      ],
      edges: [EdgeID("a", "b"): .line(from: Point(x: 67, y: 50), to: Point(x: 213, y: 50), arrowAtEnd: true)],
      clusters: [
        "cluster_lane": ClusterBox(box: Box(minX: 5, minY: 5, maxX: 80, maxY: 95), label: Point(x: 40, y: 85))
      ])
    let svg = SVG(try await graph.picture(at: layout, as: .svg))
    #expect(svg.group("cluster_lane").first?.attributes["points"] == "5,-5 5,-95 80,-95 80,-5 5,-5")
    #expect(svg.group("cluster_absent").isEmpty)
    #expect(svg.group("a->b").first?.attributes["d"]?.hasPrefix("M67,-50") == true)
    #expect(svg.texts("text").sorted() == ["Lane", "a", "b", "between"])
  }

  /// With the outline, which is as wide as the edge, on every version.
  @Test(arguments: [0.5, 1, 3, 6], [0.3, 0.6, 1]) func theTipOfAnArrowIsAtItsEnd(width: Double, size: Double)
    async throws
  {
    let arrow = ArrowTriangle(size: size, lineWidth: width)
    let (tip, base) = (Point(x: 200, y: 50), Point(x: 200 - arrow.length, y: 50))
    let graph = Graph(
      "h", attributes: ["pad": 0], nodes: [Node("a"), Node("b")],
      edges: [Edge("a", "b", ["arrowsize": .raw("\(size)"), "penwidth": .raw("\(width)")])])
    var path = EdgePath.line(from: Point(x: 67, y: 50), to: base)
    path.curves[0].arrowAtEnd = arrow.end(forTipAt: tip, base: base)
    let layout = Layout(
      bounds: Box(minX: 0, minY: 0, maxX: 300, maxY: 100),
      nodes: [
        "a": NodeBox(center: Point(x: 40, y: 50), width: 54, height: 36),
        "b": NodeBox(center: Point(x: 227, y: 50), width: 54, height: 36),
      ], edges: [EdgeID("a", "b"): path])
    let svg = SVG(try await graph.picture(at: layout, as: .svg))
    let polygon = try #require(svg.group("a->b").first { $0.name == "polygon" }?.attributes["points"])
    let corners = polygon.split(separator: " ").map { $0.split(separator: ",").compactMap { Double($0) } }
    // Where the sides of the outline meet: half its width away from the sides of the triangle.
    let (height, half) = (corners[1][0] - corners[0][0], abs(corners[0][1] - corners[1][1]))
    let outline = width / 2 * (height * height + half * half).squareRoot() / half
    #expect(abs(corners[1][0] + outline - 200) < 0.1)
    #expect(abs(corners[0][0] - base.x) < 0.1 && abs(height - 10 * size) < 0.1)
    #expect(abs(half + width / 2 - arrow.halfBase) < 0.1)
  }

  @Test func anEdgeWithoutCurvesIsNotDrawn() async throws {
    let graph = Graph("n", edges: [Edge("a", "b")])
    var layout = try await graph.layout()
    layout.edges[EdgeID("a", "b")]?.curves = []
    #expect(SVG(try await graph.picture(at: layout, as: .svg)).group("a->b").allSatisfy { $0.name != "path" })
  }

  @Test func aNodeWithoutAPositionIsInvalid() async throws {
    let layout = try await Graph("n", nodes: [Node("a")]).layout()
    let graph = Graph("n", nodes: [Node("a"), Node("b")])
    let error = await failure { () async throws(Graph.Failure) in
      try await graph.picture(at: layout, as: .svg)
    }
    #expect(error?.reasons == ["the layout has no position for node 'b'"])
  }

  @Test func aLayoutIsTheSameAfterJSON() async throws {
    let layout = try await clusteredGraph(seed: 5, nodes: 20).layout(warnings: .ignore)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data = try encoder.encode(layout)
    let again = try JSONDecoder().decode(Layout.self, from: data)
    #expect(again == layout)
    #expect(try encoder.encode(again) == data)
  }

  @Test func aLayoutContainsAllPositions() async throws {
    let graph = try await Graph(
      dot: """
        digraph g { label=whole; subgraph cluster_c { label=C; a [xlabel=x] } a -> b [label=l xlabel=x headlabel=h
          taillabel=t dir=both] }
        """)
    let layout = try await graph.layout()
    let edge = try #require(layout.edges[EdgeID("a", "b")])
    #expect(layout.label != nil)
    #expect(layout.nodes["a"]?.xlabel != nil)
    #expect(layout.clusters["cluster_c"]?.label != nil)
    #expect(edge.curves.first?.arrowAtStart != nil && edge.curves.last?.arrowAtEnd != nil)
    #expect([edge.label, edge.xlabel, edge.headLabel, edge.tailLabel].allSatisfy { $0 != nil })
    #expect(
      layout.nodes.values.allSatisfy {
        $0.box.minX >= layout.bounds.minX && $0.box.maxY <= layout.bounds.maxY
      })
  }

  @Test func aPNGThatIsTooLargeIsInvalid() async throws {
    let graph = Graph("d", nodes: [Node("a", ["width": 400])])
    let error = await failure { () async throws(Graph.Failure) in try await graph.picture(as: .png, dpi: 1200)
    }
    #expect(error?.reasons?.first?.contains("use a lower dpi") == true)
  }

  @Test func morePixelsPerInchGiveALargerPNG() async throws {
    let graph = Graph("d", nodes: [Node("a")])
    func width(_ png: [UInt8]) -> Int { png[16..<20].reduce(0) { $0 << 8 | Int($1) } }
    let layout = try await graph.layout()
    let (small, large) = (
      try await graph.picture(at: layout, as: .png, dpi: 72),
      try await graph.picture(at: layout, as: .png, dpi: 288)
    )
    #expect(small.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(abs(width(large) - 4 * width(small)) <= 4)
  }

  private struct Bitmap: Decodable, Equatable {
    var mode: String
    var size: [Int]
    /// Those in the corner and in the middle.
    var colors: [[Int]]
  }

  private func bitmaps(_ pictures: [[UInt8]]) throws -> [Bitmap] {
    try inTemporaryFolder { folder in
      let files = pictures.indices.map { folder.appendingPathComponent("\($0).png") }
      for (file, bytes) in zip(files, pictures) { try Data(bytes).write(to: file) }
      let read = try Python.run("Tests/GraphvizTests/Readers/pixels.py", files.map(\.path))
      return try JSONDecoder().decode([Bitmap].self, from: JSONSerialization.data(withJSONObject: read))
    }
  }

  @Test(.checked(by: .python)) func aPNGHasTheColorsAndTheOpacityOfTheGraph() async throws {
    func picture(_ background: String, _ fill: String) async throws -> [UInt8] {
      let box = Node(
        "a",
        [
          "shape": "box", "style": "filled", "color": "transparent", "fillcolor": Value(stringLiteral: fill),
          "label": "", "width": 2, "height": 1, "fixedsize": true,
        ])
      let graph = Graph("d", attributes: ["bgcolor": Value(stringLiteral: background)], nodes: [box])
      return try await graph.picture(as: .png, dpi: 72)
    }
    // cairo rounds colors to multiples of their opacity; its own PNG has the same numbers.
    #expect(
      try bitmaps([
        await picture("#FFFFFF", "#336699"), await picture("transparent", "#33669980"),
        await picture("#00000040", "#336699"),
      ]) == [
        Bitmap(mode: "RGB", size: [152, 80], colors: [[255, 255, 255, 255], [0x33, 0x66, 0x99, 255]]),
        Bitmap(mode: "RGBA", size: [152, 80], colors: [[0, 0, 0, 0], [50, 102, 153, 0x80]]),
        Bitmap(mode: "RGBA", size: [152, 80], colors: [[0, 0, 0, 0x40], [0x33, 0x66, 0x99, 255]]),
      ])
  }

  @Test(.checked(by: .python)) func aPNGOfManyPiecesIsReadByOthers() async throws {
    let picture = try await clusteredGraph(seed: 3, nodes: 60).picture(as: .png, dpi: 300, warnings: .ignore)
    #expect(picture.count > 200_000)
    let bitmap = try #require(try bitmaps([picture]).first)
    #expect(bitmap.size.allSatisfy { $0 > 1000 })
    #expect(bitmap.colors[0] == [255, 255, 255, 255])
  }
}
