import DyadContent
import DyadCore
import DyadTestSupport
import Graphviz
import Testing

import DyadDrawing

/// What is above the columns of a matrix.
@Suite struct MatrixHeadsTests {
  private func matrix(_ names: [(name: String, codes: [String: String])], _ lexicon: Lexicon = .english) async throws
    -> MatrixSheet
  {
    var dossier = Dossier(title: "Heads")
    dossier.entities = names.enumerated().map { index, party in
      Located(Entity(Entity.ID("p\(index)"), .state, name: party.name, codes: party.codes))
    }
    dossier.relations = (1..<names.count).map { index in
      Located(
        Relation(
          Relation.ID("r\(index)"), "ties", between: "p0", Entity.ID("p\(index)"),
          phases: [Phase(Phase.ID("r\(index)-1"), tone: Tone(3)!, during: .always)]))
    }
    let snapshot = KnowledgeGraph.linking([dossier]).value.snapshot(at: .ever)
    return try await sheet(
      Content(
        GraphDiff(snapshot), of: View(.everyone, form: .matrix), options: ContentOptions(lexicon: lexicon)))
  }

  private func sheet(_ content: Content, width: Double = 482) async throws -> MatrixSheet {
    let ruler = try await Ruler(measuring: MatrixSheet.runs(content, .light))
    return MatrixSheet(content, try #require(content.layout.matrix), .light, ruler, width: width)
  }

  private func states(_ count: Int) -> [(name: String, codes: [String: String])] {
    let syllables = ["Ka", "Lo", "Mi", "Nu", "Pe"]
    return (0..<count).map { index in
      let name = syllables[index % 5] + ["ra", "se", "ti", "vo", "zu"][index / 5 % 5] + "nia-\(index)"
      return (name, [:])
    }
  }

  @Test(arguments: ExampleDossiers.names) func columnsOfAtMostTwentyFivePartiesHaveWords(example: String) async throws {
    let graph = try Samples.example(example)
    let content = Content(GraphDiff(graph.snapshot(at: .ever)), of: View(.everyone, form: .matrix))
    let sheet = try await sheet(content)
    #expect((sheet.heads.form == .numbers) == (sheet.matrix.parties.count > MatrixContent.mostWithLetters))
    #expect(Set(sheet.heads.words).count == sheet.matrix.parties.count)
  }

  @Test(arguments: [8, 13, 20, 25]) func headsDifferAndDoNotTouch(count: Int) async throws {
    let sheet = try await matrix(states(count))
    #expect(sheet.heads.form != .numbers && Set(sheet.heads.words).count == count)
    let room = sheet.heads.isStaggered ? 2 * sheet.side : sheet.side
    for words in sheet.heads.words { #expect(sheet.ruler.width(of: words, .small) <= room - 2, "\(words)") }
  }

  @Test func moreThanTwentyFivePartiesHaveNumbers() async throws {
    let sheet = try await matrix(states(26))
    #expect(sheet.heads.form == .numbers && sheet.heads.words == (1...26).map(String.init))
  }

  @Test func aCodeThatIsNotPartOfTheNameIsBesideItInItsRow() async throws {
    var states = states(22)
    states[3] = ("Republic of Germany", ["cow": "255", "iso3": "DEU"])
    states[4] = ("Kingdom of Wei", ["cow": "710"])
    let sheet = try await matrix(states)
    let place = try #require(sheet.matrix.parties.firstIndex(of: "p3"))
    #expect(sheet.heads.words[place] == "DEU")
    let figure = try #require(sheet.content.figures.first { $0.id == "p3" })
    #expect(sheet.heads.tag(place, figure) == "DEU")
    let other = try #require(sheet.matrix.parties.firstIndex(of: "p4"))
    #expect(!sheet.heads.words[other].contains("710"))
    let begun = try #require(sheet.content.figures.first { $0.id == "p4" })
    #expect(sheet.heads.words[other].hasSuffix(".") && sheet.heads.tag(other, begun) == nil)
  }

  @Test func namesInScriptsWithJoinedLettersAreNotCut() async throws {
    let names = (0..<20).map { ("جمهوری بزرگ شماره \($0)", [String: String]()) }
    #expect(try await matrix(names, .persian).heads.form == .numbers)
    let coded = (0..<20).map { index in
      (names[index].0, ["iso3": "A" + String(UnicodeScalar(UInt8(65 + index))) + "X"])
    }
    let heads = try await matrix(coded, .persian).heads
    #expect(heads.form == .letters && heads.words.allSatisfy { $0.hasPrefix("A") && $0.hasSuffix("X") })
  }

  @Test func theSameHeadsAreInEveryFormat() async throws {
    let content = try await matrix(states(18)).content
    let composition = try await Composition(content)
    let svg = try await composition.svg()
    let sheet = try await sheet(content)
    for words in sheet.heads.words { #expect(svg.contains(">\(words)</text>"), "\(words)") }
    #expect(!svg.contains("rotate(-90"))
  }
}
