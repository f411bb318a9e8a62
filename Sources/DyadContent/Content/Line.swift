public import DyadCore

/// A line from a figure to a card, or to another figure.
///
///     content.lines.filter { $0.tone?.sign == .conflict }
public struct Line: Hashable, Sendable, Identifiable {
  /// The end with an arrowhead.
  public enum Arrow: Hashable, Sendable { case atFrom, atTo }

  /// What explains it.
  public enum Subject: Hashable, Sendable {
    /// The rows of a card.
    case card(Card.Kind)
    /// A claim of a timeline; an event of several parties has several parts, counted from 1.
    case claim(String, part: Int)
  }

  /// What identifies a line within a picture.
  public struct ID: Hashable, Sendable {
    /// The figure at its start.
    public var from: Entity.ID
    /// What explains it.
    public var subject: Subject
    /// Its number among several lines from there with that subject.
    public var part: Int
  }

  /// The figure at its start.
  public var from: Entity.ID
  /// The figure at its end; without one, it ends at the card.
  public var to: Entity.ID?
  /// What explains it.
  public var subject: Subject
  /// Its number among the lines with that start and subject, from 1: strands of opposite sign have lines of their own.
  public var part: Int
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
  /// The names of its ends and what leads between them, where no card does it.
  public var words: String?
  /// The quotes that this rests on.
  public var quotes: [String]
  /// The number of events that a data set counts, where the line is no more than that.
  package var counted: Int?

  /// Its start, its subject and its part.
  public var id: ID { ID(from: from, subject: subject, part: part) }

  /// The card that explains it; `nil` in a timeline.
  public var card: Card.Kind? { if case .card(let kind) = subject { kind } else { nil } }

  /// A line.
  public init(
    from: Entity.ID, to: Entity.ID? = nil, subject: Subject, part: Int = 1, tone: Tone?, isPossible: Bool,
    arrow: Arrow? = nil, isContested: Bool = false, mark: Mark? = nil, quotes: [String] = [], words: String? = nil
  ) {
    self.part = part
    (self.from, self.to, self.subject, self.tone) = (from, to, subject, tone)
    (self.isPossible, self.arrow, self.isContested, self.mark) = (isPossible, arrow, isContested, mark)
    (self.quotes, self.words) = (quotes, words)
  }
}
