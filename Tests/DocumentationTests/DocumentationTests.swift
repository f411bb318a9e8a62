import DyadKit
import DyadTestSupport
import Foundation
import Graphviz
import Testing

@Suite struct DocumentationTests {
  /// The targets with public declarations.
  static let targets = [
    "Graphviz", "DyadSyntax", "DyadCore", "DyadFormats", "DyadContent", "DyadDrawing", "DyadReport",
  ]

  /// A type inside of another one is explained by the example of the outer one.
  @Test func everyPublicTypeHasAnExample() throws {
    var types = 0
    for file in try Declarations.all(of: Self.targets) {
      for declaration in file.public where !declaration.isNested {
        guard let type = declaration.type else { continue }
        types += 1
        let blocks = Example.Block.indented(in: declaration.comment, from: declaration.commentLine)
        #expect(!blocks.isEmpty, "\(file.path):\(declaration.line): '\(type)' has no example")
      }
    }
    #expect(types > 100)
  }

  @Test func everyExampleCompiles() throws {
    let examples = try Self.examples()
    #expect(examples.count > 120)
    let sources = examples.enumerated().map { $1.source(number: $0) }
    for error in try TypeChecker.errors(in: sources) { Issue.record("\(error)") }
  }

  /// `docc` skips a topic that it does not know.
  @Test(arguments: ["DyadKit", "DyadData", "Graphviz"])
  func everyTopicOfTheReferenceIsAPublicType(product: String) throws {
    let types = Set(try Declarations.all(of: Self.targets).flatMap(\.public).compactMap(\.type)).union([product])
    let pages = try Self.pages(in: "Sources/\(product)/\(product).docc")
    #expect(!pages.isEmpty)
    for page in pages {
      for link in try String(contentsOf: page, encoding: .utf8).matches(of: /- ``([^`]+)``/) {
        #expect(link.1.split(separator: "/").allSatisfy { types.contains(String($0)) }, "\(link.1)")
      }
    }
  }

  /// Those in doc comments, in the catalogs of the reference, and in the manual.
  private static func examples() throws -> [Example] {
    let comments = try Declarations.all(of: targets).flatMap(Example.inComments)
    let pages = [
      "Sources/Graphviz/Graphviz.docc": "Graphviz", "Sources/DyadData/DyadData.docc": "DyadData",
      "Sources/DyadKit/DyadKit.docc": "DyadKit", "Documentation": "DyadKit",
    ]
    return try comments
      + pages.sorted { $0.key < $1.key }.flatMap { folder, module in
        try Self.pages(in: folder).compactMap { try Example.onPage($0, importing: module) }
      }
  }

  private static func pages(in folder: String) throws -> [URL] {
    let top = packageRoot.appendingPathComponent(folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: top.path)
    return names.filter { $0.hasSuffix(".md") }.sorted().map(top.appendingPathComponent)
  }
}

@Suite struct ExampleTests {
  @Test func blocksBelowABlankLineAreCode() {
    let comment = [
      "A name.", "", "    let a = 1", "", "    let b = 2", "", "More.", "- Parameter x: one", "    or two",
    ]
    let blocks = Example.Block.indented(in: comment, from: 10)
    #expect(blocks.map(\.line) == [12])
    #expect(blocks.map(\.code) == [["let a = 1", "", "let b = 2", ""]])
  }

  @Test func onlySwiftBlocksOfAPageAreCode() {
    let page = ["# Page", "```swift", "let a = 1", "```", "", "```", "text", "```", "```swift", "let b = a", "```"]
    let blocks = Example.Block.fenced(in: page)
    #expect(blocks.map(\.line) == [3, 10] && blocks.map(\.code) == [["let a = 1"], ["let b = a"]])
  }

  @Test func publicDeclarationsAreFoundWithTheirComments() {
    let text =
      "public import A\n" + """
        /// One.
        ///
        ///     One()
        @frozen public struct One {
          /// Two.
          public final class Two {}
          var three: Int
        }
        struct Four {}
        """
    let found = Declarations(path: "x.swift", module: "X", text: text).public
    #expect(found.map(\.type) == ["One", "Two"] && found.map(\.isNested) == [false, true])
    #expect(found.map(\.line) == [5, 7] && found.map(\.commentLine) == [2, 6])
    #expect(found[0].comment == ["One.", "", "    One()"])
  }

  @Test func anExampleThatDoesNotCompileIsNamedWithItsLine() throws {
    let block = Example.Block(line: 12, code: ["let day = Day(2025, 5, 26)", "let x: Int = day"])
    let example = Example(file: "Sources/X.swift", blocks: [block], module: "DyadKit")
    let errors = try TypeChecker.errors(in: [example.source(number: 1)])
    #expect(errors.count == 1 && errors[0].hasPrefix("Sources/X.swift:13:"), "\(errors)")
  }

  /// The compiler knows the umbrella modules only if they are built with the tests.
  @Test func oneImportReachesEveryStep() {
    let graph = KnowledgeGraph.linking([Dossier()]).value
    let content = Content(GraphDiff(graph.snapshot(at: .ever)), of: View(.everyone))
    #expect(content.description.isEmpty == false && Engine.dot.rawValue == "dot")
  }
}
