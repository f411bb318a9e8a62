public import DyadCore

/// A line of a card: when, what, who says so, and the numbers of its sources.
///
///     Row(sign: .cooperation, when: "19 Apr 2025", what: "Dar visits Kabul", sources: [1])
public struct Row: Hashable, Sendable {
  /// The claim that it tells, or the first of those that it rolls up.
  public var id: String
  /// All claims that it tells.
  public var claims: [String]
  public var tone: Tone
  public var when: String
  public var what: String
  /// Who says so, where the sources only report somebody's word.
  public var speakers: [String]
  /// What is said against it, and by whom.
  public var denial: String?
  public var sources: [Int]
  public var isPossible: Bool
  public var isUnsourced: Bool
  /// How confident the analyst is in it, where the dossier says so.
  public var confidence: Confidence?
  /// The words that it rests on.
  public var quotes: [String]
  /// What became of it, where the picture compares.
  public var mark: Mark?
  /// What stood in its place before.
  public var before: String?

  var sign: Tone.Sign { tone.sign }
}

/// The sign that stands before a row and says its tone without colour.
extension Tone.Sign {
  var symbol: String {
    switch self {
    case .conflict: "▼"
    case .neutral: "●"
    case .cooperation: "▲"
    }
  }
}
