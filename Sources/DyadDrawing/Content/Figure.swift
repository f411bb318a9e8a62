public import DyadCore

/// An entity as it stands in a picture: its form, its name, and the lines below it.
///
///     Figure(id: "dar", kind: .official, name: "Ishaq Dar", lines: ["Deputy Prime Minister"])
public struct Figure: Hashable, Sendable, Identifiable {
  /// Whose colours it wears.
  public enum Side: Hashable, Sendable { case first, second, other }

  public var id: Entity.ID
  public var kind: Entity.Kind
  public var side: Side
  public var name: String
  /// The full name, for the tooltip.
  public var fullName: String
  /// The offices held at the date, or what it governs, with the numbers of their sources: small, below the name.
  public var lines: [String]
  /// The claims that the lines tell.
  public var claims: [String] = []
  public var isPossible: Bool
  public var quotes: [String]
  /// What became of it, where the picture compares.
  public var mark: Mark?
  /// It is on the stage of a film, and not there now.
  public var isAbsent = false
}

/// The strands of a dyad, or of a third party with the two: a card.
///
///     card.rows.map(\.what)
public struct Card: Hashable, Sendable, Identifiable {
  /// A row that is set apart, below which others follow.
  public struct Section: Hashable, Sendable {
    public var title: String?
    public var rows: [Row]
  }

  public var id: String
  /// Whose card it is, where no figure stands beside it: their names.
  public var title: String?
  /// The number of its line in a network.
  public var number: Int?
  /// The phase that holds, in large type: what, since when, how surely.
  public var head: Row?
  /// What stands in place of a head: that nothing is on record.
  public var absence: String?
  public var sections: [Section]
  /// How many events are left out.
  public var omitted: Int
  /// What the line to the card says: the tone that leads.
  public var tone: Tone?
  public var isPossible: Bool

  public var rows: [Row] { (head.map { [$0] } ?? []) + sections.flatMap(\.rows) }
}

/// A line between a figure and a card, or between two figures.
///
///     line.tone     // decides colour, dash and width
public struct Line: Hashable, Sendable {
  public var from: Entity.ID
  /// The figure at its other end; without one, it ends at the card.
  public var to: Entity.ID?
  /// The card that tells what it is.
  public var card: String
  public var tone: Tone?
  public var isPossible: Bool
  /// The end that the relation is directed to.
  public var arrow: Arrow?
  /// What leads is asserted by one and denied by another.
  public var isContested = false
  /// What became of it, where the picture compares.
  public var mark: Mark?

  public enum Arrow: Hashable, Sendable { case atFrom, atTo }
}
