import DyadContent
import DyadCore
import DyadDrawing
import DyadTestSupport
import Graphviz
import Testing

/// The claims behind the parts of a picture, for a page on which a click leads to them.
@Suite struct TargetsTests {
  private func check(_ request: PictureRequest, _ graph: KnowledgeGraph) async throws -> [String: [String]] {
    let picture = try await request.picture(of: graph)
    let svg = String(decoding: try await picture.rendering(as: .svg).bytes, as: UTF8.self)
    let claims = Set(graph.claims)
    for (part, behind) in picture.targets {
      #expect(svg.contains("id=\"\(part)\""), "\(part) is not in the picture")
      #expect(!behind.isEmpty && Set(behind).subtracting(claims) == [], "\(part): \(behind)")
    }
    return picture.targets
  }

  @Test(arguments: ["pakistan-afghanistan", "egypt-israel", "ethiopia-eritrea", "armenia-azerbaijan"])
  func everyViewOfAnExampleHasThem(name: String) async throws {
    let graph = try Samples.example(name)
    let moment = Moment(on: graph.dates.last ?? Day(number: 0))
    for view in graph.views.values where view.focus != .everyone {
      let targets = try await check(PictureRequest(view.focus, .state(moment)), graph)
      #expect(targets.keys.contains { $0.hasPrefix("entity-") })
      #expect(targets.keys.contains { $0.hasPrefix("a_claim-") }, "\(view.id)")
    }
    _ = try await check(PictureRequest(.everyone, .state(moment)), graph)
    _ = try await check(PictureRequest(.everyone, .state(moment), form: .matrix), graph)
  }

  @Test(arguments: 0..<4, Samples.randomViews) func everyPartIsInThePicture(seed: Int, view: View) async throws {
    _ = try await check(PictureRequest(view.focus, .state(.ever)), anyGraph(seed: seed))
  }

  @Test func aFigureLeadsToItsEntityAndItsOffices() async throws {
    let graph = try Samples.example()
    let picture = try await PictureRequest(Samples.pair.focus, .state(Moment(on: Day("2025-05-26")!))).picture(
      of: graph)
    #expect(picture.targets["entity-dar"]?.first == "dar")
    #expect(picture.targets["entity-dar"]?.contains { $0.hasPrefix("dar/pakistan/foreign-minister") } == true)
  }

  @Test func aFilmHasNone() async throws {
    let request = PictureRequest(
      Samples.pair.focus, .film([Day("2025-04-19")!, Day("2025-05-26")!], known: nil, hidesAbsent: false, sheet: nil))
    #expect(try await request.picture(of: try Samples.example()).targets == [:])
  }
}
