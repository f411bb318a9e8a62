#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Change points of the record of a dyad, and of the volume of its data set.
///
/// The mix of the four classes has a multinomial likelihood, so that a period with few events weighs little and no noise has
/// to be estimated. Each break costs 4 ln T for T periods, and a segment has at least three periods.
///
///     Segmentation(quads: series.map(\.quads), volume: series.map(\.total), from: first).changes
package struct Segmentation: Hashable, Sendable {
  package let changes: [ChangePoint]
  package let coverage: [CoverageChange]

  /// The fewest periods of a segment.
  package static let minimum = 3
  /// How much worse in log-likelihood the periods of an interval are.
  static let tolerance = 2.0
  /// The least change of volume that is reported, as a ratio.
  static let leastRatio = 1.5

  /// The price of a break in a series of that many periods.
  package static func penalty(periods: Int) -> Double { 4 * log(Double(max(periods, 2))) }

  /// Finds the changes.
  ///
  /// - Parameters:
  ///   - quads: the events of each period by class.
  ///   - volume: the rows of the data set in each period; all zero if it is not known.
  ///   - first: the number of the first period.
  package init(quads: [SIMD4<Int>], volume: [Int], from first: Int) {
    let coverage = Segmentation.coverage(of: volume, from: first)
    var sums = [SIMD4<Int>.zero]
    for (index, quad) in quads.enumerated() { sums.append(sums[index] &+ quad) }
    self.coverage = coverage
    changes = Segmentation.partition(quads.count) { Segmentation.cost(sums[$0.upperBound] &- sums[$0.lowerBound]) }.map
    {
      found in
      let interval = first + found.interval.lowerBound...first + found.interval.upperBound
      return ChangePoint(
        period: first + found.position, interval: interval, gain: found.gain,
        isCoverage: coverage.contains { $0.interval.overlaps(interval) })
    }
  }

  /// The negative log-likelihood of counts by the shares that they have themselves.
  static func cost(_ counts: SIMD4<Int>) -> Double {
    let sum = counts.wrappedSum()
    guard sum > 0 else { return 0 }
    var result = 0.0
    for index in counts.indices where counts[index] > 0 {
      result -= Double(counts[index]) * log(Double(counts[index]) / Double(sum))
    }
    return result
  }

  /// Levels of the logarithm of the volume. Its noise is estimated from differences between neighbours, which a change of
  /// level hardly affects.
  private static func coverage(of volume: [Int], from first: Int) -> [CoverageChange] {
    let levels = volume.map { log(Double($0) + 1) }
    let differences = zip(levels, levels.dropFirst()).map { abs($0 - $1) }.sorted()
    guard differences.count >= 2 * minimum else { return [] }
    // The median of |x - y| is 0.954 standard deviations of normal x and y. No volume is steadier than a tenth.
    let noise = max(differences[differences.count / 2] / 0.954, 0.1)
    var (sums, squares) = ([0.0], [0.0])
    for (index, level) in levels.enumerated() {
      sums.append(sums[index] + level)
      squares.append(squares[index] + level * level)
    }
    let found = partition(levels.count) { range in
      let sum = sums[range.upperBound] - sums[range.lowerBound]
      let square = squares[range.upperBound] - squares[range.lowerBound]
      return max(0, square - sum * sum / Double(range.count)) / (2 * noise * noise)
    }
    func mean(_ range: Range<Int>) -> Double { (sums[range.upperBound] - sums[range.lowerBound]) / Double(range.count) }
    return found.compactMap { found in
      let ratio = exp(mean(found.position..<found.end) - mean(found.start..<found.position))
      guard ratio >= leastRatio || ratio <= 1 / leastRatio else { return nil }
      let interval = first + found.interval.lowerBound...first + found.interval.upperBound
      return CoverageChange(period: first + found.position, interval: interval, ratio: ratio)
    }
  }

  /// A break between two segments, the second of which begins at the position.
  private struct Break {
    let start: Int
    let position: Int
    let end: Int
    let interval: ClosedRange<Int>
    let gain: Double
  }

  private static func partition(_ count: Int, _ cost: (Range<Int>) -> Double) -> [Break] {
    let found = ExactPartition.breaks(count: count, minimum: minimum, penalty: penalty(periods: count), cost: cost)
    let limits = [0] + found + [count]
    return zip(limits, zip(found, limits.dropFirst(2))).map { start, rest in
      let (position, end) = rest
      let best = cost(start..<position) + cost(position..<end)
      let near = (start + minimum...end - minimum).filter { cost(start..<$0) + cost($0..<end) <= best + tolerance }
      // The interval is the range of all near positions, so that it is one even where the likelihood has two peaks.
      return Break(
        start: start, position: position, end: end,
        interval: min(near.first ?? position, position)...max(near.last ?? position, position),
        gain: cost(start..<end) - best)
    }
  }
}
