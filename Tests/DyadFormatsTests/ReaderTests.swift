import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

@Suite struct ReaderTests {
  private func graph(_ text: String) throws -> KnowledgeGraph {
    try DossierReader.read(text: text, file: "d.yaml").then { KnowledgeGraph.linking([$0]) }.get()
  }

  /// YAML takes one of them for a Boolean.
  @Test func aKeyInQuotesIsTheSameKey() {
    let read = DossierReader.read(
      text: "states:\n  no: { name: Norway }\n  \"no\": { name: Norge }\n", file: "d.yaml")
    #expect(read.diagnostics.map(\.message) == ["duplicate key 'no'"])
    #expect(read.diagnostics.first?.place == DyadCore.SourceLocation(file: "d.yaml", line: 3, column: 3))
  }

  private let whole = """
    dossier: "The ferry"
    sources:
      herald: { title: The ferry sails again, publisher: Harbour Herald, author: A. R., published: 2014-05-02,
                url: "https://example.org/ferry", language: en, note: n }
    states:
      arvane: { name: Republic of Arvane, short: Arvane, iso3: ARV, cow: 999, wikidata: Q1, was: arvania,
                names: [{ text: آروان, language: ur }, { text: Kingdom of Arvane, during: ../1990 }] }
      belmar: { name: Belmar }
    groups:
      fcf: { name: Free Coast Front, type: armed, of: arvane, during: 2008/ }
    officials:
      marrow:
        name: Ilse Marrow
        serves: arvane
        offices:
          - { title: Minister of Defence, during: 2011-03/2014-06, cite: herald }
          - { office: envoy, during: 2014-07/.. }
    offices:
      envoy: { title: Special Envoy, of: arvane }
    places:
      porto-vello: { name: Porto Vello, of: belmar }
    kinds:
      basing: { sentence: "troops of {from} in {to}", tone: 3, directed: true }
    relations:
      pair:
        between: [arvane, belmar]
        kind: ties
        phases:
          - { during: 2010/2013-05, reads: strained, tone: -4.5, cite: { herald: ["one", "another"] } }
          - during: 2013-05/..
            cite:
              - { source: herald, quote: words, speaker: marrow, stance: denies, note: n }
            known: 2014-05-02
      bases: { from: arvane, to: belmar, kind: basing, phases: [{ during: 2014 }] }
    events:
      talks:
        on: 2013-09-12/2013-09-15
        what: Talks open
        type: CONSULT
        mode: visit
        actors: [marrow]
        recipients: belmar
        place: porto-vello
        numbers: { delegates: over 12 }
        tone: 3
    views:
      ties: { between: [arvane, belmar], on: 2014-05-02, known: 2014-06, title: T, theme: dark }
      front: { around: fcf, hops: 2, during: 2010/2014 }
      all: {}
    """

  @Test func everyConstructIsRead() throws {
    let graph = try graph(whole)
    #expect(graph.title == "The ferry")
    #expect(graph.sources["herald"]?.published == PartialDate("2014-05-02"))
    #expect(graph.entities["arvane"]?.codes == ["iso3": "ARV", "cow": "999", "wikidata": "Q1"])
    #expect(graph.entities["arvane"]?.name(in: "ur") == "آروان")
    #expect(graph.entities["arvane"]?.was == "arvania")
    #expect(graph.entities["fcf"]?.home == "arvane")
    #expect(graph.offices["arvane/minister-of-defence"]?.title == "Minister of Defence")
    #expect(graph.holdings.values.map(\.office).sorted() == ["arvane/minister-of-defence", "envoy"])
    #expect(graph.relations["pair"]?.phases.map(\.tone?.value) == [-4.5, nil])
    #expect(graph.relations["pair"]?.phases[0].evidence.citations.map(\.quote) == ["one", "another"])
    let denial = graph.relations["pair"]?.phases[1].evidence
    #expect(denial?.citations.first?.stance == .denies)
    #expect(denial?.known == Interval("2014-05-02/.."))
    #expect(graph.kinds["basing"]?.isDirected == true)
    let talks = try #require(graph.events["talks"])
    #expect(talks.recipients == ["belmar"] && talks.numbers.map(\.description) == ["over 12 delegates"])
    #expect(talks.tone.value == 3 && talks.mode == "visit" && talks.place == .entity("porto-vello"))
    #expect(graph.views["ties"]?.focus == .between("arvane", "belmar"))
    #expect(graph.views["front"]?.focus == .around("fcf", hops: 2))
    #expect(graph.views["front"]?.isWindow == true && graph.views["all"]?.focus == .everyone)
  }

