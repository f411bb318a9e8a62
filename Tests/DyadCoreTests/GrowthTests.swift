import DyadTestSupport
import Testing

/// The measure of tests for linear time distinguishes linear and quadratic work.
@Suite struct GrowthTests {
  private func add(_ count: Int) {
    var sum = 0
    for number in 0..<count { sum &+= number }
    #expect(sum >= 0)
  }

  @Test func linearWorkHasAnExponentBelowOneAndAHalf() {
    #expect(Growth.exponent(from: 400_000) { add($0) } < 1.5)
  }

  @Test func quadraticWorkHasAnExponentAboveOneAndAHalf() {
    #expect(Growth.exponent(from: 600) { add($0 * $0) } > 1.5)
  }
}
