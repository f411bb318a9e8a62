import DyadCore
import DyadFormats
import DyadSources
import DyadTestSupport
import Foundation
import Testing

@Suite struct BibliographyTests {
  private let csl = """
    [{"id": "marrow2014", "type": "article-newspaper", "title": "The <i>ferry</i> sails", "container-title": "Herald",
      "author": [{"family": "Marrow", "given": "Ida"}, {"literal": "Ministry of Ferries"}],
      "issued": {"date-parts": [["2014", 5, 2]]}, "DOI": "10.1/ab"},
     {"id": "http://zotero.org/groups/1/items/X", "type": "report", "title": "Quays", "publisher": "Harbour Institute",
      "issued": {"date-parts": [[2015, 3]], "circa": true}, "URL": "https://harbour.example/quays", "language": "en"},
     {"id": "x", "type": "book"}]
    """

  @Test func cslJSONIsRead() throws {
    let library = try BibliographyReader().read(Array(csl.utf8), .csl)
    #expect(library.untitled == 1)
    #expect(
      library.records.map(keys) == [
        [
          "title": "The ferry sails", "kind": "press", "publisher": "Herald",
          "author": "Ida Marrow, Ministry of Ferries", "published": "2014-05-02", "url": "https://doi.org/10.1/ab",
        ],
        [
          "title": "Quays", "kind": "report", "publisher": "Harbour Institute", "published": "2015-03~",
          "url": "https://harbour.example/quays", "language": "en",
        ],
      ])
    var known = KnownSources([])
    known.reserve(["marrow2014"])
    #expect(library.records.map(known.newId) == ["marrow2014-2", "harbour-institute"])
  }

  @Test func risIsRead() throws {
    let text = """
      TY  - NEWS
      TI  - The ferry
      sails again
      AU  - Marrow, Ida
      AU  - Odo
      T2  - Herald
      DA  - 2014/05/02/
      UR  - https://herald.example/ferry
      ER  -

      TY  - BOOK
      T1  - Quays
      PB  - Harbour Press
      PY  - 2015
      ER  -
      """
    let library = try BibliographyReader().read(Array(text.replacing("\n", with: "\r\n").utf8), .ris)
    #expect(
      library.records.map(keys) == [
        [
          "title": "The ferry sails again", "kind": "press", "publisher": "Herald", "author": "Ida Marrow, Odo",
          "published": "2014-05-02", "url": "https://herald.example/ferry",
        ],
        ["title": "Quays", "kind": "book", "publisher": "Harbour Press", "published": "2015"],
      ])
  }

  @Test(.checked(by: .pandoc)) func bibtexIsRead() throws {
    let text =
      #"@book{quays, title = {Quays of {Belmar}}, author = {M{\"u}ller, Odo}, publisher = {Harbour Press}, year = 2015}"#
    let library = try BibliographyReader().read(Array(text.utf8), .bibtex)
    let found = try #require(library.records.first.map(keys))
    #expect(found["title"] == "Quays of Belmar")
    #expect(found["author"] == "Odo Müller")
    #expect(found["kind"] == "book")
    #expect(found["published"] == "2015")
  }

  // MARK: Zotero

  /// The sources of a file as Zotero exports it, made by hand.
  private func zotero(_ form: BibliographyReader.Form, _ suffix: String) throws -> [SourceRecord] {
    let file = packageRoot.appendingPathComponent("Tests/DyadSourcesTests/Exports/zotero.\(suffix)")
    let library = try BibliographyReader().read(Array(try Data(contentsOf: file)), form)
    #expect(library.untitled == 0)
    return library.records
  }

  private let ferry = [
    "publisher": "The Harbour Herald", "published": "2014-05-02", "language": "en-GB",
    "url": "https://www.herald.example/news/1913?page=2&ref=home",
  ]

  @Test func cslJSONOfZoteroIsRead() throws {
    let records = try zotero(.csl, "json")
    #expect(
      records.map(keys) == [
        ferry.merging([
          "title": "“The ferry sails again”: Arvane & Belmar after two years", "kind": "press",
          "author": "Ida Marrow, Jan van der Berg",
        ]) { $1 },
        [
          "title": "Fees of the quays", "kind": "report", "publisher": "Harbour Institute",
          "author": "Harbour Institute", "published": "2015-03",
        ],
        [
          "title": "Statement on the quay", "kind": "web", "publisher": "Ministry of Ferries",
          "url": "https://ferries.example/statement",
        ],
      ])
    #expect(records.map(KnownSources([]).newId) == ["harbour-herald", "harbour-institute", "ministry-of-ferries"])
  }

  @Test(.checked(by: .pandoc)) func bibTeXOfZoteroIsRead() throws {
    let records = try zotero(.bibtex, "bib")
    let found = records.map(keys)
    // pandoc reads the language of 'langid' only.
    #expect(
      found[0]
        == ferry.filter { $0.key != "language" }.merging([
          "title": "The ferry sails again: Arvane & Belmar after two years", "published": "2014-05",
          "author": "Ida Marrow, Jan van der Berg, Ministry of Ferries",
        ]) { $1 })
    // An article of a newspaper is none of a journal.
    #expect(found.map { $0["kind"] } == [nil, "article", nil, "web"])
    #expect(found[1]["url"] == "https://doi.org/10.1000/quays_1")
    #expect(
      found[2] == ["title": "Statement on the quay", "url": "https://ferries.example/statement", "published": "2014"])
    #expect(records.map(KnownSources([]).newId).last == "ferries-2014")
  }

  @Test func risOfZoteroIsRead() throws {
    let records = try zotero(.ris, "ris")
    #expect(
      records.map(keys) == [
        ferry.merging([
          "title": "The ferry sails again: Arvane & Belmar after two years", "kind": "press",
          "author": "Ida Marrow, Jan van der Berg, Ministry of Ferries",
        ]) { $1 },
        ["title": "Fees of the quays", "kind": "report", "publisher": "Harbour Institute", "published": "2015-03"],
        [
          "title": "Statement on the quay", "kind": "web", "publisher": "Ministry of Ferries", "published": "2014",
          "url": "https://ferries.example/statement",
        ],
      ])
  }

  @Test func whatADatabaseSaysBeforeItsItemsIsLeftOut() throws {
    let text =
      "\u{FEFF}Provider: Harbour Library\nContent: text/plain; charset=\"UTF-8\"\n\n\nTY  - BOOK\nTI  - Quays\nER  - \n"
    #expect(try BibliographyReader().read(Array(text.utf8), .ris).records.map { $0["title"] } == ["Quays"])
  }

  @Test(arguments: ["csl-json", "bibtex"]) func whatIsExportedIsKnownAgain(format: String) throws {
    guard format != "bibtex" || Checker.pandoc.isInstalled else { return }
    let folder = packageRoot.appendingPathComponent("examples/archipelago").path
    let graph = try DossierReader.read(folder).then { KnowledgeGraph.linking($0) }.get()
    let form: BibliographyReader.Form = format == "bibtex" ? .bibtex : .csl
    let bytes = try #require(Format.named(format)).bytes(of: graph)
    let library = try BibliographyReader().read(bytes, form)
    let known = KnownSources(graph.sources.values)
    #expect(library.records.count == graph.sources.count)
    for record in library.records { #expect(known.same(as: record, text: nil) != nil, "\(record["title"] ?? "")") }
  }

  @Test(arguments: [
    ("{", BibliographyReader.Form.csl, "line 1"), ("[]", .csl, "no items"), ("[{\"a\": 1}]", .csl, "not CSL JSON"),
    ("TI  - x", .ris, "begins with 'TY"), ("words", .ris, "begins with a tag"), ("", .ris, "no items"),
  ])
  func whatIsNoBibliographyIsAnError(text: String, form: BibliographyReader.Form, reason: String) {
    #expect { try BibliographyReader().read(Array(text.utf8), form) } throws: { "\($0)".contains(reason) }
  }

  @Test func theSameSourceIsFoundByAddressTitleAndText() throws {
    let known = KnownSources([
      Source("a", title: "The Ferry", published: PartialDate("2014"), url: "http://www.herald.example/ferry/"),
      Source("b", title: "Quays", text: SourceText("The quay\nopened.")),
    ])
    let library = try BibliographyReader().read(
      Array(
        #"[{"type": "book", "title": "Other", "URL": "https://herald.example/ferry?utm_source=feed&utm_medium=mail#top"}, {"type": "book", "title": "the ferry!", "issued": {"date-parts": [[2014]]}}, {"type": "book", "title": "Quays"}]"#
          .utf8), .csl)
    #expect(library.records.map { known.same(as: $0, text: nil)?.id } == ["a", "a", nil])
    #expect(known.same(as: library.records[2], text: "The  quay opened. ")?.id == "b")
  }
}
