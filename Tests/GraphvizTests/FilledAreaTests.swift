import Foundation
import Graphviz
import Testing

@Suite struct FilledAreaTests {
  private let graph = Graph("ties", nodes: [Node("a")])
  private let corners = [(10.0, 10.0), (90, 10), (50, 80), (10, 10)].map { Point(x: $0.0, y: $0.1) }

  private func picture(_ area: FilledArea, as format: ImageFormat = .svg) async throws -> [UInt8] {
    let layout = Layout(
      bounds: Box(minX: 0, minY: 0, maxX: 100, maxY: 100),
      nodes: ["a": NodeBox(center: Point(x: 50, y: 50), width: 54, height: 36)])
    return try await graph.picture(at: layout, as: format, over: [area])
  }

  @Test func anAreaIsPaintedBeforeTheNodes() async throws {
    let svg = String(
      decoding: try await picture(FilledArea(corners: corners, fill: "#EEF4FA", outline: "#C9CED3")), as: UTF8.self)
    let area = try #require(svg.range(of: "fill=\"#eef4fa\""))
    let node = try #require(svg.range(of: "class=\"node\""))
    #expect(area.lowerBound < node.lowerBound)
  }

  @Test(arguments: [ImageFormat.png, .pdf, .dot]) func otherFormatsHaveItToo(format: ImageFormat) async throws {
    let plain = try await picture(FilledArea(corners: corners, fill: "#FFFFFF", outline: "#FFFFFF"), as: format)
    let filled = try await picture(FilledArea(corners: corners, fill: "#FF0000", outline: "#C9CED3"), as: format)
    #expect(plain != filled)
  }

  @Test func whatIsNoAreaIsRefused() async throws {
    let areas = [
      FilledArea(points: [corners[0]], fill: "#EEF4FA", outline: "#C9CED3"),
      FilledArea(corners: corners, fill: "red; I 0 0 9 9 4 -/etc", outline: "#C9CED3"),
      FilledArea(corners: corners, fill: "#EEF4FA", outline: "#C9CED3", lineWidth: -.infinity),
      FilledArea(corners: [corners[0], Point(x: .nan, y: 0), corners[0]], fill: "#EEF4FA", outline: "#C9CED3"),
    ]
    for area in areas {
      await #expect(throws: Graph.Failure.self) { try await picture(area) }
    }
  }
}
