package import DyadCore

/// An event that has a position in time: the days of the window on which it may have happened.
package struct DatedEvent: Hashable, Sendable {
  package var id: Event.ID
  package var what: String
  package var days: ClosedRange<Day>
  package var sign: Tone.Sign
  package var isInferred: Bool
  /// Whether it may have happened outside the days, or not at all.
  package var isPossible: Bool
  package var quotes: [String]
}

/// The events along an axis: each is a mark at its date, or counted.
package struct EventStrip: Hashable, Sendable {
  /// The events with a position, in order of time.
  package var dated: [DatedEvent] = []
  /// The numbers of those whose dates are vaguer than a year, by sign.
  package var undated: [Tone.Sign: Int] = [:]
  /// The number of those after the last source.
  package var later = 0

  /// - Parameter events: events with their tone for the view.
  init(_ events: [(event: Held<Event>, tone: Tone)], in frame: TimeFrame) {
    for (event, tone) in events {
      if event.item.isUndated {
        undated[tone.sign, default: 0] += 1
      } else if let days = frame.shown(event.item.within.span) {
        dated.append(
          DatedEvent(
            id: event.id, what: event.item.what, days: days, sign: tone.sign,
            isInferred: event.item.evidence.isInferred,
            isPossible: event.certainty == .possibly || event.item.evidence.standing == .denied,
            quotes: event.item.evidence.citations.compactMap(\.quote)))
      } else {
        later += 1
      }
    }
    dated.sort { one, other in
      (one.days.lowerBound, one.days.upperBound, one.id) < (other.days.lowerBound, other.days.upperBound, other.id)
    }
  }

  /// The events of several strips.
  package init(of strips: [EventStrip]) {
    dated = strips.flatMap(\.dated)
    for strip in strips { undated.merge(strip.undated, uniquingKeysWith: +) }
    later = strips.map(\.later).reduce(0, +)
  }

  /// What has no position, in words: "undated within the period: ▲ 5, ▼ 3".
  package func rest(_ lexicon: Lexicon) -> [String] {
    let signs = [Tone.Sign.cooperation, .conflict, .neutral].compactMap { sign in
      undated[sign].map { "\(sign.symbol)\u{A0}\(lexicon.number($0))" }
    }
    return (signs.isEmpty ? [] : [lexicon.phrase(.undated, lexicon.asides(signs))])
      + (later > 0 ? [lexicon.phrase(.afterSources, lexicon.number(later))] : [])
  }
}
