import DyadEvents
import DyadTestSupport
import Testing

@Suite struct ExactPartitionTests {
  @Test(arguments: 0..<200) func noOtherPartitionIsCheaper(seed: Int) {
    var random = Seeded(seed)
    let count = Int.random(in: 1...14, using: &random)
    let minimum = Int.random(in: 1...4, using: &random)
    let penalty = Double.random(in: 0...6, using: &random)
    let values = (0..<count).map { _ in Double(Int.random(in: 0...5, using: &random)) }
    func cost(_ range: Range<Int>) -> Double {
      let mean = values[range].reduce(0, +) / Double(range.count)
      return values[range].map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    }
    func total(_ breaks: [Int]) -> Double {
      zip([0] + breaks, breaks + [count]).map { cost($0..<$1) }.reduce(Double(breaks.count) * penalty, +)
    }
    func isLongEnough(_ breaks: [Int]) -> Bool {
      breaks.isEmpty || zip([0] + breaks, breaks + [count]).allSatisfy { $1 - $0 >= minimum }
    }
    let found = ExactPartition.breaks(count: count, minimum: minimum, penalty: penalty, cost: cost)
    let all = (0..<1 << max(0, count - 1)).map { bits in (1..<max(1, count)).filter { bits >> ($0 - 1) & 1 == 1 } }
    let least = all.filter(isLongEnough).map(total).min()!
    #expect(isLongEnough(found))
    #expect(abs(total(found) - least) < 1e-9)
  }
}
