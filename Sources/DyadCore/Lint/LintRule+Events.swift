extension LintRule {
  /// Two events from different sources with the same parties, type and date, as far as the dates are known.
  static let sameEvent = LintRule(.sameEvent) { linted in
    let inOrder = linted.events.sorted {
      ($0.value.within.span.lowerBound, $0.value.id) < ($1.value.within.span.lowerBound, $1.value.id)
    }
    return Dictionary(grouping: inOrder) { EventSubject($0.value) }.filter { !$0.key.parties.isEmpty }
      .values.flatMap { events -> [LintFinding] in
        events.enumerated().compactMap { index, later in
          guard let earlier = events[..<index].first(where: { later.value.mayBe($0.value) }) else { return nil }
          return LintFinding(
            claim: later.value.id.text,
            message:
              "'\(later.value.id)' has the parties, the type and the date of '\(earlier.value.id)', from another source",
            place: later.place, notes: [Diagnostic.Note("'\(earlier.value.id)' is here", at: earlier.place)])
        }
      }
  }
}

/// Who did what to whom, without date; in what is done together, all act.
private struct EventSubject: Hashable {
  let type: EventType
  let parties: [Set<Entity.ID>]

  init(_ event: Event) {
    type = event.type
    let ends = [Set(event.actors), Set(event.recipients)]
    let isMutual = [.consult, .agree, .cooperate].contains(event.type)
    parties = event.parties.isEmpty ? [] : isMutual ? [ends[0].union(ends[1])] : ends
  }
}

extension Event {
  /// Whether the other event, of the same type and between the same parties, may be this one.
  fileprivate func mayBe(_ other: Event) -> Bool {
    let (days, others) = (within.span, other.within.span)
    let sources = Set(evidence.citations.map(\.source))
    let theirs = Set(other.evidence.citations.map(\.source))
    let isLinked = links.contains { $0.target == other.id } || other.links.contains { $0.target == id }
    // Two dates without a month say too little.
    let isDated = min(days.length, others.length) <= 31
    return days.overlaps(others) && isDated && !isLinked && !sources.isEmpty && !theirs.isEmpty
      && sources.isDisjoint(with: theirs) && agrees(mode, other.mode) && agrees(place, other.place)
      && describedActors == other.describedActors && describedRecipients == other.describedRecipients
  }

  private func agrees<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
    one == nil || other == nil || one == other
  }
}

extension ClosedRange<Day> {
  fileprivate var length: Int { Int(upperBound.number) - Int(lowerBound.number) + 1 }
}
