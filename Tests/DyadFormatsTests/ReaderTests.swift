import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

@Suite struct ReaderTests {
  private func graph(_ text: String) throws -> KnowledgeGraph {
    try DossierReader.read(text: text, file: "d.yaml").then { KnowledgeGraph.linking([$0]) }.get()
  }

  @Test func aFolderWithManyFilesIsNotSearchedToItsEnd() throws {
    try inTemporaryFolder { folder in
      for name in ["a.yaml", "b.txt", "c.yaml"] { try Data().write(to: folder.appendingPathComponent(name)) }
      #expect(DossierReader.files(in: folder.path, visitingAtMost: 3)?.count == 2)
      #expect(DossierReader.files(in: folder.path, visitingAtMost: 2) == nil)
    }
  }

  /// YAML takes one of them for a Boolean.
  @Test func aKeyInQuotesIsTheSameKey() {
    let read = DossierReader.read(
      text: "states:\n  no: { name: Norway }\n  \"no\": { name: Norge }\n", file: "d.yaml")
    #expect(read.diagnostics.map(\.message) == ["duplicate key 'no'"])
    #expect(read.diagnostics.first?.place == DyadCore.SourceLocation(file: "d.yaml", line: 3, column: 3))
  }

  @Test func aControlOfDirectionInACommentIsReported() {
    let read = DossierReader.read(text: "states: {}\n# a\u{202E}b\n", file: "d.yaml")
    #expect(read.diagnostics.map(\.message) == ["the text contains the character U+202E"])
    #expect(read.diagnostics.first?.place == DyadCore.SourceLocation(file: "d.yaml", line: 2, column: 4))
  }

  @Test func aKeyTwiceAmongManyIsReported() {
    let states = (0..<40).map { "  s\($0): { name: S\($0) }\n" }.joined()
    let read = DossierReader.read(text: "states:\n\(states)  s7: { name: Again }\n", file: "d.yaml")
    #expect(read.diagnostics.map(\.message) == ["duplicate key 's7'"])
    #expect(read.diagnostics.first?.place == DyadCore.SourceLocation(file: "d.yaml", line: 42, column: 3))
    #expect(read.value.entities.count == 40)
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

  @Test func aLinkIsReadWhereItIsNamedAndNotWhereItIsFound() throws {
    try inTemporaryFolder { folder in
      let (inside, outside) = (folder.appendingPathComponent("dossier"), folder.appendingPathComponent("other.yaml"))
      try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
      try Data("states: { a: { name: A } }".utf8).write(to: outside)
      try Data("states: { b: { name: B } }".utf8).write(to: inside.appendingPathComponent("d.yaml"))
      let link = inside.appendingPathComponent("link.yaml")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: outside)
      #expect(DossierReader.read(inside.path).diagnostics.map(\.message) == ["the file is not a file"])
      #expect(DossierReader.read(link.path).value.flatMap(\.entities).map { $0.value.id } == ["a"])
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

  // MARK: The source of a file

  private func cited(_ cite: String, head: String = "source: herald") -> Checked<KnowledgeGraph> {
    DossierReader.read(
      text: """
        \(head)
        sources: { herald: { title: The ferry sails again }, mirror: { title: No ferry } }
        states: { arvane: { name: Arvane, cite: \(cite) } }
        """, file: "d.yaml"
    ).then { KnowledgeGraph.linking([$0]) }
  }

  @Test(arguments: [
    ("The ferry sails", "{ herald: The ferry sails }"),
    ("[The ferry, sails again]", "{ herald: [The ferry, sails again] }"),
    ("[{ quote: The ferry, speaker: arvane }]", "[{ source: herald, quote: The ferry, speaker: arvane }]"),
    ("mirror", "mirror"), ("[The ferry, mirror]", "[{ source: herald, quote: The ferry }, { source: mirror }]"),
    ("{ mirror: The ferry }", "{ mirror: The ferry }"),
  ])
  func aFileNamesItsSourceOnce(short: String, long: String) throws {
    // Quotes cannot be looked up: the sources have no text.
    let (one, other) = (cited(short), cited(long, head: "dossier: D"))
    #expect(one.errors.isEmpty && other.errors.isEmpty)
    #expect(
      one.value.entities == other.value.entities && one.value.entities["arvane"]?.evidence.citations.isEmpty == false)
    let written = String(decoding: try #require(Format.named("dossier")).bytes(of: one.value), as: UTF8.self)
    #expect(try graph(written) == one.value)
  }

  @Test func theSourceOfAFileIsReportedOnceIfItDoesNotExist() {
    let found = cited("[The ferry, sails again]", head: "source: heral").diagnostics
    #expect(
      found.map(\.description) == ["d.yaml:1:9: error: unknown source 'heral' [unknown-id]\n  did you mean 'herald'?"])
  }

  @Test func theSourceOfAFileIsNotThatOfAnother() throws {
    let one = DossierReader.read(text: "source: herald\nsources: { herald: { title: T } }", file: "a.yaml")
    let other = DossierReader.read(text: "states: { arvane: { name: Arvane, cite: The ferry sails } }", file: "b.yaml")
    #expect(one.diagnostics.isEmpty)
    #expect(
      other.diagnostics.map(\.message) == ["a quote needs its source: { id: \"…\" }, or 'source: id' once in the file"])
  }

