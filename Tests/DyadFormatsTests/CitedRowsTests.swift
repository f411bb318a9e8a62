import DyadCore
import DyadFormats
import DyadTestSupport
import Testing

/// Claims that cite rows of a data set.
@Suite struct CitedRowsTests {
  private func dossier(_ cite: String, basis: String = "") -> String {
    """
    sources:
      herald: { title: The Herald, published: 2014-05-02 }
      icews: { title: Coded events, kind: dataset }
    states:
      arvane: { name: Arvane }
    events:
      quay: { on: 2014-05-01, what: The quay opens, type: COOPERATE, actors: [arvane]\(basis), cite: \(cite) }
    """
  }

  private func evidence(_ cite: String, basis: String = "") throws -> Evidence {
    let graph = DossierReader.read(text: dossier(cite, basis: basis), file: "d.yaml").then {
      KnowledgeGraph.linking([$0])
    }
    .value
    return try #require(graph.events["quay"]).evidence
  }

  @Test(arguments: [
    "{ icews: { rows: [20718171, 20718170, a/b] } }", "[{ source: icews, rows: [20718170, a/b, 20718171] }]",
    "{ icews: [{ rows: [a/b, 20718170] }, { rows: 20718171 }] }",
  ]) func bothFormsSayTheSame(cite: String) throws {
    let citations = try evidence(cite).citations
    #expect(citations.allSatisfy { $0.source == "icews" && $0.quote == nil })
    #expect(Set(citations.flatMap(\.rows)) == ["a/b", "20718170", "20718171"])
    #expect(citations.allSatisfy { Citation(of: "icews", rows: $0.rows).rows == $0.rows })
  }

  @Test func rowsAreWrittenInTheShortForm() throws {
    let text = dossier("[{ source: icews, rows: [9, 10] }]")
    let graph = try DossierReader.read(text: text, file: "d.yaml").then { KnowledgeGraph.linking([$0]) }.get()
    let written = String(decoding: Format.named("dossier")!.bytes(of: graph), as: UTF8.self)
    #expect(written.contains("cite:\n      icews:\n        rows: [9, 10]\n"))
  }

  @Test func whatADataSetCountsIsAttributedToIt() throws {
    let counted = try evidence("{ icews: { rows: [9] } }")
    #expect(counted.overallBasis == .attributed && counted.speakers == [.dataSet("icews")])
    // Whatever the dossier says.
    #expect(try evidence("{ icews: { rows: [9] } }", basis: ", basis: reported").overallBasis == .attributed)
    #expect(try evidence("{ icews: { rows: [9] } }", basis: ", basis: inferred").overallBasis == .inferred)
    let both = try evidence("[{ source: icews, rows: [9] }, { source: herald, quote: the quay opens }]")
    #expect(both.overallBasis == .reported && both.speakers.isEmpty)
    let denied = try evidence("[{ source: icews, rows: [9] }, { source: herald, stance: denies }]")
    #expect(denied.overallBasis == .attributed && denied.standing == .contested)
  }

  @Test func theDataSetIsNamedByItsTitle() throws {
    let text = dossier("{ icews: { rows: [9] } }")
    let graph = try DossierReader.read(text: text, file: "d.yaml").then { KnowledgeGraph.linking([$0]) }.get()
    #expect(graph.name(of: .dataSet("icews")) == "Coded events")
  }

  @Test func aRowHasAPlace() throws {
    let cite = "{ icews: { rows: [9, a/b] } }"
    let dossier = try DossierReader.read(text: dossier(cite), file: "d.yaml").get()
    #expect(dossier.citedRows.map(\.value.id) == ["9", "a/b"])
    let line = try #require(self.dossier(cite).split(separator: "\n").last)
    let columns = ["9, a", "a/b"].map {
      line.distance(from: line.startIndex, to: line.ranges(of: $0)[0].lowerBound) + 1
    }
    #expect(dossier.citedRows.map { $0.place?.column } == columns)
  }
}
