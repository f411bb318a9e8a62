/// The confidence of the analyst in a claim or in a citation.
///
/// The three levels of ICD 203, which calls the middle one moderate.
///
///     Confidence.low < .high     // true
public enum Confidence: String, CaseIterable, Comparable, Sendable {
  case high, medium, low

  /// By level.
  public static func < (left: Confidence, right: Confidence) -> Bool { left.level < right.level }

  /// The level, from 1 (low) to 3 (high).
  public var level: Int {
    switch self {
    case .high: 3
    case .medium: 2
    case .low: 1
    }
  }
}
