/// A period from which on the mix of a dyad's events is another.
///
///     change.interval     // 416...418: the periods in which it may lie
package struct ChangePoint: Hashable, Sendable {
  /// The first period of the new segment.
  package var period: Int
  /// The periods that are at most 2 units of log-likelihood worse.
  package var interval: ClosedRange<Int>
  /// How much the log-likelihood gains by the break.
  package var gain: Double
  /// Whether the data set's own volume changes there too, so that the change may be one of coverage.
  package var isCoverage: Bool
}

/// A period from which on a data set has more or fewer rows.
///
///     change.ratio        // 2.4: so many times as many rows
package struct CoverageChange: Hashable, Sendable {
  /// The first period of the new level.
  package var period: Int
  package var interval: ClosedRange<Int>
  /// The geometric mean of the volumes after it, as a multiple of that before it.
  package var ratio: Double
}
