import DyadCore

/// When events happened, and what joins them.
extension BriefText {
  /// The date that is written, not the days that "about" adds to it; an event without a start is placed before what came of it.
  func written(_ event: Event) -> Day {
    func plain(_ date: PartialDate) -> Day {
      PartialDate(year: date.year, month: date.month, day: date.day)?.days.lowerBound ?? date.days.lowerBound
    }
    if let start = event.within.startDate { return plain(start) }
    guard let end = event.within.endDate else { return event.within.span.lowerBound }
    return min(plain(end), bound(of: event).map(plain) ?? plain(end))
  }

  /// When it happened: "on 19 April 2025"; without a start, by the day of what came of it, if that is earlier.
  func when(_ event: Event) -> String {
    guard event.within.startDate == nil, let end = event.within.endDate, let bound = bound(of: event),
      bound.mark == nil, bound.days.upperBound < end.days.lowerBound
    else { return dates.happened(event.within) }
    return "by \(dates.words(bound))"
  }

  /// The place of an event among sentences of its day: what stretches over months follows what has the very date.
  func order(of event: Event) -> Int {
    let span = event.within.span
    return event.within.startDate != nil && span.lowerBound.advanced(by: 31) < span.upperBound ? 3 : 2
  }

  /// The first date on which something came of the event, as a source states.
  private func bound(of event: Event) -> PartialDate? {
    snapshot.events.map { $0.item }.filter { other in
      event.links.contains { $0.kind == .leadsTo && $0.target == other.id && isPlain($0.evidence) }
        || other.links.contains {
          [.inReturnFor, .respondsTo].contains($0.kind) && $0.target == event.id && isPlain($0.evidence)
        }
    }.compactMap(\.within.startDate).min { $0.days.lowerBound < $1.days.lowerBound }
  }

  /// The last events between the two, with those that they answer.
  var recent: [Held<Event>] {
    let events = events
    // Those of one day stay together.
    let first = events.suffix(8).first.map { written($0.item) }
    let whole = events.filter { event in first.map { written(event.item) >= $0 } ?? false }
    let last = whole.count <= 12 ? whole : Array(events.suffix(8))
    let answers = last.flatMap { $0.item.links }.filter {
      [.inReturnFor, .respondsTo].contains($0.kind) && isPlain($0.evidence)
    }
    let answered = Set(answers.map(\.target))
    return events.dropLast(last.count).filter { answered.contains($0.id) } + last
  }

  /// What may join the sentence on an event to the one before it; only what a source states in its own voice.
  func links(of event: Event) -> [BriefSentence.Link] {
    let own = event.links.compactMap { link -> (kind: EventLink.Kind, link: BriefSentence.Link)? in
      guard link.kind != .leadsTo, isPlain(link.evidence), let words = words(for: link, of: event) else { return nil }
      return (link.kind, BriefSentence.Link(target: link.target.text, words: words, marks: marks(link.evidence)))
    }
    let causes = snapshot.events.flatMap { cause in
      cause.item.links.filter { $0.kind == .leadsTo && $0.target == event.id && isPlain($0.evidence) }.map { link in
        (
          kind: link.kind,
          link: BriefSentence.Link(
            target: cause.id.text, words: "as a result", marks: marks(link.evidence), isResult: true)
        )
      }
    }
    let order: [EventLink.Kind] = [.inReturnFor, .respondsTo, .leadsTo, .partOf]
    return order.flatMap { kind in (own + causes).filter { $0.kind == kind }.map(\.link) }
  }

  private func words(for link: EventLink, of event: Event) -> String? {
    switch link.kind {
    case .leadsTo: "as a result"
    case .inReturnFor: "in return"
    case .respondsTo: "in response"
    case .partOf:
      // A part of another kind, such as the meeting at which something is agreed, is no part in English.
      graph.events[link.target].flatMap { whole in
        whole.mode == "visit" ? "during the visit" : whole.type == event.type ? "as part of this" : nil
      }
    }
  }
}
