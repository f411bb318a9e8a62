import DyadCore
import DyadDrawing
import DyadFormats
import DyadTestSupport
import Foundation
import Graphviz
import Testing

/// Names in Arabic, Persian, Chinese, Cyrillic and Devanagari, mixed with Latin.
@Suite struct ScriptTests {
  private func composition(_ view: View) async throws -> Composition {
    let path = packageRoot.appendingPathComponent("Tests/DyadDrawingTests/Scripts/dossier.yaml").path
    let graph = try DossierReader.read(path).then { KnowledgeGraph.linking($0) }.get()
    let diff = GraphDiff(graph.snapshot(at: Moment(on: Day(2022, 1, 1)!)))
    return try await Composition.fitting(.page) { Drawing(diff, of: view, style: Style(detail: $0)) }
  }

  private static let names = ["ایران", "中华人民共和国", "Российская", "नेपाल", "王小明", "Анна", "外交部长", "متوترة"]

  @Test(arguments: [View(.between("china", "russia")), View(.everyone)])
  func theSVGHoldsEveryNameAsItIsWritten(view: View) async throws {
    let svg = try await composition(view).svg()
    for name in Self.names where view.focus == .everyone ? name != "外交部长" : !["ایران", "नेपाल", "متوترة"].contains(name) {
      #expect(svg.contains(name), "\(name)")
    }
  }

  /// What a PDF says can be read out of it again, so every sign had a font and its letters their order.
  @Test func thePDFHasASignForEveryLetter() async throws {
    let pdf = try await composition(View(.everyone)).picture(as: .pdf)
    let text = try read(pdf)
    for name in ["ایران", "中华人民共和国", "Российская", "नेपाल", "王小明", "Анна"] {
      #expect(text.contains(name.precomposedStringWithCompatibilityMapping), "\(name)")
    }
    #expect(!text.contains("\u{FFFD}"))
  }

  @Test func longNamesWrapWithinTheirFigures() async throws {
    let composition = try await composition(View(.everyone))
    let box = try #require(composition.layout.nodes["entity-long-name"])
    #expect(box.width <= 96.5 && box.height > 40)
    #expect(try await composition.svg().contains("Committee"))
  }

  /// The text of a PDF without spaces and marks of direction, as pdftotext reads it.
  private func read(_ pdf: [UInt8]) throws -> String {
    try inTemporaryFolder { folder in
      let (file, text) = (folder.appendingPathComponent("a.pdf"), folder.appendingPathComponent("a.txt"))
      try Data(pdf).write(to: file)
      let reader = Process()
      reader.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      reader.arguments = ["pdftotext", "-raw", file.path, text.path]
      try reader.run()
      reader.waitUntilExit()
      let words = try String(contentsOf: text, encoding: .utf8).precomposedStringWithCompatibilityMapping
      return String(
        words.unicodeScalars.filter { !$0.properties.isWhitespace && !(0x200E...0x202E).contains($0.value) }
          .map(Character.init))
    }
  }
}
