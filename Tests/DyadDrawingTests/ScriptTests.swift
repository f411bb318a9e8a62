import DyadContent
import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Graphviz
import Testing

import DyadDrawing

/// Names in Arabic, Persian, Urdu, Chinese, Cyrillic and Devanagari, mixed with Latin.
@Suite struct ScriptTests {
  private static let folder = packageRoot.appendingPathComponent("Tests/DyadDrawingTests/Scripts").path

  private func graph() throws -> KnowledgeGraph {
    try DossierReader.read(Self.folder).then { KnowledgeGraph.linking($0) }.get()
  }

  private func composition(_ view: View, lexicon: Lexicon = .english) async throws -> Composition {
    let diff = GraphDiff(try graph().snapshot(at: Moment(on: Day(2022, 1, 1)!)))
    return try await Composition.fitting(.page) {
      Content(diff, of: view, options: ContentOptions(lexicon: lexicon, detail: $0))
    }
  }

  /// The views, and the names that each shows.
  private static let shown = [
    (View(.everyone), ["ایران", "中华人民共和国", "Российская", "नेपाल", "متوترة", "भारत", "Қазақстан"]),
    (View(.between("china", "russia")), ["中华人民共和国", "Российская", "王小明", "Анна", "外交部长"]),
    (View(.between("iran", "egypt")), ["ایران", "متوترة", "محظورة", "المبعوثة", "المنصوري"]),
    (View(.around("pakistan", hops: 1)), ["قریشی", "وزیرِ", "中华人民共和国", "دوستی"]),
    (View(.around("nepal", hops: 1)), ["नेपाल", "सीता", "विदेश", "免税"]),
  ]

  @Test func theDossierHasNoProblems() {
    let checked = DossierReader.read(Self.folder).then { KnowledgeGraph.linking($0) }
    #expect(checked.diagnostics.map(\.description) == [])
  }

  @Test(arguments: shown.indices)
  func theSVGContainsEveryNameAsWritten(index: Int) async throws {
    let (view, names) = Self.shown[index]
    let svg = try await composition(view).svg()
    for name in names { #expect(svg.contains(name), "\(name)") }
  }

  @Test func everyStateHasItsNameInTheLanguageOfThePicture() async throws {
    let svg = try await composition(View(.between("china", "russia")), lexicon: .urdu).svg()
    for name in ["چین", "روس"] { #expect(svg.contains(name), "\(name)") }
    let graph = try graph()
    #expect(graph.entities["iran"]?.name(in: "fa") == "جمهوری اسلامی ایران")
    #expect(graph.entities["iran"]?.name(in: "zh") == "ایران (Iran)")
  }

  @Test(arguments: [Lexicon.english, .chinese, .arabic, .persian, .urdu])
  func aPageRunsInTheDirectionOfItsLanguage(lexicon: Lexicon) async throws {
    let composition = try await composition(View(.between("china", "russia")), lexicon: lexicon)
    let middle = { (name: String) in composition.layout.nodes["entity-\(name)"]?.center.x }
    let (first, second) = (try #require(middle("china")), try #require(middle("russia")))
    #expect((first > second) == lexicon.isRightToLeft)
    #expect(abs(first + second - composition.layout.bounds.width) < 2)
    let lines = composition.page.lines.filter { $0.swatch == nil }
    #expect(!lines.isEmpty)
    for placed in lines {
      let box = try #require(composition.layout.nodes["entity-\(placed.line.from)"]?.box)
      let touching = [placed.points[0].x, placed.points[placed.points.count - 1].x].filter { x in
        x > box.minX - 2 && x < box.maxX + 2
      }
      #expect(!touching.isEmpty, "\(placed.id)")
    }
  }

  /// The text of a PDF can be extracted, so every character has a glyph, and letters are in order.
  @Test(arguments: shown.indices)
  func thePDFHasAGlyphForEveryCharacter(index: Int) async throws {
    let (view, names) = Self.shown[index]
    let text = try read(try await composition(view).picture(as: .pdf))
    for name in names {
      #expect(text.contains(name.precomposedStringWithCompatibilityMapping), "\(name)")
    }
    #expect(!text.contains("\u{FFFD}"))
  }

  @Test(arguments: [
    "long-name", "long-arabic", "long-urdu", "long-persian", "long-cyrillic", "long-devanagari", "long-chinese",
  ])
  func longNamesWrapWithinTheirFigures(id: String) async throws {
    let composition = try await composition(View(.everyone))
    let box = try #require(composition.layout.nodes["entity-\(id)"])
    // Eleven ems, and what the sides of a hexagon need above and below its middle.
    #expect(box.width <= 150 && box.height > 20)
    #expect(try await composition.svg().contains("Committee"))
  }

  /// The text of a PDF without spaces and marks of direction, as pdftotext reads it.
  private func read(_ pdf: [UInt8]) throws -> String {
    try inTemporaryFolder { folder in
      let (file, text) = (folder.appendingPathComponent("a.pdf"), folder.appendingPathComponent("a.txt"))
      try Data(pdf).write(to: file)
      _ = try Command.run("pdftotext", ["-raw", file.path, text.path], in: folder)
      let words = try String(contentsOf: text, encoding: .utf8).precomposedStringWithCompatibilityMapping
      return String(
        words.unicodeScalars.filter { !$0.properties.isWhitespace && !(0x200E...0x202E).contains($0.value) }
          .map(Character.init))
    }
  }
}
