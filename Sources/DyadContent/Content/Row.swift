public import DyadCore

/// A line of a card: when, what, according to whom, and the numbers of the sources.
///
///     row.when                 // "19 Apr 2025"
///     row.what                 // "Dar visits Kabul"
///     row.sources              // [1]
public struct Row: Hashable, Sendable {
  /// What joins a row to the next one.
  public enum Connection: Hashable, Sendable {
    /// It led to it, or was answered by it.
    case consequence
    /// One was done in return for the other.
    case exchange

    /// The arrow between the two rows.
    public var symbol: String { self == .consequence ? "↓" : "↕" }
  }

  /// The claim, or the first of several that share the row.
  public var id: String
  /// The ids of all its claims.
  public var claims: [String]
  /// The tone, which decides the sign before the row.
  public var tone: Tone
  /// The tone of the act itself, where its effect on the parties of the view has another one.
  public var act: Tone?
  /// The date.
  public var when: String
  /// The phase or event.
  public var what: String
  /// The speakers, where the sources only report what somebody says.
  public var speakers: [String]
  /// "denied by …", where somebody denies it.
  public var denial: String?
  /// The numbers of its sources.
  public var sources: [Int]
  /// Whether it only possibly holds or happened at the date.
  public var isPossible: Bool
  /// Whether it has no source.
  public var isUnsourced: Bool
  /// Whether no source says it: the coder concludes it.
  public var isInferred: Bool
  /// Whether it is a draft: proposed, and not accepted yet.
  public var isDraft = false
  /// Its links to other events, in words: "in return for: the ferry sails again".
  public var links: [String]
  /// Its link to the next row of its section, which is drawn between the two.
  public var next: Connection?
  /// Whether it is part of the event in the nearest row above that is no part: it is indented below that.
  public var isPart = false
  /// Its links to other rows of the card, by their dates: "led to: 19 Apr 2025".
  public var ties: [String] = []
  /// The confidence of the analyst, where the dossier states it.
  public var confidence: Confidence?
  /// The quotes that it rests on.
  public var quotes: [String]
  /// Its change, in a picture of a diff.
  public var mark: Mark?
  /// The wording of the phase that it replaces, in a picture of a diff.
  public var before: String?
  /// The wording of the phase, with which `what` ends; `nil` for events and phases without one.
  public var reads: String?

  /// The arrow before a part, from the row above: "↳".
  public static func partSymbol(isRightToLeft: Bool) -> String { isRightToLeft ? "↲" : "↳" }

  /// The sign of the tone.
  public var sign: Tone.Sign { tone.sign }

  /// The sign of the act itself, where its effect on the parties has another one.
  public var actSign: Tone.Sign? { act.flatMap { $0.sign == sign ? nil : $0.sign } }

  /// The sign before the row; hollow where the claim is inferred.
  public var symbol: String { isInferred ? sign.hollowSymbol : sign.symbol }
}

extension Tone.Sign {
  /// The sign before a row, which shows the tone without colour.
  public var symbol: String {
    switch self {
    case .conflict: "▼"
    case .neutral: "●"
    case .cooperation: "▲"
    }
  }

  /// The sign before a row that is inferred.
  public var hollowSymbol: String {
    switch self {
    case .conflict: "▽"
    case .neutral: "○"
    case .cooperation: "△"
    }
  }
}
