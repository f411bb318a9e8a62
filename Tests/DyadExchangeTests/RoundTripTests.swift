import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// What a format writes, it reads again: all but what it says that it omits.
@Suite struct RoundTripTests {
  static let both = Format.all.filter { $0.reader != nil && $0.writer != nil }

  static func readAgain(_ graph: KnowledgeGraph, as format: Format) throws -> KnowledgeGraph {
    try inTemporaryFolder { folder in
      let place = folder.appendingPathComponent("graph.\(format.suffixes[0])")
      if format.isFolder {
        for (name, bytes) in format.files(of: graph) {
          let file = place.appendingPathComponent(name)
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(bytes).write(to: file)
        }
      } else {
        try Data(format.bytes(of: graph)).write(to: place)
      }
      return try format.reader!(place.path).then { KnowledgeGraph.linking($0) }.get()
    }
  }

  static func expected(_ graph: KnowledgeGraph, as format: Format) throws -> KnowledgeGraph {
    let dossier = format.omits.reduce(Dossier(graph)) { $1.removed(from: $0) }
    return try KnowledgeGraph.linking([dossier]).get()
  }

  @Test(arguments: both, 0..<12)
  func aRandomGraphComesBackButForWhatIsOmitted(format: Format, seed: Int) throws {
    let graph = everything(seed: seed)
    expectSame(try RoundTripTests.readAgain(graph, as: format), try RoundTripTests.expected(graph, as: format))
  }

  @Test(arguments: both, Exchange.examples + ["archipelago"])
  func anExampleComesBackButForWhatIsOmitted(format: Format, example: String) throws {
    let path = packageRoot.appendingPathComponent("examples/\(example)").path
    let graph = try DossierReader.read(path).then { KnowledgeGraph.linking($0) }.get()
    expectSame(try RoundTripTests.readAgain(graph, as: format), try RoundTripTests.expected(graph, as: format))
  }

  @Test(
    arguments: ["dossier", "json", "jsonl"], [#"\u202e"#, #"\u2066"#, #"\U0001fffe"#, #"\u00a0"#, #"\u202e\nx\n"#])
  func theTextOfASourceKeepsItsCharacters(format: String, characters: String) throws {
    let text = #"{"sources": {"s": {"title": "S", "text": "s.txt", "content": "one\#(characters)two"}}}"#
    let graph = try KnowledgeGraph.linking([DossierReader.read(text: text, file: "d.yaml").get()]).get()
    expectSame(try RoundTripTests.readAgain(graph, as: Format.named(format)!), graph)
  }

  @Test(arguments: Format.all.filter { $0.writer != nil }, 0..<4)
  func theSameGraphMakesTheSameBytes(format: Format, seed: Int) throws {
    var dossier = Dossier(everything(seed: seed))
    let once = format.bytes(of: try KnowledgeGraph.linking([dossier]).get())
    dossier.entities.reverse()
    dossier.events.reverse()
    dossier.sources.reverse()
    dossier.relations.reverse()
    #expect(format.bytes(of: try KnowledgeGraph.linking([dossier]).get()) == once)
  }
}

/// Part by part, so that a failure shows the record that differs.
func expectSame(
  _ one: KnowledgeGraph, _ other: KnowledgeGraph, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  func same<ID: Comparable, Thing: Equatable>(_ one: [ID: Thing], _ other: [ID: Thing]) {
    for id in Set(one.keys).union(other.keys).sorted() {
      #expect(one[id] == other[id], "\(id)", sourceLocation: sourceLocation)
    }
  }
  #expect(one.title == other.title, sourceLocation: sourceLocation)
  same(one.sources, other.sources)
  same(one.entities, other.entities)
  same(one.offices, other.offices)
  same(one.holdings, other.holdings)
  same(one.kinds, other.kinds)
  same(one.relations, other.relations)
  same(one.events, other.events)
  same(one.views, other.views)
  same(one.reviews, other.reviews)
}
