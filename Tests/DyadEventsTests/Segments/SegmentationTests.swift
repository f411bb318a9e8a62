import DyadEvents
import DyadTestSupport
import Testing

@Suite struct SegmentationTests {
  /// Events drawn by the shares of a regime, as many as the period has.
  private func drawn(_ count: Int, _ shares: [Double], _ random: inout Seeded) -> SIMD4<Int> {
    var result = SIMD4<Int>.zero
    for _ in 0..<count {
      var draw = Double.random(in: 0..<1, using: &random)
      var index = 0
      while index < 3, draw >= shares[index] { (draw, index) = (draw - shares[index], index + 1) }
      result[index] += 1
    }
    return result
  }

  static let regimes: [(length: Int, shares: [Double])] = [
    (40, [0.85, 0.05, 0.05, 0.05]), (36, [0.4, 0.05, 0.25, 0.3]), (50, [0.7, 0.2, 0.05, 0.05]),
    (30, [0.3, 0, 0.3, 0.4]),
  ]

  @Test(arguments: 0..<20) func plantedRegimesAreFound(seed: Int) {
    var random = Seeded(seed)
    let quads = SegmentationTests.regimes.flatMap { regime in
      (0..<regime.length).map { _ in drawn(.random(in: 15...60, using: &random), regime.shares, &random) }
    }
    let found = Segmentation(quads: quads, volume: quads.map { _ in 0 }, from: 400)
    #expect(found.changes.count == 3)
    for (change, planted) in zip(found.changes, [440, 476, 526]) {
      #expect(change.interval.contains(change.period))
      #expect((planted - 1...planted + 1).contains(change.period))
      #expect(change.gain > Segmentation.penalty(periods: quads.count))
      #expect(!change.isCoverage)
    }
  }

  @Test(arguments: 0..<20) func aSteadyMixHasNoChange(seed: Int) {
    var random = Seeded(seed)
    // The number of events changes twentyfold, the mix does not.
    let quads = (0..<160).map { drawn($0 < 80 ? 4 : 80, [0.7, 0.1, 0.1, 0.1], &random) }
    #expect(Segmentation(quads: quads, volume: quads.map { _ in 0 }, from: 0).changes.isEmpty)
  }

  @Test func thinPeriodsWeighLittle() {
    // Three hostile events in three months among friendly ones are no regime; three hundred are.
    func record(_ events: Int) -> [SIMD4<Int>] {
      (0..<60).map { (30..<36).contains($0) ? SIMD4(0, 0, 0, events) : SIMD4(10, 1, 1, 1) }
    }
    func changes(_ events: Int) -> Int {
      Segmentation(quads: record(events), volume: [], from: 0).changes.count
    }
    #expect(changes(1) == 0)
    #expect(changes(100) == 2)
  }

  @Test(arguments: 0..<20) func aChangeOfVolumeIsReportedAsCoverage(seed: Int) {
    var random = Seeded(seed)
    let volume = (0..<120).map { ($0 < 70 ? 1_000 : 4_000) + Int.random(in: -200...200, using: &random) }
    let quads = (0..<120).map { drawn(30, $0 < 70 ? [0.8, 0.1, 0.05, 0.05] : [0.3, 0.2, 0.2, 0.3], &random) }
    let found = Segmentation(quads: quads, volume: volume, from: 0)
    #expect(found.coverage.map(\.period) == [70])
    #expect((3.0...5.5).contains(found.coverage.first?.ratio ?? 0))
    #expect(found.changes.map(\.isCoverage) == [true])
  }

  @Test func aLevelVolumeHasNoChange() {
    let volume = (0..<120).map { 1_000 + $0 % 7 * 30 }
    #expect(Segmentation(quads: volume.map { _ in .zero }, volume: volume, from: 0).coverage.isEmpty)
  }

  @Test(arguments: [0, 1, 2, 5, 6]) func aShortSeriesIsNoError(count: Int) {
    let quads = Array(repeating: SIMD4(3, 0, 0, 1), count: count)
    #expect(Segmentation(quads: quads, volume: [], from: 0).changes.isEmpty)
  }
}
