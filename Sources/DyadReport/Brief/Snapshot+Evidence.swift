internal import DyadCore

/// A claim that holds, and what it rests on.
struct HeldEvidence {
  var id: String
  var evidence: Evidence
  var certainty: Certainty
  /// That there is a state is no claim that needs a source.
  var isEntity = false
}

extension Snapshot {
  /// What each claim that holds rests on: phases, events by their dates, holdings, entities.
  var evidence: [HeldEvidence] {
    let events = events.sorted {
      ($0.item.within.span.lowerBound, $0.id) < ($1.item.within.span.lowerBound, $1.id)
    }
    return ties.flatMap(\.phases).map {
      HeldEvidence(id: $0.id.text, evidence: $0.item.evidence, certainty: $0.certainty)
    }
      + events.map { HeldEvidence(id: $0.id.text, evidence: $0.item.evidence, certainty: $0.certainty) }
      + holdings.map { HeldEvidence(id: $0.id.text, evidence: $0.item.evidence, certainty: $0.certainty) }
      + entities.map {
        HeldEvidence(id: $0.id.text, evidence: $0.item.evidence, certainty: $0.certainty, isEntity: true)
      }
  }
}

extension KnowledgeGraph {
  /// The phases of the relation that leads between the two that had ended by the moment, in order of time.
  func earlierPhases(_ one: Entity.ID, _ other: Entity.ID, _ moment: Moment) -> [Phase] {
    let ever = snapshot(at: Moment(during: .distantPast...moment.days.upperBound, known: moment.known))
    guard let tie = snapshot(at: moment).leadingTie(between: one, other) ?? ever.leadingTie(between: one, other) else {
      return []
    }
    let now = Set(snapshot(at: moment).ties.first { $0.id == tie.id }?.phases.map(\.id) ?? [])
    return ever.ties.first { $0.id == tie.id }?.phases.map(\.item).filter { !now.contains($0.id) } ?? []
  }

  /// Whether something begins, happens or ends for certain after the day.
  func knowsOf(anythingAfter day: Day) -> Bool {
    let intervals =
      relations.values.flatMap(\.phases).map(\.during) + holdings.values.map(\.during) + events.values.map(\.within)
    return intervals.contains { interval in
      interval.starts.lowerBound > day || interval.endDate != nil && interval.ends.lowerBound > day
    }
  }
}
