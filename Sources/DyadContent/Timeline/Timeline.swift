public import DyadCore

/// The course of a relation: its phases, and the events between two parties and around them.
///
///     let timeline = Timeline(graph, between: "pakistan", "afghanistan", in: Day(2021, 7, 1)!...Day(2025, 6, 30)!)
///     timeline.curve.periods.map(\.mean)
///     print(timeline.content().description)
public struct Timeline: Sendable {
  /// An event that may have happened on more days than this is undated: it has a row, and no position in time.
  public static let vaguest = 366

  /// The days shown.
  public var window: ClosedRange<Day> { frame.window }
  /// The tone between the two parties over time.
  public let curve: ToneCurve
  /// The headline.
  public let title: String
  /// The language, and whether sources are listed.
  public let options: ContentOptions
  /// The two parties.
  public let parties: [Entity.ID]
  /// The day by which a claim must be known, if one is given.
  public var known: Day? { snapshot.moment.known }

  /// How much of a timeline is shown.
  public struct Measure: Hashable, Sendable {
    /// The most rows besides the phases of the leading relation; the strongest are shown.
    public var rows: Int
    /// Whether three or more consecutive events of one kind by the same actors share a row.
    public var isRolledUp: Bool
    /// The most third parties with a lane of their own.
    public var thirds: Int

    /// A measure of so many rows and third parties.
    public init(rows: Int, isRolledUp: Bool, thirds: Int) {
      (self.rows, self.isRolledUp, self.thirds) = (rows, isRolledUp, thirds)
    }
  }

  /// A sentence or two below the title.
  public var standfirst: String?
  /// The line at the foot that names its maker.
  public var credit: String?
  package let snapshot: Snapshot
  let frame: TimeFrame
  /// The numbers of sources, if several pictures share them.
  let notes: Footnotes?
  /// The phases of the leading relation.
  package let ribbon: [PhaseSpan]
  /// The phases of the other relations between the two, in order of time.
  let lesser: [PhaseSpan]
  package let happenings: [Happening]
  let scale: SalienceScale
  /// The third parties that may have a lane, the strongest first.
  let thirds: [Entity.ID]
  /// What the filter removes, as sentences without full stops.
  let filteredOut: [String]

  /// The timeline of two parties.
  ///
  /// - Parameters:
  ///   - window: the days shown; by default all from the first date on record to the last.
  ///   - known: the day by which a claim must be known.
  ///   - notes: the numbers of sources, if several pictures share them.
  public init(
    _ graph: KnowledgeGraph, between one: Entity.ID, _ other: Entity.ID, in window: ClosedRange<Day>? = nil,
    known: Day? = nil, filter: Filter = .none, title: String? = nil, options: ContentOptions = ContentOptions(),
    notes: Footnotes? = nil
  ) {
    self.notes = notes
    let window = window ?? Timeline.window(of: graph, between: one, other, filter: filter)
    let seen = graph.snapshot(at: Moment(during: window, known: known)).between(one, other)
    snapshot = seen.filtered(by: filter, keeping: [one, other])
    let lanes = Lanes(snapshot, one, other)
    let (leading, events) = (lanes.leading, lanes.events)
    frame = TimeFrame(
      window, citing: events.map { $0.item.evidence } + lanes.between.flatMap(\.phases).map { $0.item.evidence },
      in: graph,
      known: known)
    ribbon = leading.map { [frame] in PhaseSpan.all(of: $0, in: frame) } ?? []
    lesser = lanes.between.filter { $0.id != leading?.id }.flatMap { [frame] in PhaseSpan.all(of: $0, in: frame) }
    let happenings = lanes.happenings(in: window)
    let joint = happenings.filter { $0.effect != nil }
    let effects = Dictionary(
      joint.compactMap { joint in joint.effect.map { (joint.event.id, $0) } }, uniquingKeysWith: { one, _ in one })
    curve = ToneCurve(joint.map(\.event), effects: effects, in: window)
    scale = SalienceScale(snapshot)
    thirds = lanes.thirds(by: scale)
    let names = [one, other].map { graph.label(of: $0, at: seen.moment, in: options.lexicon) }
    self.title = title ?? options.lexicon.phrase(.pair, names[0], names[1])
    filteredOut = Content.filteredOut(seen, snapshot, .between(one, other), options.lexicon)
    (self.happenings, self.options, parties) = (happenings, options, [one, other])
  }

  /// The measure of a timeline that leaves nothing out.
  public var everything: Measure {
    Measure(rows: happenings.count + lesser.count, isRolledUp: false, thirds: thirds.count)
  }

  /// What a picture of the timeline shows.
  ///
  /// - Parameter measure: how much of it; by default everything.
  public func content(_ measure: Measure? = nil) -> Content {
    TimelineWriter(self, measure ?? everything).content
  }

  /// The days for which there are sources and no phase is on record, not even possibly.
  var gaps: [ClosedRange<Day>] {
    var gaps: [ClosedRange<Day>] = []
    var next = window.lowerBound
    let covered = ribbon.compactMap(\.possible).sorted { $0.lowerBound < $1.lowerBound }
    for days in covered {
      if days.lowerBound > next { gaps.append(next...days.lowerBound.advanced(by: -1)) }
      next = max(next, days.upperBound.advanced(by: 1))
    }
    if next <= frame.end { gaps.append(next...frame.end) }
    return gaps
  }

  /// The days from the first to the last date of anything between the two, or else of anything in the graph.
  public static func window(
    of graph: KnowledgeGraph, between one: Entity.ID, _ other: Entity.ID, filter: Filter = .none
  ) -> ClosedRange<Day> {
    if let days = graph.countedDays(filter, { $0 == Dyad(one, other) }) { return days }
    let snapshot = graph.snapshot(at: .ever).between(one, other).filtered(by: filter, keeping: [one, other])
    let lanes = Lanes(snapshot, one, other)
    return graph.days(of: lanes.between.flatMap(\.phases).map { $0.item.during } + lanes.events.map { $0.item.within })
  }
}

extension KnowledgeGraph {
  /// The days of the counts of some dyads, where nothing else is asked for.
  func countedDays(_ filter: Filter, _ isAsked: (Dyad) -> Bool) -> ClosedRange<Day>? {
    let days = filter.isOfCounts ? counts.filter { isAsked($0.key) }.values.joined().map(\.days) : []
    guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else { return nil }
    return first...last
  }

  /// The days from the first to the last date of some intervals, or else of anything in the graph.
  func days(of intervals: [Interval]) -> ClosedRange<Day> {
    let dates = intervals.flatMap { [$0.startDate, $0.endDate].compactMap { $0 } }.map(\.days)
    let days = dates.flatMap { [$0.lowerBound, $0.upperBound] }
    let known = (days.isEmpty ? self.dates : days).filter { $0 != .distantPast && $0 != .distantFuture }
    guard let first = known.min(), let last = known.max() else { return Day(number: 0)...Day(number: 365) }
    return first...last
  }
}
