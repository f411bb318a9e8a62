public import DyadCore

/// What was between two parties in the course of time: the phases of their relation, and what they and others did to one another.
///
///     let timeline = Timeline(graph, between: "pakistan", "afghanistan", in: Day(2021, 7, 1)!...Day(2025, 6, 30)!)
///     timeline.curve.periods.map(\.sum)
///     let svg = try await Composition(timeline).picture(as: .svg)
public struct Timeline: Sendable {
  /// The days that it tells of, from its top to its bottom.
  public let window: ClosedRange<Day>
  public let curve: ToneCurve
  /// Whether events stand at even distances, by their order, in place of their dates.
  public let isEven: Bool
  public let title: String
  public let style: Style

  /// How much of it is told; `nil` until a paper decides.
  public var measure: Measure?

  /// How much of a timeline is told.
  public struct Measure: Hashable, Sendable {
    /// Rows besides the phases of the ribbon: the strongest.
    public var rows: Int
    /// Whether several events of one kind by the same, one after the other, are one row.
    public var isRolledUp: Bool
    /// Third parties with a lane of their own.
    public var thirds: Int

    public init(rows: Int, isRolledUp: Bool, thirds: Int) {
      (self.rows, self.isRolledUp, self.thirds) = (rows, isRolledUp, thirds)
    }
  }

  /// The two.
  public let parties: [Entity.ID]
  /// The day by which a claim must have been known.
  public var known: Day? { snapshot.moment.known }

  let snapshot: Snapshot
  /// The numbers of sources, where several pictures are to have the same.
  let notes: Footnotes?
  /// The phases of the relation that leads, and those of the others between the two, in order of time.
  let ribbon: [PhaseSpan]
  let lesser: [PhaseSpan]
  let happenings: [Happening]
  /// Third parties with a lane of their own where there is room, the strongest first.
  let thirds: [Entity.ID]
  /// What the filter took away, in words.
  let filteredOut: [String]

  /// - Parameters:
  ///   - window: the days that it tells of; without it, all that anything is on record for.
  ///   - known: the day by which a claim must have been known.
  ///   - notes: the numbers of sources, where several pictures are to have the same.
  public init(
    _ graph: KnowledgeGraph, between one: Entity.ID, _ other: Entity.ID, in window: ClosedRange<Day>? = nil,
    known: Day? = nil, filter: Filter = .none, title: String? = nil, style: Style = Style(), isEven: Bool = false,
    notes: Footnotes? = nil
  ) {
    self.notes = notes
    let window = window ?? Timeline.window(of: graph, between: one, other, filter: filter)
    let seen = graph.snapshot(at: Moment(during: window, known: known)).between(one, other)
    snapshot = seen.filtered(by: filter, keeping: [one, other])
    let lanes = Lanes(snapshot, one, other)
    let leading = lanes.leading
    ribbon = leading.map { PhaseSpan.all(of: $0, in: window) } ?? []
    lesser = lanes.between.filter { $0.id != leading?.id }.flatMap { PhaseSpan.all(of: $0, in: window) }
    let happenings = lanes.happenings(in: window)
    let joint = happenings.map(\.event).filter { lanes.joins($0.item) }
    curve = ToneCurve(joint, in: window)
    thirds = lanes.thirds
    let names = [one, other].map { graph.label(of: $0, at: seen.moment, in: style.lexicon) }
    self.title = title ?? style.lexicon.phrase(.pair, names[0], names[1])
    filteredOut = Drawing.filteredOut(seen, snapshot, style.lexicon)
    (self.window, self.happenings, self.style, self.isEven, parties) = (
      window, happenings, style, isEven, [one, other]
    )
  }

  /// All that there is.
  var everything: Measure {
    Measure(rows: happenings.count + lesser.count, isRolledUp: false, thirds: thirds.count)
  }

  /// What it shows, in words and signs, with all that its measure lets it tell.
  public var drawing: Drawing { TimelineContent(self).drawing }

  /// From the first to the last day that any date of the two names, or else any of the graph.
  public static func window(
    of graph: KnowledgeGraph, between one: Entity.ID, _ other: Entity.ID, filter: Filter = .none
  ) -> ClosedRange<Day> {
    let snapshot = graph.snapshot(at: .ever).between(one, other).filtered(by: filter, keeping: [one, other])
    let lanes = Lanes(snapshot, one, other)
    let intervals = lanes.between.flatMap(\.phases).map(\.item.during) + lanes.events.map(\.item.within)
    let dates = intervals.flatMap { [$0.startDate, $0.endDate].compactMap { $0 } }.map(\.days)
    let days = dates.flatMap { [$0.lowerBound, $0.upperBound] }
      .filter { $0 != .distantPast && $0 != .distantFuture }
    let all = days.isEmpty ? graph.dates.filter { $0 != .distantPast && $0 != .distantFuture } : days
    guard let first = all.min(), let last = all.max() else { return Day(number: 0)...Day(number: 365) }
    return first...last
  }
}

/// A phase as far as it lies in a window.
struct PhaseSpan: Sendable {
  var tie: Tie
  var phase: Held<Phase>
  /// The days on which it holds, however its dates are filled in.
  var certain: ClosedRange<Day>?
  /// The days on which it may hold.
  var possible: ClosedRange<Day>

  var tone: Tone { tie.tone(of: phase.item) }

  static func all(of tie: Tie, in window: ClosedRange<Day>) -> [PhaseSpan] {
    tie.phases.map { phase in
      let during = phase.item.during
      let first = min(during.starts.upperBound, during.ends.upperBound)
      let last = max(during.ends.lowerBound, during.starts.lowerBound)
      let isCertain = phase.certainty == .yes && first <= last && (first...last).overlaps(window)
      return PhaseSpan(
        tie: tie, phase: phase, certain: isCertain ? (first...last).clipped(to: window) : nil,
        possible: during.span.clipped(to: window))
    }
  }
}

/// An event, the days of the window that it may have happened on, and those at whose lanes it begins and ends.
struct Happening: Sendable {
  var event: Held<Event>
  var days: ClosedRange<Day>
  /// The middle one of the days.
  var day: Day
  var actors: [Entity.ID]
  var recipients: [Entity.ID]
}
