public import DyadCore

/// What decides the content of a picture, apart from what it is about.
///
///     Content(diff, of: view, options: ContentOptions(lexicon: .urdu, showsSources: false))
public struct ContentOptions: Hashable, Sendable {
  /// The language.
  public var lexicon: Lexicon
  /// Whether the numbered sources are listed at the foot.
  public var showsSources: Bool
  /// Whether it is read as text, which has room for full dates and lists even a single source by number.
  public var isText = false
  /// How much of a pair or of one party is shown where there is room for more.
  public var level: DetailLevel
  /// Whether third parties with one minor event stay in the picture, as in the frames of a film.
  var keepsMinorParties = false
  /// The amount of detail that fits.
  public var detail: Detail
  /// How old an event may be to make a line by itself, around one party or in a network; `nil` for any age.
  public var window: Lookback?

  /// Options; by default English, with all detail, with the list of sources, and with lines for events of two years.
  public init(
    lexicon: Lexicon = .english, showsSources: Bool = true, level: DetailLevel = .full, detail: Detail = .full,
    window: Lookback? = .standard
  ) {
    self.level = level
    (self.lexicon, self.showsSources, self.detail, self.window) = (lexicon, showsSources, detail, window)
  }

  /// Everything, for a text in English.
  static var text: ContentOptions {
    var options = ContentOptions(detail: .everything, window: nil)
    options.isText = true
    return options
  }

  /// The detail that fits, within what the level allows a pair or one party.
  var limited: Detail { detail.limited(to: level) }

  /// The same around one party, which has twice as many alters as a pair has third parties.
  var limitedAroundOne: Detail {
    var limited = limited
    limited.alters = min(detail.alters, limited.alters <= Int.max / 2 ? 2 * limited.alters : limited.alters)
    return limited
  }

  /// The same options with another amount of detail.
  package func with(_ detail: Detail) -> ContentOptions {
    var options = self
    options.detail = detail
    return options
  }

  /// What of the detail shows in a layout: with the same, a content is the same.
  package func shownDetail(in layout: PageLayout) -> Detail {
    var shown: Detail
    switch layout {
    case .pair: shown = limited
    case .ego: shown = limitedAroundOne
    case .network, .matrix, .timeline, .egoTimeline: return detail
    }
    // Only networks have these.
    (shown.ties, shown.rows) = (Detail.full.ties, Detail.full.rows)
    return shown
  }

  /// The most events of a lesser card that shows no phase: at least one below the full level.
  var eventsAlone: Int {
    let limited = limited
    return level == .full ? limited.lesserEvents : max(min(1, limited.events), limited.lesserEvents)
  }

  /// Whether it shows what happened before what only may have, and an exchange and a chain of events before others.
  var isEdited: Bool { level != .full }

  /// How many key events are shown beyond the limit of a lesser card.
  var keyEvents: Int { level == .full ? limited.events : eventsAlone }
}

/// How much a picture shows: one step of the ladder that is tried from the top until the picture fits its paper.
///
///     Detail.ladder[3].events     // 7: the most rows of events on the card of a pair
public struct Detail: Hashable, Sendable {
  /// The most events on the card of a pair.
  public var events: Int
  /// The most rows on the card of a pair, its events included.
  public var pairRows = Int.max
  /// The most phases on any other card.
  public var lesserPhases = Int.max
  /// The most events on any other card, and of those within one side.
  public var lesserEvents: Int
  /// The most third parties of a pair, or alters of an ego.
  public var alters: Int
  /// The most members of a panel, besides the party that it belongs to.
  public var members: Int
  /// The most dyads of a network.
  public var ties: Int
  /// The most rows on a card of a network.
  public var rows: Int

  /// Whether each tie of a network takes a line or two, and its figures show only names.
  public var isTerse: Bool { rows == 1 }

  /// All steps, from the most detail to the least.
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

  /// The step down to which a picture is made shorter than its page: with less it would say too little.
  package static let leastOfHalfPage = 7

  /// No more of each than a level allows; `full` allows everything.
  func limited(to level: DetailLevel) -> Detail {
    let most: (rows: Int, events: Int, lesser: Int, phases: Int, alters: Int, members: Int)
    switch level {
    case .full: return self
    case .standard: most = (6, 4, 0, 2, 4, 3)
    case .brief: most = (4, 3, 0, 1, 2, 1)
    }
    var detail = self
    (detail.pairRows, detail.lesserPhases) = (min(pairRows, most.rows), min(lesserPhases, most.phases))
    // Where a picture has to be shorter, third parties go before the events between the two.
    detail.events = alters > 1 ? most.events : min(events, most.events)
    detail.lesserEvents = min(lesserEvents, most.lesser)
    (detail.alters, detail.members) = (min(alters, most.alters), min(members, most.members))
    return detail
  }

  /// The steps with as many parties as the first one has: they leave out events only.
  package static let withAllParties: [Detail] = ladder.map { step in
    var step = step
    (step.alters, step.ties) = (full.alters, full.ties)
    return step
  }

  /// The steps of the frames of a film sheet: those with all parties, and then the others, for a frame that does not
  /// fit a page by itself.
  public static let sheetLadder: [Detail] = withAllParties + ladder

  /// The first step of the ladder.
  public static let full = ladder[0]

  /// No limit at all: for text, which needs no paper.
  public static let everything = Detail(
    events: .max, lesserEvents: .max, alters: .max, members: .max, ties: .max, rows: .max)
}
