/// The partition of a series into segments with the lowest total cost: exact, not greedy.
///
/// The algorithm is PELT (Killick, Fearnhead and Eckley, 2012). It is exact for costs that no split increases.
package enum ExactPartition {
  /// The first positions of all segments but the first.
  ///
  /// - Parameters:
  ///   - count: the length of the series.
  ///   - minimum: the shortest segment.
  ///   - penalty: the cost of each break.
  ///   - cost: the cost of a segment.
  package static func breaks(count: Int, minimum: Int, penalty: Double, cost: (Range<Int>) -> Double) -> [Int] {
    guard minimum > 0, count >= 2 * minimum else { return [] }
    // The lowest cost of the first `end` positions, and where their last segment begins.
    var best = [Double](repeating: .infinity, count: count + 1)
    var starts = [Int](repeating: 0, count: count + 1)
    best[0] = -penalty
    var candidates = [0]
    // A start that is worse than a break at `end` stays a candidate until a segment from `end` is long enough.
    var expiry = [Int](repeating: .max, count: count + 1)
    for end in minimum...count {
      for start in candidates {
        let total = best[start] + cost(start..<end) + penalty
        if total < best[end] { (best[end], starts[end]) = (total, start) }
      }
      for start in candidates where expiry[start] == .max && best[start] + cost(start..<end) > best[end] {
        expiry[start] = end + minimum
      }
      candidates.removeAll { expiry[$0] <= end + 1 }
      if end + 1 >= 2 * minimum { candidates.append(end + 1 - minimum) }
    }
    var breaks: [Int] = []
    var end = count
    while starts[end] > 0 {
      end = starts[end]
      breaks.append(end)
    }
    return breaks.reversed()
  }
}
