/// How a picture looks and speaks, and how much it tells.
///
///     Drawing(diff, of: view, style: Style(theme: .print, lexicon: .urdu, showsSources: false))
public struct Style: Hashable, Sendable {
  public var theme: Theme
  /// The theme that an SVG turns to where its reader prefers dark pages.
  public var darkTheme: Theme?
  public var lexicon: Lexicon
  /// Whether the sources that it numbers are listed at its foot.
  public var showsSources: Bool
  public var detail: Detail

  public init(
    theme: Theme = .light, darkTheme: Theme? = nil, lexicon: Lexicon = .english, showsSources: Bool = true,
    detail: Detail = .full
  ) {
    (self.theme, self.darkTheme, self.lexicon) = (theme, darkTheme, lexicon)
    (self.showsSources, self.detail) = (showsSources, detail)
  }
}

/// How much of what there is a picture tells: a step of a ladder, down which it goes until it fits its paper.
///
///     Detail.ladder.first!.events     // as many rows of events as the card of a pair may have
public struct Detail: Hashable, Sendable {
  /// Events on the card of a pair, and on any other.
  public var events: Int
  public var lesserEvents: Int
  /// Third parties of a pair, or alters of an ego.
  public var alters: Int
  /// Those who share a panel with their state.
  public var members: Int
  /// Dyads of a network.
  public var ties: Int
  /// Rows on a card of a network.
  public var rows: Int

  /// Whether a network tells each tie in a line or two, and its figures by their names alone.
  public var isTerse: Bool { rows == 1 }

  public static let ladder: [Detail] = [
    Detail(events: 14, lesserEvents: 5, alters: 12, members: 9, ties: 40, rows: 6),
    Detail(events: 11, lesserEvents: 3, alters: 12, members: 8, ties: 40, rows: 4),
    Detail(events: 9, lesserEvents: 2, alters: 10, members: 7, ties: 40, rows: 2),
    Detail(events: 7, lesserEvents: 1, alters: 8, members: 6, ties: 40, rows: 1),
    Detail(events: 6, lesserEvents: 1, alters: 6, members: 5, ties: 34, rows: 1),
    Detail(events: 5, lesserEvents: 1, alters: 5, members: 4, ties: 29, rows: 1),
    Detail(events: 4, lesserEvents: 0, alters: 4, members: 4, ties: 25, rows: 1),
    Detail(events: 4, lesserEvents: 0, alters: 2, members: 3, ties: 21, rows: 1),
    Detail(events: 3, lesserEvents: 0, alters: 1, members: 2, ties: 18, rows: 1),
    Detail(events: 4, lesserEvents: 0, alters: 0, members: 2, ties: 16, rows: 1),
    Detail(events: 3, lesserEvents: 0, alters: 0, members: 1, ties: 14, rows: 1),
    Detail(events: 2, lesserEvents: 0, alters: 0, members: 0, ties: 12, rows: 1),
    Detail(events: 1, lesserEvents: 0, alters: 0, members: 0, ties: 11, rows: 1),
    Detail(events: 0, lesserEvents: 0, alters: 0, members: 0, ties: 10, rows: 1),
  ]

  public static let full = ladder[0]

  /// For words, which no paper limits.
  public static let everything = Detail(
    events: .max, lesserEvents: .max, alters: .max, members: .max, ties: .max, rows: .max)
}
