public import DyadCore

/// A line from a figure to a card, or to another figure.
///
///     content.lines.filter { $0.tone?.sign == .conflict }
public struct Line: Hashable, Sendable {
  /// The end with an arrowhead.
  public enum Arrow: Hashable, Sendable { case atFrom, atTo }

  /// The figure at its start.
  public var from: Entity.ID
  /// The figure at its end; without one, it ends at the card.
  public var to: Entity.ID?
  /// The card that explains it.
  public var card: String
  /// The tone, which decides colour, dashes and width; `nil` where none is on record.
  public var tone: Tone?
  /// Whether it only possibly holds, and is dotted.
  public var isPossible: Bool
  /// The end that the relation or event is directed to.
  public var arrow: Arrow?
  /// Whether one source asserts and another denies it.
  public var isContested: Bool
  /// Its change, in a picture of a diff.
  public var mark: Mark?

  /// A line.
  public init(
    from: Entity.ID, to: Entity.ID? = nil, card: String, tone: Tone?, isPossible: Bool, arrow: Arrow? = nil,
    isContested: Bool = false, mark: Mark? = nil
  ) {
    (self.from, self.to, self.card, self.tone) = (from, to, card, tone)
    (self.isPossible, self.arrow, self.isContested, self.mark) = (isPossible, arrow, isContested, mark)
  }
}

extension Line: Identifiable {
  /// The figure at its start, and the card that explains it.
  public var id: String { "\(from)-\(card)" }
}
