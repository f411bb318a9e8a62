import DyadContent
import DyadCore
import DyadDrawing
import DyadTestSupport
import Foundation
import Graphviz
import Testing

@Suite struct PictureTests {
  @Test(arguments: [ImageFormat.svg, .png, .pdf, .dot])
  func theSamePictureIsTheSameBytes(format: ImageFormat) async throws {
    let first = try await Composition(try Samples.thaw()).picture(as: format)
    #expect(try await Composition(try Samples.thaw()).picture(as: format) == first)
  }

  @Test func theSVGHasARoleAndMakesNoRequests() async throws {
    let svg = try await Composition(try Samples.thaw()).svg()
    #expect(svg.contains("role=\"img\""))
    #expect(
      svg.contains(
        "<title id=\"picture-title\">Pakistan and Afghanistan: thawing since March 2025. As of 26 May 2025 · one press report of 26 May 2025.</title>"
      ))
    #expect(svg.contains("<desc id=\"picture-description\">"))
    #expect(svg.contains("width=\"170mm\""))
    #expect(svg.contains("id=\"entity-taliban\""))
    #expect(svg.contains("noticeable decline in suicide bombings"))
    for word in ["<script", "<image", "xlink:href=", "onload", "<?xml-stylesheet", "<foreignObject", "@import"] {
      #expect(!svg.contains(word), "\(word)")
    }
  }

  @Test func markupInADossierIsText() async throws {
    let evil = "\"><script>evil()</script> & \\N %s <b>x</b> ]]> ${x} "
    var dossier = Dossier(title: evil)
    dossier.sources = [Located(Source("s", title: evil, publisher: evil))]
    dossier.entities = [
      Located(Entity("a", .state, name: evil)), Located(Entity("b", .group, name: evil)),
      Located(Entity("o", .official, name: evil, home: "a")),
    ]
    dossier.relations = [
      Located(
        Relation(
          "r", "ties", between: "a", "b",
          phases: [
            Phase("p", reads: evil, evidence: Evidence([Citation(of: "s", quote: evil, speaker: .words(evil))]))
          ]))
    ]
    dossier.events = [
      Located(Event("e", within: Interval("2025")!, what: evil, type: .agree, actors: ["o"], recipients: ["b"]))
    ]
    let diff = GraphDiff(KnowledgeGraph.linking([dossier]).value.snapshot(at: .ever))
    for view in [View(.between("a", "b")), View(.around("a", hops: 1)), View(.everyone)] {
      let svg = try await Composition(Content(diff, of: view)).svg()
      #expect(!svg.contains("<script"))
      #expect(svg.contains("&lt;script&gt;evil()&lt;/script&gt;"))
    }
  }

  @Test func anEmptyGraphIsDrawn() async throws {
    let snapshot = KnowledgeGraph.linking([Dossier(title: "Nothing")]).value.snapshot(at: .ever)
    #expect(try await Composition(Content(GraphDiff(snapshot))).svg().contains("Nothing"))
  }

  @Test func aPartyThatTheSourcesDoNotNameIsDashed() async throws {
    let svg = try await Composition(try Samples.thaw("2025-05-26")).svg()
    func isDashed(_ id: String) throws -> Bool {
      let start = try #require(svg.range(of: "id=\"entity-\(id)\"")).upperBound
      let end = try #require(svg.range(of: "<text", range: start..<svg.endIndex)).lowerBound
      return svg[start..<end].contains("stroke-dasharray")
    }
    #expect(try isDashed("other-militants"))
    #expect(try !isDashed("ttp"))
  }

  @Test func theLegendNamesOnlyWhatIsUsed() async throws {
    let before = try await Composition(try Samples.thaw("2021-07-01")).svg()
    let after = try await Composition(try Samples.thaw("2025-05-26")).svg()
    #expect(!before.contains(">official</text>") && after.contains(">official</text>"))
    #expect(!before.contains("in return") && after.contains("in return"))
  }

  @Test(arguments: [(Lexicon.english, ["Δ", "strained", "→"]), (.urdu, ["←", "strained", "Δ"])])
  func anEarlierWordingPointsToThePresentOneInTheDirectionOfWriting(lexicon: Lexicon, line: [String]) async throws {
    let texts = try await changes(lexicon)
    #expect(texts.indices.contains { Array(texts[$0...].prefix(3)) == line })
  }

  @Test func aRowWithAChangedWordingReadsFromOldToNew() async throws {
    let row = try await changes(.english).joined(separator: " ")
    #expect(row.contains("Pressure of Pakistan on Afghan Taliban: in vain → taken seriously"))
  }

  /// The texts of a picture of changes, each line from the left, without white space and marks of direction around
  /// them.
  private func changes(_ lexicon: Lexicon) async throws -> [String] {
    var dossier = Dossier(try Samples.example())
    let pressure = Relation(
      "pressure", "pressure", from: "pakistan", to: "taliban",
      phases: [
        Phase("in-vain", reads: "in vain", during: Interval("2021-09/2025-02")!),
        Phase("seriously", reads: "taken seriously", during: Interval("2025-03/..")!),
      ])
    dossier.relations.append(Located(pressure))
    let graph = try KnowledgeGraph.linking([dossier]).get()
    let diff = GraphDiff(
      from: graph.snapshot(at: Moment(on: Day(2025, 2, 1)!)), to: graph.snapshot(at: Moment(on: Day(2025, 5, 26)!)))
    let content = Content(diff, of: Samples.pair, options: ContentOptions(lexicon: lexicon))
    let invisible = CharacterSet.whitespaces.union(CharacterSet(charactersIn: "\u{200F}"))
    return try await Composition(content).svg().matches(of: />([^<>]+)<\/text>/).map {
      String($0.1).trimmingCharacters(in: invisible)
    }
  }

  @Test func sourcesCanBeOmitted() async throws {
    let without = try await Composition(try Samples.thaw(options: ContentOptions(showsSources: false))).svg()
    #expect(!without.contains(">Source: Pak-Afghan ties"))
    #expect(try await Composition(try Samples.thaw()).svg().contains(">Source: Pak-Afghan ties"))
  }
}
