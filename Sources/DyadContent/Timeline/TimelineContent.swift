public import DyadCore

/// What only the content of a timeline has: the overview, the lanes, and the rows in order of time.
///
/// Its rows are also those of the content's card, its lanes the content's figures.
///
///     timeline.content().layout.timeline?.curve.periods.count     // 5
public struct TimelineContent: Hashable, Sendable {
  /// The two parties.
  public let parties: [Entity.ID]
  /// The days shown.
  public var window: ClosedRange<Day> { frame.window }
  /// The tone between the two parties over time.
  public let curve: ToneCurve
  /// How much of the timeline is shown.
  public let measure: Timeline.Measure
  package let frame: TimeFrame
  /// The phases of the leading relation between the two.
  package let phases: [PhaseSpan]
  /// The phases of the other relations between the two.
  package let lesser: [PhaseSpan]
  /// Days for which no phase is on record.
  package let gaps: [ClosedRange<Day>]
  /// All events, whether they have a row or not.
  package let events: EventStrip
  /// What data sets count between the two, where they do.
  package let counts: [CountStrip]
  /// The rows in order of time.
  package let entries: [TimelineEntry]

  init(_ timeline: Timeline, _ measure: Timeline.Measure, _ entries: [TimelineEntry]) {
    (parties, frame, curve) = (timeline.parties, timeline.frame, timeline.curve)
    (phases, lesser, gaps) = (timeline.ribbon, timeline.lesser, timeline.gaps)
    (self.measure, self.entries) = (measure, entries)
    counts = CountStrip.all(between: parties[0], parties[1], in: timeline.snapshot)
    events = EventStrip(timeline.happenings.map { ($0.event, $0.tone) }, in: timeline.frame)
  }
}
