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
    let effects = snapshot.events.map(\.item).filter { other in
      event.links.contains { $0.kind == .leadsTo && $0.target == other.id }
        || other.links.contains { [.inReturnFor, .respondsTo].contains($0.kind) && $0.target == event.id }
    }
    return min(plain(end), effects.compactMap { $0.within.startDate.map(plain) }.min() ?? plain(end))
  }

  /// What may join the sentence on an event to the one before it; only what a source states in its own voice.
  func links(of event: Event) -> [BriefSentence.Link] {
    let own = event.links.compactMap { link -> (kind: EventLink.Kind, link: BriefSentence.Link)? in
      guard link.kind != .leadsTo, isPlain(link.evidence) else { return nil }
      let words = words(for: link)
      return (link.kind, BriefSentence.Link(target: link.target.text, words: words, marks: marks(link.evidence)))
    }
    let causes = snapshot.events.flatMap { cause in
      cause.item.links.filter { $0.kind == .leadsTo && $0.target == event.id && isPlain($0.evidence) }.map { link in
        (
          kind: link.kind,
          link: BriefSentence.Link(target: cause.id.text, words: "as a result", marks: marks(link.evidence))
        )
      }
    }
    let order: [EventLink.Kind] = [.inReturnFor, .respondsTo, .leadsTo, .partOf]
    return order.flatMap { kind in (own + causes).filter { $0.kind == kind }.map(\.link) }
  }

  private func words(for link: EventLink) -> String {
    switch link.kind {
    case .leadsTo: "as a result"
    case .inReturnFor: "in return"
    case .respondsTo: "in response"
    case .partOf:
      graph.events[link.target]?.mode == "visit" ? "during the visit" : "as part of this"
    }
  }
}
