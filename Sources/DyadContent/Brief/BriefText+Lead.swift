import DyadCore

/// The first paragraph: the state of the relation, the phase before, the latest event.
extension BriefText {
  /// The sentences on the state of the relation.
  var lead: [BriefSentence] {
    guard let tie = leading, let phase = tie.leading else {
      var sentence = BriefSentence(
        fronts: [], clause: "no information is available on relations between \(both.text) \(dates.at(moment.days))",
        marks: [], claims: [], day: moment.days.lowerBound, rank: .infinity)
      sentence.needsSource = false
      return [sentence]
    }
    var state = sentence(on: tie, phase, .leading)
    state.rank = .infinity
    if let event = opening(phase.item, tie.tone(of: phase.item)), let words = names.happened(event.item),
      let first = words.split(separator: "; ").first
    {
      state.clause += ", when \(first)"
      state.claims.append(event.id.text)
      state.marks = merged(state.marks, marks(event.item.evidence))
    }
    if isPast { state.fronts.insert(dates.at(moment.days), at: 0) }
    let last = earlier.last { $0.during.span.upperBound <= phase.item.during.starts.upperBound }
    guard let last else { return [state] }
    var former = sentence(on: tie, Held(last), .ended)
    former.rank = .infinity
    return [state, former]
  }

  /// The most important event between the two on the very date on which the phase begins, if it goes the same way.
  ///
  /// What is contested or only said does not date a phase.
  private func opening(_ phase: Phase, _ tone: Tone) -> Held<Event>? {
    guard case .date(let start) = phase.during.start, start.mark == nil else { return nil }
    return events.filter { event in
      let evidence = event.item.evidence
      return event.item.within == Interval(start) && event.certainty == .yes && event.item.tone.sign == tone.sign
        && ![.accuse, .reject, .request].contains(event.item.type) && evidence.standing == .asserted
        && evidence.speakers.isEmpty && evidence.overallConfidence == nil
    }.max { one, other in
      (rank(one), other.id) < (rank(other), one.id)
    }
  }

  private func rank(_ event: Held<Event>) -> Double {
    rank(event.item.tone, event.item.parties, event.item.evidence, event.item.within)
  }

  /// The marks of both, one for each source.
  private func merged(_ one: [Prose.Mark], _ other: [Prose.Mark]) -> [Prose.Mark] {
    let numbers = Set((one + other).map(\.number)).sorted()
    return numbers.map { number in
      let quotes = (one + other).filter { $0.number == number }.flatMap(\.quotes)
      return Prose.Mark(number: number, quotes: quotes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }
  }

  /// The events in which both sides take part, in order of time.
  var events: [Held<Event>] {
    snapshot.events.filter { joinsSides($0.item.parties) }
      .sorted { ($0.item.within.span.lowerBound, $0.id) < ($1.item.within.span.lowerBound, $1.id) }
  }
}
