/// Whether something holds: no, possibly (its dates leave it open), or yes.
///
///     min(Certainty.yes, .possibly)      // possibly: a chain is as sure as its weakest link
public enum Certainty: Int, Comparable, Sendable, CaseIterable {
  case no, possibly, yes

  /// `no`, then `possibly`, then `yes`.
  public static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
}
