public import DyadCore

/// What only the content of a matrix has: the order of its parties and its cells.
///
///     content.layout.matrix?.cells.first { $0.row == 0 && $0.column == 1 }?.summary?.tone
public struct MatrixContent: Hashable, Sendable {
  /// A cell that is not blank.
  public struct Cell: Hashable, Sendable {
    /// The index of the party of its row.
    public var row: Int
    /// The index of the party of its column.
    public var column: Int
    /// What leads between the two; `nil` where nothing is on record at its date.
    public var summary: DyadSummary?
    /// Whether the row's party exerts pressure on the column's.
    public var pressesColumn: Bool
    /// Whether the column's party exerts pressure on the row's, where no other cell shows it.
    public var pressesRow: Bool
    /// Whether the two sides of a diff differ.
    public var isChanged: Bool
  }

  /// A bloc whose members are next to each other.
  public struct Frame: Hashable, Sendable {
    /// The bloc.
    public var bloc: Bloc.ID
    /// The indices of its members.
    public var members: Range<Int>
  }

  /// The most parties that a page has room for.
  public static let mostParties = 60

  /// The most parties whose columns have heads of letters; with more, columns are too narrow.
  public static let mostWithLetters = 25

  /// The parties, as rows from top to bottom and as columns from left to right.
  public let parties: [Entity.ID]
  /// For each party the short form of at most five characters, or else the code that the dossier has for it; `nil` where
  /// it has none.
  public let codes: [String?]
  /// The cells with something on record.
  public let cells: [Cell]
  /// The blocs, in the order of the rows.
  public let frames: [Frame]
  /// The earlier and the later date, of the cells below and above the diagonal; `nil` if it is not a diff.
  public let dates: [String]?
}
