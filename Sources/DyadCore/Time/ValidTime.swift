/// When a claim holds in the world: throughout an interval, as a state of affairs does, or within it, as an event does.
///
///     ValidTime.throughout(Interval("2021-08/..")!).holds(at: Moment(on: Day(2025, 5, 26)!))   // yes
///     ValidTime.within(Interval("2025-03")!).holds(at: Moment(on: Day(2025, 3, 15)!))          // possibly
public enum ValidTime: Hashable, Sendable {
  case throughout(Interval)
  case within(Interval)

  /// The interval.
  public var interval: Interval {
    switch self {
    case .throughout(let interval), .within(let interval): interval
    }
  }

  /// Whether the claim holds at the moment.
  ///
  /// A state of affairs holds at a moment if, however its partial dates are filled in, it touches the moment's days;
  /// possibly if some filling does. An event holds if every day that it may have happened on lies in the moment's record;
  /// possibly if some does.
  public func holds(at moment: Moment) -> Certainty {
    switch self {
    case .throughout(let interval):
      // It starts no later than it ends, which may narrow either.
      let latestStart = min(interval.starts.upperBound, interval.ends.upperBound)
      let earliestEnd = max(interval.ends.lowerBound, interval.starts.lowerBound)
      if latestStart <= moment.days.upperBound, earliestEnd >= moment.days.lowerBound { return .yes }
      return interval.span.overlaps(moment.days) ? .possibly : .no
    case .within(let interval):
      let record = moment.record
      if record.lowerBound <= interval.span.lowerBound, interval.span.upperBound <= record.upperBound { return .yes }
      return interval.span.overlaps(record) ? .possibly : .no
    }
  }
}

/// Whether something holds: no, possibly (its dates leave it open), or yes.
///
///     min(Certainty.yes, .possibly)      // possibly: a chain is as sure as its weakest link
public enum Certainty: Int, Comparable, Sendable, CaseIterable {
  case no, possibly, yes

  /// `no`, then `possibly`, then `yes`.
  public static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
}
