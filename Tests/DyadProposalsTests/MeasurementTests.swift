import DyadCore
import DyadFormats
import DyadProposals
import DyadTestSupport
import Foundation
import Testing

/// Precision, recall and F1 of the built-in rules; `RECORD=1` writes the table of the manual.
@Suite struct MeasurementTests {
  /// A text with the claims that a person took from it.
  struct Sample: Sendable {
    var dossier: String
    var source: String
    /// Whether the rules were developed on it.
    var isKnown: Bool
  }

  static let samples = [
    Sample(dossier: "pakistan-afghanistan", source: "thaw", isKnown: true),
    Sample(dossier: "ethiopia-eritrea", source: "summary", isKnown: true),
    Sample(dossier: "armenia-azerbaijan", source: "chronicle", isKnown: false),
    Sample(dossier: "egypt-israel", source: "summary", isKnown: false),
    Sample(dossier: "archipelago", source: "courier-2020", isKnown: false),
  ]

  static func measurement(_ sample: Sample) throws -> Measurement {
    let path = packageRoot.appendingPathComponent("examples/\(sample.dossier)").path
    let graph = try DossierReader.read(path).then { KnowledgeGraph.linking($0) }.get()
    let source = try #require(graph.sources[Source.ID(sample.source)], "\(graph.sources.keys)")
    return try Measurement(of: graph, source, minimumScore: 0.5)
  }

  private static func table() throws -> String {
    var rows = [
      "| text | events | passage | type | + actor | + recipient | + date | offices |",
      "|---|--:|---|---|---|---|---|---|",
    ]
    for isKnown in [true, false] {
      let all = try samples.filter { $0.isKnown == isKnown }.map { ($0, try measurement($0)) }
      for (sample, one) in all {
        let cells = Measurement.Part.allCases.map { Measurement.cell(one.parts[$0] ?? .init()) }
        let events = one.parts[.passage]?.expected ?? 0
        rows.append(
          "| \(sample.dossier), `\(sample.source)`\(isKnown ? " (known)" : "") | \(events) | \(cells.joined(separator: " | ")) | \(Measurement.cell(one.offices)) |"
        )
      }
      guard !isKnown else { continue }
      let sums = Measurement.Part.allCases.map { part in
        Measurement.cell(all.map { $0.1.parts[part] ?? .init() }.reduce(.init(), Measurement.add))
      }
      let events = all.map { $0.1.parts[.passage]?.expected ?? 0 }.reduce(0, +)
      let offices = Measurement.cell(all.map(\.1.offices).reduce(.init(), Measurement.add))
      rows.append("| **unseen, together** | \(events) | \(sums.joined(separator: " | ")) | \(offices) |")
    }
    return rows.joined(separator: "\n")
  }

  @Test func theTableOfTheManualIsWhatIsMeasured() throws {
    let file = packageRoot.appendingPathComponent("Documentation/Proposals.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let marks = ("<!-- measured -->\n", "\n<!-- end -->")
    let start = try #require(page.range(of: marks.0)).upperBound
    let end = try #require(page.range(of: marks.1)).lowerBound
    #expect(difference(from: file, page[..<start] + (try Self.table()) + page[end...]) == nil)
  }

  @Test(arguments: samples.filter(\.isKnown).map(\.dossier))
  func whatWasDevelopedOnDoesNotGetWorse(dossier: String) throws {
    let sample = try #require(Self.samples.first { $0.dossier == dossier })
    let measured = try Self.measurement(sample)
    if let path = ProcessInfo.processInfo.environment["DYAD_MEASURED"] {
      try measured.log.joined(separator: "\n").write(toFile: "\(path)-\(dossier)", atomically: true, encoding: .utf8)
    }
    #expect((measured.parts[.type]?.f1 ?? 0) > 0.3)
  }
}
