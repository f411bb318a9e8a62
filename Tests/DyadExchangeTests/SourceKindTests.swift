import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// The kind of a source in the vocabularies of bibliographies and of the web.
@Suite struct SourceKindTests {
  private func text(_ format: String, _ kind: Source.Kind?) throws -> String {
    var dossier = Dossier(title: "T")
    dossier.sources = [Located(Source("s", title: "A text", kind: kind, publisher: "Herald"))]
    return String(
      decoding: try #require(Format.named(format)).bytes(of: KnowledgeGraph.linking([dossier]).value), as: UTF8.self)
  }

  @Test(arguments: [
    (nil, "article-newspaper", "container-title", "@article", "journal", "CreativeWork"),
    (Source.Kind.press, "article-newspaper", "container-title", "@article", "journal", "NewsArticle"),
    (.treaty, "treaty", "publisher", "@misc", "howpublished", "Legislation"),
    (.report, "report", "publisher", "@techreport", "institution", "Report"),
    (.article, "article-journal", "container-title", "@article", "journal", "ScholarlyArticle"),
    (.book, "book", "publisher", "@book", "publisher", "Book"),
    (.dataset, "dataset", "publisher", "@misc", "howpublished", "Dataset"),
  ])
  func exportsNameTheType(
    kind: Source.Kind?, csl: String, container: String, entry: String, field: String, schema: String
  ) throws {
    let json = try text("csl-json", kind)
    #expect(json.contains("\"type\": \"\(csl)\"") || json.contains("\"type\":\"\(csl)\""))
    #expect(json.contains("\"\(container)\""))
    let bibtex = try text("bibtex", kind)
    #expect(bibtex.hasPrefix("\(entry){s,") && bibtex.contains("\(field) = {Herald}"))
    let turtle = try text("turtle", kind)
    #expect(turtle.contains("schema:\(schema)") && turtle.contains("dcterms:type") == (kind != nil))
  }

  @Test func anUnknownKindInRDFIsReported() throws {
    let triples = try text("ntriples", .press).replacing("\"press\"", with: "\"pres\"")
    let reader = try #require(Format.named("ntriples")?.reader)
    let diagnostics = try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("d.nt")
      try Data(triples.utf8).write(to: file)
      return reader(file.path).diagnostics
    }
    #expect(diagnostics.contains { $0.description.contains("'kind' must be one of press") })
  }
}
