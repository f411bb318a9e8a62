import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// Annotations as another program reads them.
@Suite struct WebAnnotationTests {
  @Test func aSelectorHasWhatSurroundsItsQuote() throws {
    var dossier = Dossier()
    dossier.sources = [Located(Source("s", title: "S", text: SourceText("Before. It rains. After.")))]
    dossier.events = [
      Located(
        Event(
          "rain", within: Interval("2025")!, what: "Rain", type: .agree, actors: [],
          evidence: Evidence([Citation(of: "s", quote: "It rains.")])))
    ]
    let graph = try KnowledgeGraph.linking([dossier]).get()
    let text = String(decoding: try #require(Format.named("web-annotation")).bytes(of: graph), as: UTF8.self)
    #expect(text.contains(#""prefix": "Before. ""#) && text.contains(#""suffix": " After.""#))
  }

  @Test(.checked(by: .python)) func rdflibFindsEveryQuoteInItsText() throws {
    let graphs = try Exchange.graphs(random: 3)
    try inTemporaryFolder { folder in
      var paths: [String: KnowledgeGraph] = [:]
      for (name, graph) in graphs {
        let file = folder.appendingPathComponent("\(name.replacing("/", with: "-")).annotations.json")
        try Data(try #require(Format.named("web-annotation")).bytes(of: graph)).write(to: file)
        paths[file.path] = graph
      }
      let found = try #require(
        try Python.run("Tests/DyadExchangeTests/Readers/annotations.py", paths.keys.sorted())
          as? [String: [String: Any]])
      for (path, graph) in paths {
        let report = try #require(found[path])
        let quoted = graph.citations.filter { $0.citation.quote != nil }
        #expect(report["annotations"] as? Int == quoted.count, "\(path)")
        let rows = try #require(report["rows"] as? [[Any]])
        let texts = graph.sources.values.compactMap { source in
          source.text.map { (source.url ?? "urn:dyad:source/\(source.id)", $0) }
        }
        for row in rows {
          guard let start = row[3] as? Int, let end = row[4] as? Int, start >= 0, let exact = row[2] as? String else {
            continue
          }
          let own = texts.filter { $0.0 == row[1] as? String }.map(\.1)
          #expect(own.contains { $0.passage(start..<end) == exact }, "\(exact)")
        }
        let claims = Set(rows.compactMap { $0[0] as? String })
        #expect(claims == Set(quoted.map(\.claim)), "\(path)")
      }
    }
  }
}
