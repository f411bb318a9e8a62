/// Something held to be so for a while, and why we hold it.
///
///     claim.holds(at: Moment(on: Day(2025, 5, 26)!))     // yes, possibly or no
public protocol Claim: Hashable, Sendable, Identifiable where ID == Identifier<Self> {
  var valid: ValidTime { get }
  var evidence: Evidence { get }
}

extension Claim {
  /// Whether the claim holds in the world at the moment, and could be known by then.
  public func holds(at moment: Moment) -> Certainty {
    min(valid.holds(at: moment), moment.known.map(evidence.couldBeKnown(by:)) ?? .yes)
  }
}
