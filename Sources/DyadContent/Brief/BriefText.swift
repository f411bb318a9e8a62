internal import DyadCore

/// The sentences of a brief on two parties.
struct BriefText {
  let graph: KnowledgeGraph
  let pair: (Entity.ID, Entity.ID)
  /// What holds at the moment, limited to the two and those around them.
  let snapshot: Snapshot
  let notes: Footnotes
  let tense: BriefTense
  let since: Day?

  let before: Snapshot?
  /// The changes since that day; `nil` if there is no such day.
  let items: [DiffItem]?
  let content: Content
  let sides: PairSides
  let dates: DateWords

  init(
    _ graph: KnowledgeGraph, _ one: Entity.ID, _ other: Entity.ID, at moment: Moment, since: Day?, filter: Filter
  ) {
    func seen(_ moment: Moment) -> Snapshot {
      graph.snapshot(at: moment).between(one, other).filtered(by: filter, keeping: [one, other])
    }
    (self.graph, pair, self.since) = (graph, (one, other), since)
    snapshot = seen(moment)
    before = since.map { seen(Moment(on: $0, known: moment.known)) }
    tense = BriefTense(isPast: graph.hasDates(after: moment.days.upperBound))
    sides = PairSides(snapshot, one, other)
    dates = DateWords(.english, at: moment)
    notes = Footnotes(
      citing: (snapshot.evidence + (before?.evidence ?? [])).map(\.evidence)
        + graph.earlierPhases(one, other, moment).map(\.evidence),
      in: graph)
    items = before.map { [snapshot, notes] before in
      DiffReport([.world: GraphDiff(from: before, to: snapshot)], of: .between(one, other), notes: notes).parts
        .flatMap(\.items)
    }
    content = Content(
      GraphDiff(snapshot), of: View(.between(one, other), filter: filter), options: ContentOptions(detail: .everything),
      notes: notes)
  }

  func name(_ id: Entity.ID) -> String { graph.shortName(of: id, at: snapshot.moment) }
  var names: String { "\(name(pair.0)) and \(name(pair.1))" }
  var day: String { dates.words(snapshot.moment.days) }
  var isDay: Bool { snapshot.moment.days.lowerBound == snapshot.moment.days.upperBound }
  var on: String { isDay ? "On \(day)" : "In \(day)" }

  // MARK: Phrases

  func sentence(_ tie: Tie) -> String {
    tie.kind.sentence(of: tie.relation, name: name)
  }

  /// The speakers of a claim and the confidence in it.
  func says(_ evidence: Evidence) -> String {
    let speakers = evidence.speakers.map(graph.name(of:))
    let confidence = evidence.overallConfidence.map { ", with \($0.words)" } ?? ""
    return (speakers.isEmpty ? "" : ", according to \(speakers.joined(separator: ", "))") + confidence
  }

  func doubt(_ certainty: Certainty) -> String { certainty == .possibly ? " (possibly)" : "" }

  func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  func capitalized(_ prose: Prose) -> Prose {
    var prose = prose
    if case .words(let words)? = prose.runs.first {
      prose.runs[0] = .words(words.prefix(1).uppercased() + words.dropFirst())
    }
    return prose
  }
}

/// The verbs of a brief: in the present, or in the past for a date that later events follow.
struct BriefTense {
  let isPast: Bool

  var are: String { isPast ? "were" : "are" }
  var `is`: String { isPast ? "was" : "is" }
  var doesNotExist: String { isPast ? "did not exist" : "does not exist" }
  /// For what ended before the date.
  var were: String { isPast ? "had been" : "were" }
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
  func hasDates(after day: Day) -> Bool {
    let intervals =
      relations.values.flatMap(\.phases).map(\.during) + holdings.values.map(\.during) + events.values.map(\.within)
    return intervals.contains { interval in
      interval.starts.lowerBound > day || interval.endDate != nil && interval.ends.lowerBound > day
    }
  }
}