  @Test func anEventThatStartsAPhaseIsDatedOnce() throws {
    let text = """
      source: herald
      sources: { herald: { title: The ferry sails again } }
      states: { arvane: { name: Arvane }, belmar: { name: Belmar } }
      relations: { ties: { between: [arvane, belmar], kind: ties, phases: [{ id: thaw, during: /.., reads: thawing }] } }
      events: { ferry: { on: 2014-05-01, what: The ferry sails, type: COOPERATE, actors: arvane, starts: thaw, cite: The ferry sails } }
      """
    let read = try graph(text)
    let phase = try #require(read.relations["ties"]?.phases.first)
    #expect(phase.id == "thaw" && phase.during == Interval("2014-05-01/.."))
    #expect(phase.evidence.citations.map(\.quote) == ["The ferry sails"] && phase.evidence.isInferred)
    // What is written has the date and the citation in both.
    let written = String(decoding: try #require(Format.named("dossier")).bytes(of: read), as: UTF8.self)
    #expect(try graph(written) == read)
  }

  // MARK: Words of newcomers

  @Test(arguments: [
    ("events: { e: { KEY: 1 } }", "where", "place"), ("events: { e: { KEY: 1 } }", "date", "on"),
    ("events: { e: { KEY: 1 } }", "start", "on"), ("events: { e: { KEY: 1 } }", "title", "what"),
    ("events: { e: { KEY: 1 } }", "kind", "type"), ("events: { e: { KEY: 1 } }", "who", "actors"),
    ("events: { e: { KEY: 1 } }", "from", "actors"), ("events: { e: { KEY: 1 } }", "to", "recipients"),
    ("events: { e: { KEY: 1 } }", "source", "cite"), ("events: { e: { KEY: 1 } }", "leads-to", "links"),
    ("events: { e: { KEY: 1 } }", "deaths", "numbers"), ("events: { e: { KEY: 1 } }", "Where", "place"),
    ("officials: { o: { KEY: 1 } }", "of", "serves"), ("officials: { o: { KEY: 1 } }", "country", "serves"),
    ("officials: { o: { KEY: 1 } }", "title", "offices"), ("groups: { g: { KEY: 1 } }", "country", "of"),
    ("states: { s: { KEY: 1 } }", "title", "name"), ("states: { s: { KEY: 1 } }", "until", "during"),
    ("states: { s: { KEY: 1 } }", "start_date", "during"), ("sources: { s: { KEY: 1 } }", "date", "published"),
    ("sources: { s: { KEY: 1 } }", "name", "title"), ("sources: { s: { KEY: 1 } }", "link", "url"),
    ("relations: { r: { KEY: 1 } }", "type", "kind"), ("relations: { r: { KEY: 1 } }", "parties", "between"),
    ("relations: { r: { phases: [{ KEY: 1 }] } }", "from", "during"),
    ("relations: { r: { phases: [{ KEY: 1 }] } }", "label", "reads"),
    ("relations: { r: { phases: [{ KEY: 1 }] } }", "score", "tone"),
    ("states: { s: { cite: [{ KEY: 1 }] } }", "who", "speaker"),
    ("states: { s: { cite: [{ KEY: 1 }] } }", "text", "quote"),
    ("KEY: {}", "country", "states"), ("KEY: {}", "people", "officials"), ("KEY: {}", "incidents", "events"),
  ])
  func theWordOfANewcomerIsUnderstood(place: String, word: String, key: String) throws {
    let found = DossierReader.read(text: place.replacing("KEY", with: word), file: "d.yaml").diagnostics
    let unknown = try #require(found.first { $0.code == .unknownKey })
    #expect(unknown.suggestion == key, "\(word)")
  }

  @Test(arguments: [
    ("7 Dec 2023", "2023-12-07"), ("December 7th, 2023", "2023-12-07"), ("Thu, 7 Dec 2023", "2023-12-07"),
    ("Dec. 2023", "2023-12"), ("2023/12/7", "2023-12-07"), ("2023-7", "2023-07"), ("12/2023", "2023-12"),
    ("7.13.2023", "2023-07-13"), ("13.7.2023", "2023-07-13"), ("20231207", "2023-12-07"),
    ("2023-12-07T10:30:00Z", "2023-12-07"), ("about 2021", "2021~"), ("c. May 2021", "2021-05~"),
    ("since August 2021", "2021-08/.."), ("2021 to 2023", "2021/2023"), ("2021-2023", "2021/2023"),
    ("from 7 Dec 2023 to 9 Dec 2023", "2023-12-07/2023-12-09"), ("May 2021 – present", "2021-05/.."),
    ("until 2014", "/2014"), ("7 Dec 2023/9 Dec 2023", "2023-12-07/2023-12-09"),
  ])
  func aDateOfANewcomerIsUnderstood(written: String, date: String) throws {
    let text = "states: { s: { name: S, during: \"\(written)\" } }"
    let found = try #require(DossierReader.read(text: text, file: "d.yaml").diagnostics.first)
    #expect([.badDate, .badInterval].contains(found.code) && found.suggestion == date)
    #expect(Interval(date) != nil)
  }

  @Test(arguments: ["soon", "31 Feb 2023", "2023-13-01", "Dec", "7", "2021 to never", "", "99 monkeys", "7 8 9 10"])
  func whatIsNoDateHasNoSuggestion(written: String) throws {
    let text = "states: { s: { name: S, during: \"\(written)\" } }"
    let found = try #require(DossierReader.read(text: text, file: "d.yaml").diagnostics.first)
    #expect(found.suggestion == nil && found.notes.isEmpty)
  }

  @Test(arguments: [
    ("2001-21", "date: seasons (EDTF level 1) are", []),
    ("2001-21/2002", "interval: seasons (EDTF level 1) are", []),
    ("2025-04%", "date: dates with '%' (EDTF level 1) are", ["2025-04~", "2025-04?"]),
    ("201X", "date: unspecified digits, written X (EDTF levels 1 and 2) are", []),
    ("1985-04-XX", "date: unspecified digits, written X (EDTF levels 1 and 2) are", ["1985-04"]),
    ("1985-XX-XX~", "date: unspecified digits, written X (EDTF levels 1 and 2) are", ["1985~"]),
    ("Y-17000", "date: years of more than four digits (EDTF level 1) are", []),
    ("2004-01-01T10:10:10Z", "date: times of day (EDTF level 0) are", ["2004-01-01"]),
    ("Y17E7", "date: years with an exponent (EDTF level 2) are", []),
    ("1950S2", "date: significant digits of years (EDTF level 2) are", []),
    ("2004?-06", "date: marks on parts of a date (EDTF level 2) are", ["2004-06?"]),
    ("2001-33", "date: quarters and other parts of a year (EDTF level 2) are", []),
    ("[1667,1668]", "date: sets of dates (EDTF level 2) are", []),
  ])
  func aFormOfEDTFThatIsNotSupportedIsNamed(written: String, message: String, dates: [String]) throws {
    let text = "states: { s: { name: S, during: \"\(written)\" } }"
    let found = try #require(DossierReader.read(text: text, file: "d.yaml").diagnostics.first)
    #expect(found.message == "'\(written)' is not a valid \(message) not supported")
    #expect(found.suggestion == (dates.count == 1 ? dates[0] : nil))
    #expect(found.notes.map(\.message) == (dates.count < 2 ? [] : ["write '2025-04~' or '2025-04?'"]))
  }

  @Test(arguments: [
    "[..2025-13]/..", "[..2025-04-19]/2025-13", "Y17", "2025-4", "2025-42", "soon", "-0000", "T", "[]", "{,}", "%",
    "//",
    "[a,b]", "2025S", "X",
  ])
  func whatIsNotEDTFIsNotNamed(written: String) { #expect(UnsupportedNotation(written) == nil) }

  @Test func aDateWithTwoReadingsIsNotGuessed() throws {
    let text = "states: { s: { name: S, during: 07/12/2023 } }"
    let found = try #require(DossierReader.read(text: text, file: "d.yaml").diagnostics.first)
    #expect(found.suggestion == nil && found.notes.map(\.message) == ["write '2023-12-07' or '2023-07-12'"])
  }
}
