import DyadContent
import DyadCore
import DyadDrawing
import DyadFormats
import DyadTestSupport
import Foundation
import Graphviz
import Testing

/// What data sets count, as drawn.
@Suite struct CountDrawingTests {
  private static let graph: KnowledgeGraph = {
    let path = packageRoot.appendingPathComponent("examples/pakistan-afghanistan-counted").path
    return try! DossierReader.read(path).then { KnowledgeGraph.linking($0) }.get()
  }()
  private static let window = Day(2002, 1, 1)!...Day(2014, 12, 31)!
  private static let pair = View.Focus.between("pakistan", "afghanistan")

  private func svg(_ request: PictureRequest) async throws -> String {
    let picture = try await request.picture(of: CountDrawingTests.graph)
    return String(decoding: try await picture.rendering(as: .svg).bytes, as: UTF8.self)
  }

  @Test(arguments: [220.0, 300, 482]) func aTimelineHasBarsBelowItsAxis(width: Double) async throws {
    let paper = Paper(width: Length(points: width), height: .upTo(Length(points: 800)))
    let svg = try await svg(
      PictureRequest(CountDrawingTests.pair, .timeline(CountDrawingTests.window, known: nil), paper: paper))
    for part in ["cooperation", "conflict", "axis", "caption", "top", "bottom"] {
      #expect(svg.contains("counted-icews-\(part)"), "\(part)")
    }
  }

  @Test func aFilterOmitsTheBars() async throws {
    let svg = try await svg(
      PictureRequest(
        CountDrawingTests.pair, .timeline(CountDrawingTests.window, known: nil), filter: Filter(without: ["counts"])))
    #expect(!svg.contains("counted-icews"))
  }

  @Test func aCountedLineLooksLikeNoOther() async throws {
    var request = PictureRequest(.around("pakistan", hops: 1), .state(Moment(during: CountDrawingTests.window)))
    request.counts = "icews"
    let svg = try await svg(request)
    #expect(svg.contains("tie counted cooperation") && svg.contains("68,252") && !svg.contains("thawing"))
    // The recipe makes the same picture.
    #expect(try PictureRequest(fields: request.fields) == request)
  }

  @Test func aFilmOfCountsHasAFrameForEachYear() async throws {
    var request = PictureRequest(
      .around("pakistan", hops: 1),
      .film([2012, 2013, 2014].map { Day($0, 12, 31)! }, known: nil, hidesAbsent: false, sheet: 1))
    request.counts = "icews"
    let svg = try await svg(request)
    for number in ["8,872", "10,439", "8,807"] { #expect(svg.contains(number), "\(number)") }
  }
}
