/// Which rows of a data set count as one event.
///
/// Of the rows that count as one, the one with the smallest id gives the class, the score and the mentions, so that the
/// order of the rows never matters.
///
///     CountingRule.story.statement      // "one event for each day, actor, recipient, code and story"
package enum CountingRule: String, CaseIterable, Sendable {
  /// Every row is an event.
  case none
  /// Rows of the same day, parties, code and story are one event.
  case story
  /// Rows of the same day, parties and code are one event.
  case day
  /// As `story`, after the two rows of a visit or a consultation have been turned the same way.
  case mirror

  /// The rule in words.
  package var statement: String {
    switch self {
    case .none: "every row is an event"
    case .story: "one event for each day, actor, recipient, code and story"
    case .day: "one event for each day, actor, recipient and code"
    case .mirror: "one event for each day, pair, code and story; visits and consultations count once for both sides"
    }
  }
}

/// What the two rows of one visit or consultation have in common.
///
/// Coders write a row for each side: A visits B, and B hosts A; A consults B, and B consults A.
enum MirrorCode {
  /// CAMEO: to host a visit. The other side makes it.
  static let host = "043"
  /// CAMEO: to make a visit.
  static let visit = "042"
  /// Codes that both sides share: of CAMEO to consult, to discuss by telephone, to meet, to negotiate; of PLOVER all modes
  /// of consulting but the visit, which has one row.
  static let shared = [
    "040", "041", "044", "046", "CONSULT", "CONSULT:phone", "CONSULT:third-party", "CONSULT:multilateral",
  ]

  /// Whether actor and recipient change places, and the code that then counts.
  static func turned(_ code: String, actor: String, recipient: String) -> (isTurned: Bool, code: String) {
    if code == host { return (true, visit) }
    return (shared.contains(code) && recipient.utf8.lexicographicallyPrecedes(actor.utf8), code)
  }
}
