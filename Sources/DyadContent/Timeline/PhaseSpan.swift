package import DyadCore

/// A phase, limited to the days that a timeline shows.
package struct PhaseSpan: Hashable, Sendable {
  package var tie: Tie
  package var phase: Held<Phase>
  /// The days on which it holds, whatever its uncertain dates are.
  package var certain: ClosedRange<Day>?
  /// The days on which it may hold; `nil` if all of them are after the last source.
  package var possible: ClosedRange<Day>?
  /// Whether it has no end, so that it goes on after the last source.
  package var isOpen: Bool
  /// The first day of the date by which it is placed among rows.
  package var day: Day

  package var tone: Tone { tie.tone(of: phase.item) }
  /// Whether no source states it.
  package var isInferred: Bool { phase.item.evidence.isInferred }

  init(_ phase: Held<Phase>, of tie: Tie, in frame: TimeFrame) {
    (self.tie, self.phase) = (tie, phase)
    let during = phase.item.during
    let first = min(during.starts.upperBound, during.ends.upperBound)
    let last = max(during.ends.lowerBound, during.starts.lowerBound)
    certain = phase.certainty == .yes && first <= last ? frame.shown(first...last) : nil
    possible = frame.shown(during.span)
    isOpen = during.end == .open && frame.sourcesEnd != nil
    let isVague = during.starts.count > Timeline.vaguest
    let written = during.startDate?.writtenDay
    let day = written ?? (isVague ? during.starts.upperBound : during.starts.lowerBound)
    self.day = min(max(day, frame.window.lowerBound), frame.window.upperBound)
  }

  static func all(of tie: Tie, in frame: TimeFrame) -> [PhaseSpan] {
    tie.phases.map { PhaseSpan($0, of: tie, in: frame) }
  }

  /// The days on which it may have begun but need not have.
  package var head: ClosedRange<Day>? {
    guard let possible, let certain, possible.lowerBound < certain.lowerBound else { return nil }
    return possible.lowerBound...certain.lowerBound.advanced(by: -1)
  }

  /// The days on which it may still hold but need not.
  package var tail: ClosedRange<Day>? {
    guard let possible, let certain, certain.upperBound < possible.upperBound else { return nil }
    return certain.upperBound.advanced(by: 1)...possible.upperBound
  }
}
