/// A statement with the time for which it holds and the evidence for it.
///
///     event.holds(at: Moment(on: Day(2025, 5, 26)!))     // yes, possibly or no
public protocol Claim: Hashable, Sendable, Identifiable where ID == Identifier<Self> {
  var valid: ValidTime { get }
  var evidence: Evidence { get set }

  /// Whether it could be known by that day.
  func couldBeKnown(by day: Day) -> Certainty
}

extension Claim {
  /// Whether the evidence was known by that day.
  public func couldBeKnown(by day: Day) -> Certainty { evidence.couldBeKnown(by: day) }

  /// Whether the claim holds in the world at the moment, and could be known by then.
  public func holds(at moment: Moment) -> Certainty {
    min(valid.holds(at: moment), moment.known.map(couldBeKnown(by:)) ?? .yes)
  }
}
