public import DyadCore

/// What is on record between the same parties: rows of phases and events, in sections.
///
///     content.cards[0].rows.map(\.what)     // ["thawing", "Dar visits Kabul", …]
public struct Card: Hashable, Sendable, Identifiable {
  /// Rows below a heading, or without one.
  public struct Section: Hashable, Sendable {
    /// The heading.
    public var title: String?
    /// The rows.
    public var rows: [Row]
  }

  /// Its name in a picture.
  public var id: String
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

  /// The head, if there is one, and the rows of all sections.
  public var rows: [Row] { (head.map { [$0] } ?? []) + sections.flatMap(\.rows) }
}
