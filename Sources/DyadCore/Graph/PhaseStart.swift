/// The start of a phase by an event, so that both are dated once.
///
///     var dossier = Dossier(title: "The thaw")
///     dossier.phaseStarts = [Located(PhaseStart(of: "thaw", by: "dar-in-kabul"))]
public struct PhaseStart: Hashable, Sendable {
  /// The phase, which takes the date of the event if its own start is unknown.
  public var phase: Phase.ID
  /// The event that starts it.
  public var event: Event.ID

  /// The start of a phase by an event.
  public init(of phase: Phase.ID, by event: Event.ID) { (self.phase, self.event) = (phase, event) }
}

extension Dossier {
  /// Gives phases the dates of the events that start them, and, where they cite nothing, their evidence.
  mutating func startPhases() -> [Diagnostic] {
    guard !phaseStarts.isEmpty else { return [] }
    let dated = Dictionary(events.map { ($0.value.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    var places: [Phase.ID: (relation: Int, phase: Int)] = [:]
    for (index, relation) in relations.enumerated() {
      for (number, phase) in relation.value.phases.enumerated() { places[phase.id] = (index, number) }
    }
    // The order of files does not matter.
    let inOrder = phaseStarts.sorted { one, other in
      one.place == other.place
        ? (one.value.phase, one.value.event) < (other.value.phase, other.value.event)
        : one.place.map { place in other.place.map { place < $0 } ?? false } ?? true
    }
    return inOrder.compactMap { start in
      guard let event = dated[start.value.event] else { return nil }
      guard let place = places[start.value.phase] else {
        return unknownPhase(start.value.phase, among: places.keys.map(\.text), at: start.place)
      }
      return relations[place.relation].value.phases[place.phase].start(by: event).map { fault in
        Diagnostic(.startConflict, fault, at: start.place)
      }
    }
  }

  private func unknownPhase(_ id: Phase.ID, among known: [String], at place: SourceLocation?) -> Diagnostic {
    let isRelation = relations.contains { $0.value.id.text == id.text }
    return Diagnostic(
      .unknownId, isRelation ? "'\(id)' is a relation, not a phase" : "unknown phase '\(id)'", at: place,
      notes: isRelation ? [Diagnostic.Note("give its phase an 'id'")] : [],
      suggestion: isRelation ? nil : nearest(to: id.text, among: known))
  }
}

extension Phase {
  /// Takes the start from the event; returns the contradiction if the dates of the two exclude each other.
  fileprivate mutating func start(by event: Event) -> String? {
    let fault = "'\(id)' holds \(during), but '\(event.id)', which starts it, is dated \(event.within)"
    if during.start == .unknown {
      guard let begun = Interval(from: event.within.moment, to: during.end) else { return fault }
      during = begun
    } else if !during.starts.overlaps(event.within.span) {
      return fault
    }
    guard evidence.citations.isEmpty, !event.evidence.citations.isEmpty else { return nil }
    evidence.citations = event.evidence.citations
    evidence.known = evidence.known ?? event.evidence.known
    // What is quoted for the event does not state the phase.
    evidence.basis = evidence.basis ?? .inferred
    return nil
  }
}

extension Interval {
  /// The bound for what begins at some moment within the interval.
  fileprivate var moment: Bound {
    let first: PartialDate? =
      switch start {
      case .date(let date), .onOrAfter(let date), .between(let date, _): date
      case .open, .unknown, .onOrBefore: nil
      }
    let last: PartialDate? =
      switch end {
      case .date(let date), .onOrBefore(let date), .between(_, let date): date
      case .open, .unknown, .onOrAfter: nil
      }
    return switch (first, last) {
    case (let first?, let last?): first == last ? .date(first) : .between(first, last)
    case (let first?, nil): .onOrAfter(first)
    case (nil, let last?): .onOrBefore(last)
    case (nil, nil): .unknown
    }
  }
}
