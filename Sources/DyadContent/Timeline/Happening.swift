package import DyadCore

/// An event, with the lanes of those who took part.
package struct Happening: Hashable, Sendable {
  package var event: Held<Event>
  package var actors: [Entity.ID]
  package var recipients: [Entity.ID]
  /// The parties of the pair that it concerns.
  package var touched: [Entity.ID]
  /// Its tone between the two; `nil` if it is not between them.
  package var effect: Tone?
  /// The first day of the date by which it is placed among rows.
  package var day: Day

  /// Its tone between the two, or else its own.
  package var tone: Tone { effect ?? event.item.tone }
}

extension Event {
  /// Whether its date is too vague for a position in time.
  var isUndated: Bool { within.span.count > Timeline.vaguest }

  /// The first day of the date that a row shows for it: of the last date, if that is all that is known.
  func day(in window: ClosedRange<Day>) -> Day {
    let day =
      isUndated
      ? within.endDate?.writtenDay ?? within.span.upperBound : within.startDate?.writtenDay ?? within.span.lowerBound
    return min(max(day, window.lowerBound), window.upperBound)
  }

  /// The last day of that date.
  func lastDay(in window: ClosedRange<Day>) -> Day {
    isUndated ? day(in: window) : min(max(within.span.upperBound, window.lowerBound), window.upperBound)
  }
}

extension PartialDate {
  /// The first day of the date as it is written: of 2014, for "about 2014".
  var writtenDay: Day { PartialDate(year: year, month: month, day: day)?.days.lowerBound ?? days.lowerBound }
}
