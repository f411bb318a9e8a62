import DyadContent
import DyadCore
import DyadDrawing
import DyadSyntax
import DyadTestSupport
import Graphviz
import Testing

/// Where text is in its shape, read from the SVG as it is painted.
@Suite struct TextInShapesTests {
  /// A node with a shape and text in it.
  private struct Node {
    var id: String
    var shape: [Point]
    var fill: String
    var lines: [(size: Double, x: Double, baseline: Double, text: String)]

    var top: Double { shape.map(\.y).min() ?? 0 }
    var bottom: Double { shape.map(\.y).max() ?? 0 }
  }

  private static let capHeight = 0.714
  /// Text is moved by whole points.
  private static let tolerance = 1.3

  @Test(arguments: [
    ("archipelago", "whole"), ("archipelago", "powers"), ("archipelago", "around"), ("pakistan-afghanistan", "thaw"),
    ("egypt-israel", "war"),
  ])
  func namesAndNumbersAreCentredByTheHeightOfCapitals(example: String, view: String) async throws {
    let nodes = try await nodes(example, view).filter {
      $0.id.hasPrefix("entity-") || $0.id.hasPrefix("number-") || $0.id.hasPrefix("bloc-")
    }
    #expect(nodes.count >= 3)
    for node in nodes {
      let (first, last) = (try #require(node.lines.first), try #require(node.lines.last))
      let above = first.baseline - Self.capHeight * first.size - node.top
      #expect(abs(above - (node.bottom - last.baseline)) / 2 <= Self.tolerance, "\(node.id)")
    }
  }

  /// Above and below its middle a hexagon is narrower.
  @Test func theNamesOfGroupsAreWithinTheirHexagons() async throws {
    let groups = try await nodes("archipelago", "whole").filter { $0.id.hasPrefix("entity-") && $0.shape.count == 7 }
    #expect(groups.count > 10)
    for group in groups {
      let left = group.shape.map(\.x).min() ?? 0
      let (half, height) = (((group.shape.map(\.x).max() ?? 0) - left) / 2, group.bottom - group.top)
      for line in group.lines {
        let away = [line.baseline, line.baseline - Self.capHeight * line.size].map {
          abs($0 - (group.top + group.bottom) / 2)
        }
        let edge = left + half * (away.max() ?? 0) / height
        #expect(line.x >= edge, "\(line.text) begins \(edge - line.x) points beside its hexagon")
      }
    }
  }

  @Test func whatAPictureLeavesOutIsApartFromItsSources() async throws {
    let baselines = try await nodes("archipelago", "whole").first { $0.id == "notes" }?.lines.map(\.baseline) ?? []
    let steps = Set(baselines).sorted().reversed().map(\.self)
    let gaps = zip(steps, steps.dropFirst()).map { $0 - $1 }
    #expect(gaps.count > 4)
    // Two lines of omissions are as far from each other as two sources, and farther from the sources.
    #expect(gaps.filter { $0 > (gaps.min() ?? 0) + 2 }.count == 1, "\(gaps)")
  }

  /// In a timeline of a pair, no state is grey.
  @Test func theKeyShowsStatesInAColourThatThePictureHas() async throws {
    let day = Day(2025, 5, 26)!
    for kind in [PictureRequest.Kind.timeline(Day(2021, 7, 1)!...day, known: nil), .state(Moment(on: day))] {
      let request = PictureRequest(.between("pakistan", "afghanistan"), kind)
      let nodes = nodes(try await request.picture(of: Samples.example()).rendering(as: .svg).bytes)
      let state = try #require(nodes.first { $0.id == "legend-0" })
      let fills = nodes.filter { $0.id.hasPrefix("entity-") }.map(\.fill)
      #expect(fills.contains(state.fill), "\(fills)")
    }
  }

  // MARK: The picture as it is painted

  private func nodes(_ example: String, _ view: String) async throws -> [Node] {
    let graph = try Samples.example(example)
    let named = try #require(graph.views[View.ID(view)])
    let day = try #require(named.days?.upperBound)
    let diff = GraphDiff(graph.snapshot(at: Moment(on: day)))
    let composition = try await Composition.fitting(.page) {
      Content(diff, of: named, options: ContentOptions(detail: $0))
    }
    return nodes([UInt8](try await composition.svg().utf8))
  }

  private func nodes(_ svg: [UInt8]) -> [Node] {
    var nodes: [Node] = []
    func collect(_ element: XMLElement, into node: inout Node) {
      func number(_ name: String) -> Double { Double(element[name] ?? "") ?? 0 }
      let size = number("font-size")
      switch element.name {
      case "text": node.lines.append((size, number("x"), number("y"), element.text))
      case "path", "polygon":
        if node.shape.isEmpty {
          node.shape = Self.points(element["d"] ?? element["points"] ?? "")
          node.fill = element["fill"] ?? ""
        }
      default: break
      }
      for case .element(let inner) in element.content { collect(inner, into: &node) }
    }
    func search(_ element: XMLElement) {
      if element.name == "g", let id = element["id"], element["class"]?.hasPrefix("node") == true {
        var node = Node(id: id, shape: [], fill: "", lines: [])
        collect(element, into: &node)
        nodes.append(node)
      } else {
        for case .element(let inner) in element.content { search(inner) }
      }
    }
    if let root = try? XMLElement(parsing: svg) { search(root) }
    return nodes
  }

  /// The points of a path, or of a polygon.
  private static func points(_ text: String) -> [Point] {
    let numbers = text.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
    return stride(from: 0, to: numbers.count - 1, by: 2).map { Point(x: numbers[$0], y: numbers[$0 + 1]) }
  }
}
