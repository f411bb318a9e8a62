import Foundation

/// How the time of work grows with its size, measured side by side in one run.
///
///     #expect(Growth.exponent(from: 1000) { size in _ = (0..<size).sorted() } < 1.5)
public enum Growth {
  /// The power of the size with which the processor time of this thread grows to four times the size: 1 if linear, 2 if quadratic.
  ///
  /// The two sizes are run in turns, and the quicker of two runs counts.
  public static func exponent(from size: Int, _ work: (Int) throws -> Void) rethrows -> Double {
    var (small, large) = (Double.infinity, Double.infinity)
    for _ in 0..<2 {
      small = min(small, try seconds { try work(size) })
      large = min(large, try seconds { try work(4 * size) })
    }
    return log2(large / small) / 2
  }

  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = now
    try work()
    return now - start
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
