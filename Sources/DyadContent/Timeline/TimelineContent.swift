public import DyadCore

/// What only the content of a timeline has: lanes, dated rows, the ribbon of phases, and the tone.
///
/// Its rows are also those of the content's card, its lanes the content's figures.
///
///     timeline.content().layout.timeline?.curve.periods.count     // 5
public struct TimelineContent: Hashable, Sendable {
  /// The two parties.
  public let parties: [Entity.ID]
  /// The days shown, from top to bottom.
  public let window: ClosedRange<Day>
  /// The tone between the two parties over time.
  public let curve: ToneCurve
  /// Whether rows are spaced evenly, in order, instead of by date.
  public let isEven: Bool
  /// How much of the timeline is shown.
  public let measure: Timeline.Measure
  /// The phases of the leading relation.
  package let ribbon: [PhaseSpan]
  /// Days for which no phase is on record.
  package let gaps: [ClosedRange<Day>]
  /// The rows in order of time.
  package let entries: [TimelineEntry]

  init(
    _ timeline: Timeline, _ measure: Timeline.Measure, _ entries: [TimelineEntry], gaps: [ClosedRange<Day>]
  ) {
    (parties, window, curve, isEven) = (timeline.parties, timeline.window, timeline.curve, timeline.isEven)
    (ribbon, self.measure, self.entries, self.gaps) = (timeline.ribbon, measure, entries, gaps)
  }
}

/// A phase, limited to the window of a timeline.
package struct PhaseSpan: Hashable, Sendable {
  package var tie: Tie
  package var phase: Held<Phase>
  /// The days on which it holds, whatever its uncertain dates are.
  package var certain: ClosedRange<Day>?
  /// The days on which it may hold.
  package var possible: ClosedRange<Day>

  package var tone: Tone { tie.tone(of: phase.item) }

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

/// An event, with the days of the window on which it may have happened, and the lanes of those who took part.
package struct Happening: Hashable, Sendable {
  package var event: Held<Event>
  package var days: ClosedRange<Day>
  /// The middle of the days.
  package var day: Day
  package var actors: [Entity.ID]
  package var recipients: [Entity.ID]
  /// The parties of the pair that it concerns.
  package var touched: [Entity.ID]
  /// Its tone between the two; `nil` if it is not between them.
  package var effect: Tone?
}
