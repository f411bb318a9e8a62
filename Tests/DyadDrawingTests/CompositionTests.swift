import DyadContent
import DyadCore
import DyadDrawing
import DyadTestSupport
import Foundation
import Graphviz
import Testing

@Suite struct CompositionTests {
  @Test(arguments: ["2025-05-26", "2025-02-01", "2021-07-01"])
  func noBlockOfTheSheetCoversAnother(day: String) async throws {
    expectApart(try await Composition(try Samples.thaw(day)).layout)
  }

  @Test(arguments: 0..<16, [45.0, 85, 120, 170, 254])
  func nothingOfARandomPictureCoversAnotherOrLeavesThePage(seed: Int, width: Double) async throws {
    let view = Samples.randomViews[seed % Samples.randomViews.count]
    let composition = try await Composition(Samples.random(seed, view), on: Samples.paper(width))
    expectApart(composition.layout)
    let bounds = composition.layout.bounds
    for (name, box) in composition.layout.nodes.mapValues(\.box) {
      #expect(box.minX >= -0.5 && box.maxX <= bounds.maxX + 0.5, "\(name)")
      #expect(box.minY >= -0.5 && box.maxY <= bounds.maxY + 0.5, "\(name)")
    }
  }

  /// Numbers are on lines, which may be near anything; all other blocks are apart.
  private func expectApart(_ layout: Layout) {
    let boxes = layout.nodes.filter { !$0.key.hasPrefix("number-") }.mapValues(\.box).sorted { $0.key < $1.key }
    for (index, one) in boxes.enumerated() {
      for other in boxes[(index + 1)...] {
        let width = min(one.value.maxX, other.value.maxX) - max(one.value.minX, other.value.minX)
        let height = min(one.value.maxY, other.value.maxY) - max(one.value.minY, other.value.minY)
        #expect(width <= 0.5 || height <= 0.5, "\(one.key) and \(other.key)")
      }
    }
  }

  @Test(arguments: Samples.randomViews)
  func aPictureShowsLessDetailUntilItFits(view: View) async throws {
    for height in [240.0, 120, 70] {
      let paper = Samples.paper(170, height: height)
      let composition = try await Composition.fitting(paper) { Samples.random(3, view, detail: $0) }
      #expect(abs(composition.height.millimetres - height) < 0.01)
      #expect(abs(composition.width.millimetres - 170) < 0.01)
    }
  }

  @Test func omissionsAreListed() async throws {
    let graph = try Samples.example()
    let diff = GraphDiff(graph.snapshot(at: Moment(on: Day(2025, 5, 26)!)))
    let small = try await Composition.fitting(Samples.paper(170, height: 90)) {
      Content(diff, of: Samples.pair, options: ContentOptions(detail: $0))
    }
    #expect(small.fits)
    #expect(small.smallestType >= 6)
    #expect(small.content.omissions.contains { $0.contains("third part") })
    #expect(small.content.omissions.contains { $0.contains("events not shown") })
  }

  @Test func aPictureTooWideForItsPageIsLaidOutAgain() async throws {
    let narrow = try await Composition(try Samples.thaw(), on: Samples.paper(85))
    let wide = try await Composition(try Samples.thaw())
    #expect(narrow.smallestType > wide.smallestType)
    #expect(narrow.height > wide.height)
  }

  @Test func typeThatGetsTooSmallIsMeasured() async throws {
    let stamp = try await Composition(try Samples.thaw(), on: Samples.paper(30))
    #expect(stamp.smallestType < 6)
    #expect(!stamp.fits)
  }
}

@Suite struct PaperTests {
  @Test(arguments: [(170.0, 300), (85, 300), (85, 600), (254, 96), (123.4, 150), (60, 72)])
  func thePNGHasThePixelsAndTheResolutionOfItsPaper(width: Double, dpi: Int) async throws {
    let paper = Samples.paper(width, height: 110)
    let composition = try await Composition.fitting(paper) { Samples.random(5, Samples.randomViews[0], detail: $0) }
    let png = try await composition.picture(as: .png, dpi: dpi)
    #expect(number(png, at: 16) == paper.width.pixels(dpi: dpi))
    #expect(number(png, at: 20) == Length(millimetres: 110).pixels(dpi: dpi))
    let resolution = try #require(Data(png).range(of: Data("pHYs".utf8))?.upperBound)
    #expect(number(png, at: resolution) == Int((Double(dpi) / 0.0254).rounded()))
  }

  private func number(_ bytes: [UInt8], at place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  @Test(arguments: [170.0, 85, 30])
  func theSVGHasItsSizeOnPaperAndAViewBox(width: Double) async throws {
    let composition = try await Composition(try Samples.thaw(), on: Samples.paper(width))
    let svg = try await composition.svg()
    let box = composition.layout.bounds
    #expect(svg.contains("width=\"\(Int(width))mm\""))
    let corner = try #require(svg.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/))
    #expect(abs(Double(corner.1)! - box.width) < 0.01 && abs(Double(corner.2)! - box.height) < 0.01)
  }

  @Test(arguments: [170.0, 85, 30])
  func thePDFHasItsSizeOnPaper(width: Double) async throws {
    let composition = try await Composition(try Samples.thaw(), on: Samples.paper(width))
    let pdf = String(decoding: try await composition.picture(as: .pdf), as: Unicode.ASCII.self)
    let box = try #require(pdf.firstMatch(of: /MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]/))
    #expect(abs(Double(box.1)! - composition.width.points) <= 1)
    #expect(abs(Double(box.2)! - composition.height.points) <= 1)
  }

  @Test(arguments: [
    ("170mm", 481.89), ("17cm", 481.89), ("6in", 432), ("482pt", 482), ("170", nil), ("-3mm", nil), ("nanmm", nil),
    ("1mm", nil), ("9999cm", nil), ("", nil),
  ])
  func aLengthHasAUnitAndFitsAPrinter(text: String, points: Double?) {
    #expect(Length(text).map { ($0.points * 100).rounded() / 100 } == points)
  }
}
