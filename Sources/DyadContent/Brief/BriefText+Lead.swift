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
    var origin: BriefSentence?
    if let event = opening(phase.item, tie.tone(of: phase.item)), let words = names.happened(event.item),
      let first = words.split(separator: "; ").first
    {
      let pairs = [[pair.0, pair.1], [pair.1, pair.0]].map { EnglishName.list($0.map { names[$0] }).text }
      let again = pairs.first { first.hasPrefix("\($0) ") && state.clause.hasPrefix(both.text) }
      state.clause += ", when " + (again.map { "they\(first.dropFirst($0.count))" } ?? String(first))
      state.claims.append(event.id.text)
      state.marks = state.marks.merged(with: marks(event.item.evidence))
      origin = self.origin(of: event.item)
    }
    if isPast { state.fronts.insert(dates.at(moment.days), at: 0) }
    let last = earlier.last { $0.during.span.upperBound <= phase.item.during.starts.upperBound }
    let opened = [state] + (origin.map { [$0] } ?? [])
    guard let last else { return opened }
    var former = sentence(on: tie, Held(last), .ended)
    former.rank = .infinity
    return opened + [former]
  }

  /// The most important event between the two on the very date on which the phase begins, if it goes the same way.
  ///
  /// What is contested or only said does not date a phase.
  private func opening(_ phase: Phase, _ tone: Tone) -> Held<Event>? {
    guard case .date(let start) = phase.during.start, start.mark == nil else { return nil }
    return events.filter { event in
      let evidence = event.item.evidence
      return event.item.within == Interval(start) && event.certainty == .yes && event.item.tone.sign == tone.sign
        && ![.accuse, .reject, .request].contains(event.item.type) && isPlain(evidence)
    }.max { one, other in
      (rank(one.item), other.id) < (rank(other.item), one.id)
    }
  }

  /// The key events that led to an event, in order of time: "this came after A attacked B and C fled".
  private func origin(of event: Event) -> BriefSentence? {
    var (causes, next) = ([Event](), [event])
    var marks: [Prose.Mark] = []
    while let effect = next.popLast() {
      for cause in snapshot.events.map({ $0.item }) where !causes.contains(where: { $0.id == cause.id }) {
        guard let link = cause.links.first(where: { $0.kind == .leadsTo && $0.target == effect.id }),
          isPlain(link.evidence), isPlain(cause.evidence)
        else { continue }
        causes.append(cause)
        marks = marks.merged(with: self.marks(link.evidence))
        next.append(cause)
      }
    }
    let named = causes.filter { $0.isKey && $0.id != event.id }.sorted { (written($0), $0.id) < (written($1), $1.id) }
      .suffix(3)
    let clauses = named.compactMap { cause in names.happened(cause)?.split(separator: "; ").first.map { String($0) } }
    guard !clauses.isEmpty, clauses.count == named.count else { return nil }
    marks = named.map { self.marks($0.evidence) }.reduce(marks) { $0.merged(with: $1) }
    return BriefSentence(
      fronts: [], clause: "this came after \(clauses.inList)", marks: marks, claims: [], isBetween: true,
      day: moment.days.lowerBound, rank: .infinity)
  }

  /// Whether a source states it and nobody disputes it.
  func isPlain(_ evidence: Evidence) -> Bool {
    evidence.standing == .asserted && evidence.speakers.isEmpty && !evidence.isInferred
      && evidence.overallConfidence == nil
  }

  /// The events that are a matter of both sides, in order of time.
  var events: [Held<Event>] {
    snapshot.events.filter { joinsSides($0.item) }
      .sorted { (written($0.item), $0.id) < (written($1.item), $1.id) }
  }
}
