/// The basis of a claim: what a source reports, what somebody said, or what the coder concludes.
///
///     Evidence([Citation(of: "herald", quote: "the ferry sails")]).overallBasis     // .reported
public enum Basis: String, CaseIterable, Sendable {
  /// A source says it in its own voice.
  case reported
  /// The sources only say that somebody says it.
  case attributed
  /// The coder concludes it from the quotes; no source says it.
  case inferred
}
