import DyadContent
import DyadCore
import DyadTestSupport
import Testing

@Suite struct ClaimSummaryTests {
  @Test(arguments: 0..<6) func everyClaimHasALineOfItsOwn(seed: Int) {
    let graph = everything(seed: seed)
    let all = ClaimSummary.all(in: graph)
    #expect(all.map(\.id) == graph.claims)
    for claim in all {
      // An event may have described participants only.
      #expect(!claim.label.isEmpty && (!claim.parties.isEmpty || ["event", "link"].contains(claim.kind)))
      #expect((claim.tone != nil) == ["event", "phase"].contains(claim.kind), "\(claim.id)")
      #expect(claim.when == nil || !claim.words.isEmpty)
    }
  }
}
