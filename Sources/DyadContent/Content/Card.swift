public import DyadCore

/// What is on record between the same parties: rows of phases and events, in sections.
///
///     content.cards[0].rows.map(\.what)     // ["thawing", "Dar visits Kabul", …]
public struct Card: Hashable, Sendable, Identifiable {
  /// What the rows of a card are about, which identifies it within a picture.
  public enum Kind: Hashable, Sendable {
    /// The two parties of a pair.
    case pair
    /// A third party of a pair, or an alter of an ego.
    case alter(Entity.ID)
    /// What an ego does by itself.
    case ego
    /// The ties among the alters of an ego.
    case amongAlters
    /// A tie of a network.
    case tie(Dyad)
    /// The rows of a timeline.
    case timeline
  }

  /// Rows below a heading, or without one.
  public struct Section: Hashable, Sendable {
    /// The heading.
    public var title: String?
    /// The rows.
    public var rows: [Row]
  }

  /// What it is about.
  public var kind: Kind
  /// The names of its parties, where no figure is beside it.
  public var title: String?
  /// The number of its line in a network.
  public var number: Int?
  /// The phase that holds, in large type.
  public var head: Row?
  /// The sentence in place of a head where no phase is on record.
  public var absence: String?
  /// The rows below the head.
  public var sections: [Section]
  /// The number of events left out.
  public var omitted: Int
  /// The leading tone, which its line shows.
  public var tone: Tone?
  /// Whether what leads only possibly holds.
  public var isPossible: Bool

  /// Its kind: a picture has one card of each.
  public var id: Kind { kind }

  /// The head, if there is one, and the rows of all sections.
  public var rows: [Row] { (head.map { [$0] } ?? []) + sections.flatMap(\.rows) }
}