  @Test func textIsComposedAtTheDoor() throws {
    let graph = try graph("states: { a: { name: \"Cote\\u0301\" } }")
    #expect(graph.entities["a"]?.names[0].text.unicodeScalars.count == 4)
  }

  /// A reader returns, whatever it is given.
  @Test(arguments: 0..<400)
  func noTextBreaksTheReader(seed: Int) {
    var random = Seeded(seed)
    var bytes = Array(whole.utf8)
    let signs = Array("{}[]:-,&*!|>'\"%@`#?~\n\t \u{0}é/.".utf8)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(signs.randomElement(using: &random)!, at: place)
      default: bytes[place] = signs.randomElement(using: &random)!
      }
    }
    let checked = DossierReader.read(text: String(decoding: bytes, as: UTF8.self), file: "d.yaml")
    _ = checked.then { KnowledgeGraph.linking([$0]) }
  }

  @Test func aBombDoesNotGoOff() {
    var bomb = "dossier: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      bomb += "k\(level): &a\(level) [" + (0..<9).map { _ in "*a\(level - 1)" }.joined(separator: ", ") + "]\n"
    }
    #expect(DossierReader.read(text: bomb, file: "d.yaml").diagnostics.map(\.code) == [.alias])
  }

  @Test func anAmpersandInWordsIsNoAnchor() throws {
    let graph = try graph("states: { a: { name: \"R&D\", short: AT&T }, b: { name: Q *and* A } }")
    #expect(graph.entities["a"]?.short == "AT&T")
  }

  @Test func theOrderOfFilesDoesNotMatter() throws {
    try inTemporaryFolder { folder in
      let parts = [
        "dossier: X\nstates: { a: { name: A }, b: { name: B } }",
        "relations: { r: { between: [a, b], kind: ties, phases: [{ during: 2014 }] } }",
      ]
      func read(_ order: [Int]) throws -> KnowledgeGraph {
        for (name, part) in zip(["1.yaml", "sub/2.yml"], order) {
          let file = folder.appendingPathComponent(name)
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(parts[part].utf8).write(to: file)
        }
        return try DossierReader.read(folder.path).then { KnowledgeGraph.linking($0) }.get()
      }
      let (one, other) = (try read([0, 1]), try read([1, 0]))
      #expect(one.relations == other.relations && one.entities == other.entities)
    }
  }

  @Test func aLinkThatLeadsOutIsNotFollowed() throws {
    try inTemporaryFolder { folder in
      let inside = folder.appendingPathComponent("dossier")
      try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
      try Data("secret".utf8).write(to: folder.appendingPathComponent("secret.txt"))
      try FileManager.default.createSymbolicLink(
        at: inside.appendingPathComponent("link.txt"), withDestinationURL: folder.appendingPathComponent("secret.txt"))
      let file = inside.appendingPathComponent("d.yaml")
      try Data("sources: { s: { title: S, text: link.txt } }".utf8).write(to: file)
      #expect(DossierReader.read(file.path).diagnostics.map(\.code) == [.sourceText])
      // Where a repository encloses both, the text is the dossier's own.
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(".git"), withIntermediateDirectories: true)
      #expect(DossierReader.read(file.path).diagnostics.isEmpty)
    }
  }

  @Test func aFileTooLargeOrOfAnotherKindIsNotRead() throws {
    try inTemporaryFolder { folder in
      let large = folder.appendingPathComponent("large.yaml")
      try Data().write(to: large)
      let handle = try FileHandle(forWritingTo: large)
      try handle.truncate(atOffset: 100 << 20)
      #expect(DossierReader.read(large.path).diagnostics.map(\.message) == ["the file is larger than 16 MB"])
      #expect(DossierReader.read("/dev/zero").diagnostics.map(\.code) == [.unreadable])
      #expect(DossierReader.read(folder.appendingPathComponent("none").path).diagnostics.map(\.code) == [.unreadable])
    }
  }

  @Test func theStarterHasNoProblems() throws {
    try inTemporaryFolder { folder in
      for (name, text) in Starter.files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
      #expect(
        DossierReader.read(folder.path).then { KnowledgeGraph.linking($0, requiringSources: true) }.diagnostics == [])
    }
  }
}
