import DyadContent
import DyadCore
import DyadDrawing
import DyadTestSupport
import Graphviz
import Testing

/// The numbers and names of blocs in a network, and what they cover.
@Suite struct NetworkLabelsTests {
  /// Numbers, and names of blocs, are on lines and grounds, but neither on each other nor on figures, of which one may be
  /// covered at the edge: between figures that nearly touch there is no free place.
  @Test(arguments: [
    "whole 2024-06-01", "powers 2024-06-01", "quiet 2024-06-01", "whole 2022-12-31", "whole 2026-12-31",
  ])
  func labelsCoverNeitherFiguresNorEachOther(picture: String) async throws {
    let words = picture.split(separator: " ").map(String.init)
    let graph = try Samples.example("archipelago")
    let named = try #require(graph.views[View.ID(words[0])])
    let diff = GraphDiff(graph.snapshot(at: Moment(on: Day(words[1])!)))
    let composition = try await Composition.fitting(.page) {
      Content(diff, of: named, options: ContentOptions(detail: $0))
    }
    let covered = coverings(composition)
    #expect(covered.allSatisfy { $0.isFigure && $0.depth <= 3 } && covered.count <= 1, "\(covered)")
  }

  /// Labels of a film have one place in all frames; where parties are close, that of one label may not be free in all.
  @Test func labelsOfAFrameHardlyCoverFiguresOrEachOther() async throws {
    let days = (2018...2023).map { Day($0, 1, 1)! }
    let film = try await Film(of: try Samples.example("archipelago"), in: View(.everyone), on: days)
    let covered = film.frames.map { coverings($0.composition) }
    #expect(covered.allSatisfy { $0.count <= 3 }, "\(covered)")
    #expect(covered.map(\.count).reduce(0, +) <= days.count, "\(covered)")
  }

  /// Where a label covers a figure or another label by more than a point, and by how much.
  private func coverings(_ composition: Composition) -> [(label: String, other: String, isFigure: Bool, depth: Double)]
  {
    func boxes(_ prefix: String) -> [(name: String, box: Box)] {
      composition.layout.nodes.filter { $0.key.hasPrefix(prefix) }.map { ($0.key, $0.value.box) }
    }
    let labels = boxes("number-") + boxes("bloc-")
    #expect(labels.count > 8)
    return labels.flatMap { label in
      (boxes("entity-") + labels).compactMap { other in
        let x = min(label.box.maxX, other.box.maxX) - max(label.box.minX, other.box.minX)
        let y = min(label.box.maxY, other.box.maxY) - max(label.box.minY, other.box.minY)
        guard other.name != label.name, min(x, y) > 1 else { return nil }
        return (label.name, other.name, other.name.hasPrefix("entity-"), min(x, y))
      }
    }
  }
}
