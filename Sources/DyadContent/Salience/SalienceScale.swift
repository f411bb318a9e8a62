import DyadCore

/// Measures the salience of events, phases and parties in a snapshot.
struct SalienceScale {
  let concerns: Concerns
  private let moment: Moment
  private let marks: Marks?
  private let turns: SalienceTurns
  /// The part that a near turn makes for each event of the snapshot: an event is weighed for each list that may show it.
  private var known: [Event.ID: Double] = [:]

  private typealias Weights = Salience.Weights

  init(_ snapshot: Snapshot, marks: Marks? = nil) {
    (concerns, moment, self.marks) = (snapshot.concerns, snapshot.moment, marks)
    let (graph, known) = (snapshot.graph, snapshot.moment.known)
    turns = graph.found(known: known) { SalienceTurns(graph, known: known) }
    self.known = Dictionary(snapshot.events.map { ($0.id, turn($0.item)) }, uniquingKeysWith: { one, _ in one })
  }

  /// The salience of an event.
  ///
  /// - Parameters:
  ///   - effect: its tone between the parties that the view is about, if it is not its own.
  ///   - bond: what it gets for joining those parties.
  func salience(of event: Held<Event>, effect: Tone? = nil, bond: Double = 0) -> Salience {
    let item = event.item
    let tone = max(abs(item.tone.value), abs((effect ?? item.tone).value))
    return Salience([
      .key: item.isKey ? Weights.key : 0,
      .change: change(item.id.text),
      .magnitude: tone / 10 * Weights.magnitude,
      .people: people(item),
      .turn: known[item.id] ?? turn(item),
      .bond: bond,
      .sources: sources(item.evidence),
      .recency: recency(item.within.span.upperBound),
    ])
  }

  /// The salience of a phase, which weighs more than an event with the same tone.
  func salience(of phase: Held<Phase>, of tie: Tie) -> Salience {
    let item = phase.item
    if let counted = item.counted {
      return Salience([.change: change(item.id.text)]) + Salience(counted: counted.events)
    }
    return Salience([
      .change: change(item.id.text),
      .magnitude: (abs(tie.tone(of: item).value) / 10 * Weights.magnitude + 1) * Weights.phase,
      .sources: sources(item.evidence),
      .recency: item.during.startDate.map { recency($0.days.upperBound) } ?? 0,
    ])
  }

  /// The salience of a party or a dyad: that of all that it shares with the parties of the view.
  func salience(of strands: Strands) -> Salience {
    let phases = strands.ties.flatMap { tie in tie.phases.map { salience(of: $0, of: tie) } }
    let events = strands.events.map { salience(of: $0, effect: strands.effects[$0.id]) }
    return (phases + events).reduce(Salience(), +)
  }

  // MARK: Parts

  private func change(_ id: String) -> Double {
    marks.map { $0.mark(id) == .kept ? 0 : Weights.change } ?? 0
  }

  private func sources(_ evidence: Evidence) -> Double {
    // No source states what the coder concludes.
    evidence.isInferred ? 0 : Double(min(3, Set(evidence.citations.map(\.source)).count)) / 3 * Weights.sources
  }

  private func recency(_ day: Day) -> Double {
    let last = moment.days.lowerBound
    guard last > day else { return Weights.recency }
    let years = Double(Int(last.number) - Int(day.number)) / 365
    return Weights.recency * powerOfTwo(-years)
  }

  private func people(_ event: Event) -> Double {
    let counts = event.numbers.filter { SalienceScale.isAboutPeople($0.subject) }.map(\.values.lowerBound)
    guard let most = counts.max(), most >= 1 else { return 0 }
    return min(1, decimalLogarithm(most) / 4) * Weights.people
  }

  private func turn(_ event: Event) -> Double {
    // What is still to come says nothing about the past.
    let past = turns.near(event, concerning: concerns.of(event)).filter { $0.day <= moment.days.upperBound }
    guard let least = past.map(\.gap).min() else { return 0 }
    return (1 - least / Weights.turnDays) * Weights.turn
  }

  /// Whether what is counted is people: "civilians killed", but not "tanks".
  static func isAboutPeople(_ subject: String) -> Bool {
    subject.lowercased().split { !$0.isLetter }.contains { word in
      SalienceScale.people.contains(String(word))
        || word.hasSuffix("s") && SalienceScale.people.contains(String(word.dropLast()))
    }
  }

  private static let people: Set<String> = [
    "people", "person", "men", "women", "children", "civilian", "soldier", "troop", "guard", "officer", "militant",
    "fighter",
    "rebel", "insurgent", "protester", "demonstrator", "refugee", "migrant", "inhabitant", "citizen", "national",
    "prisoner",
    "captive", "hostage", "detainee", "worker", "peacekeeper", "observer", "diplomat", "official", "student", "killed",
    "dead",
    "death", "wounded", "injured", "displaced", "deported", "arrested", "missing", "casualty", "casualties", "victim",
    "family",
    "families", "resident", "villager", "police", "personnel",
  ]
}
