internal import DyadCore

/// The sentences of a brief on two parties.
struct BriefText {
  let graph: KnowledgeGraph
  let pair: (Entity.ID, Entity.ID)
  /// What holds at the moment, limited to the two and those around them.
  let snapshot: Snapshot
  let notes: Footnotes
  /// Whether anything is known to be later than the brief, which is then in the past tense.
  let isPast: Bool
  let since: Day?
  /// What held on that day.
  let before: Snapshot?
  let sides: PairSides
  let names: BriefNames
  let dates = BriefDates()
  /// The phases of the leading relation that had ended by the moment, in order of time.
  let earlier: [Phase]

  init(
    _ graph: KnowledgeGraph, _ one: Entity.ID, _ other: Entity.ID, at moment: Moment, since: Day?, filter: Filter
  ) {
    func seen(_ moment: Moment) -> Snapshot {
      graph.snapshot(at: moment).between(one, other).filtered(by: filter, keeping: [one, other])
    }
    (self.graph, pair, self.since) = (graph, (one, other), since)
    snapshot = seen(moment)
    before = since.map { seen(Moment(on: $0, known: moment.known)) }
    isPast = graph.hasDates(after: moment.days.upperBound)
    sides = PairSides(snapshot, one, other)
    names = BriefNames(graph, at: moment)
    earlier = graph.earlierPhases(one, other, moment)
    notes = Footnotes(
      citing: (snapshot.evidence + (before?.evidence ?? [])).map(\.evidence) + earlier.map(\.evidence)
        + snapshot.events.flatMap { $0.item.links }.map(\.evidence), in: graph)
  }

  var moment: Moment { snapshot.moment }
  var both: EnglishName { .list([names[pair.0], names[pair.1]]) }
  /// The pair where the text has named it: "the two countries".
  var theTwo: EnglishName {
    let areStates = [pair.0, pair.1].allSatisfy { graph.entities[$0]?.kind == .state }
    return EnglishName("the two \(areStates ? "countries" : "sides")", isPlural: true, isList: true)
  }
  /// The relation that leads between the two.
  var leading: Tie? { snapshot.leadingTie(between: pair.0, pair.1) }

  /// Whether the party is on either side.
  func isOwn(_ party: Entity.ID) -> Bool { sides.side(of: party) != nil }

  /// Whether an event is a matter of either side.
  func concerns(_ event: Event) -> Bool { !sides.touched(by: event).isEmpty }

  /// Whether an event is a matter of both sides.
  func joinsSides(_ event: Event) -> Bool { sides.touched(by: event).count == 2 }

  /// Whether the parties are on both sides.
  func joinsSides(_ parties: [Entity.ID]) -> Bool {
    Set(parties.compactMap(sides.side(of:))).count == 2
  }

  /// Whether a relation is a matter of the two sides alone: a mediator from outside makes it one of a third party.
  func isBetween(_ relation: Relation) -> Bool {
    joinsSides(relation.parties) && relation.mediator.map(isOwn) != false
  }

  /// The tense of what holds at the moment: "have been" since a date, or "are".
  func tense(since: Bool) -> EnglishClause.Tense {
    isPast ? (since ? .pastPerfect : .past) : (since ? .perfect : .present)
  }
  /// The tense of a state of affairs that had ended by the moment.
  var endedTense: EnglishClause.Tense { isPast ? .pastPerfect : .past }

  // MARK: Evidence

  /// The marks of the citations of one stance.
  func marks(_ evidence: Evidence, _ stance: Citation.Stance = .asserts) -> [Prose.Mark] {
    let citations = evidence.citations.filter { $0.stance == stance }
    let numbers = notes.numbers(of: Evidence(citations))
    return numbers.map { number in
      let quotes = citations.filter { notes.numbers(of: Evidence([$0])) == [number] }.compactMap(\.quote)
      return Prose.Mark(number: number, quotes: quotes)
    }
  }

  /// Who says it: "according to diplomats in Cairo"; `nil` where a source does, or where its subject speaks for itself.
  func attribution(_ evidence: Evidence, subject: String) -> String? {
    // What the analyst concludes is not what the speakers say.
    let speakers = evidence.isInferred ? [] : evidence.speakers.map(names.speaker)
    // What a party says of itself needs no speaker.
    let others = speakers.filter { !subject.hasPrefix($0.text + " ") }
    return others.isEmpty ? nil : "according to \(others.map(\.text).inList)"
  }

  /// The judgement of the analyst that precedes a claim, with the confidence in it in the words of ICD 203.
  func assessed(_ evidence: Evidence) -> String? {
    let confidence = evidence.overallConfidence.map { " with \($0.words)" }
    if evidence.isInferred { return "it is judged\(confidence ?? "") that" }
    return confidence.map { "it is assessed\($0) that" }
  }

  /// "; Begin denies it [1b]"
  func denial(_ evidence: Evidence) -> Prose {
    guard [.contested, .denied].contains(evidence.standing) else { return "" }
    let deniers = evidence.deniers.map(names.speaker)
    let marks = marks(evidence, .denies)
    guard !deniers.isEmpty else { return "; this \(isPast ? "was" : "is") denied\(citing: marks)" }
    let isPlural = deniers.count > 1 || deniers[0].isPlural
    let verb = isPast ? "denied" : isPlural ? "deny" : "denies"
    return "; \(deniers.map(\.text).inList) \(verb) it\(citing: marks)"
  }

  // MARK: Rank

  /// How much an event matters: by its tone between the two, and more if it is a key event or part of a chain.
  func rank(_ event: Event) -> Double {
    let parties = joinsSides(event) ? [pair.0, pair.1] : event.parties + event.affects
    return rank(sides.effect(of: event) ?? event.tone, parties, event.evidence, event.within)
      + (event.isKey ? 6 : 0) + (event.links.isEmpty ? 0 : 1)
  }

  /// How much a claim matters to a reader of the brief. This is the only place that decides.
  func rank(_ tone: Tone, _ parties: [Entity.ID], _ evidence: Evidence, _ valid: Interval) -> Double {
    let isContested = [.contested, .denied].contains(evidence.standing)
    let closeness = joinsSides(parties) ? 6.0 : parties.contains(where: isOwn) ? 2 : 0
    let day = min(valid.span.upperBound, moment.days.upperBound)
    let years = day == .distantPast ? 0 : Double(moment.days.upperBound.number - day.number) / 365
    return abs(tone.value) + closeness + (isContested ? 2 : 0) + Double(min(evidence.citations.count, 3)) / 2
      - min(years / 2, 5)
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
    return ever.ties.first { $0.id == tie.id }?.phases.map { $0.item }.filter { !now.contains($0.id) } ?? []
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
