import DyadCore
import DyadTestSupport
import Testing

/// The laws of exchange are no stricter than what they are tried on.
@Suite struct GeneratorTests {
  @Test func aGraphWithEverythingHasEverything() {
    let graphs = (0..<12).map(everything)
    #expect(
      graphs.contains { $0.entities.values.contains { $0.names.count > 1 && $0.was != nil && !$0.codes.isEmpty } })
    #expect(graphs.contains { $0.sources.values.contains { $0.text != nil && $0.author != nil } })
    #expect(
      graphs.allSatisfy {
        $0.views.count == 4 && $0.reviews.count == 4 && $0.kinds["basing"] != nil && $0.offices.count == 3
      })
    #expect(graphs.contains { $0.citations.contains { $0.citation.stance == .denies && $0.citation.speaker != nil } })
    #expect(
      graphs.contains { $0.events.values.contains { $0.ownTone != nil && !$0.numbers.isEmpty && $0.mode != nil } })
  }

  @Test func itIsTheSameForTheSameSeed() { #expect(everything(seed: 7) == everything(seed: 7)) }
}
