internal import DyadCore

/// A claim in the words of a review: its sentence, its fields, and what has to be found in its quotes.
struct ReviewedClaim {
  let id: String
  let sentence: String
  var facts: [ReviewItem.Fact] = []
  let evidence: Evidence
  /// The dates that its quotes should contain, each with its role: "start".
  var dates: [(role: String, date: PartialDate)] = []
  /// The entities that its quotes should name.
  var parties: [Entity.ID] = []
  /// Words that its quotes should contain, such as the title of an office, each with what it is.
  var words: [(role: String, text: String)] = []
  var numbers: [Quantity] = []
  /// What the author of the dossier added.
  var own: [String] = []
}

extension ReviewedClaim {
  /// Every claim of the graph that is reviewed.
  static func all(of graph: KnowledgeGraph) -> [ReviewedClaim] {
    let names = ClaimText(graph)
    let phases = graph.relations.values.flatMap { relation in
      relation.phases.map { ReviewedClaim($0, of: relation, names) }
    }
    let entities = graph.entities.values.filter { !$0.evidence.citations.isEmpty }.map { ReviewedClaim($0, names) }
    let offices = graph.offices.values.filter { !$0.evidence.citations.isEmpty }.map { ReviewedClaim($0, names) }
    let links = graph.events.values.flatMap { event in event.links.map { ReviewedClaim($0, of: event, names) } }
    return phases + links + graph.events.values.map { ReviewedClaim($0, names) }
      + graph.holdings.values.map { ReviewedClaim($0, names) } + entities + offices
  }

  private init(_ phase: Phase, of relation: Relation, _ names: ClaimText) {
    let kind = names.graph.kind(of: relation)
    let sentence = names.words(relation, phase)
    self.init(
      id: phase.id.text, sentence: sentence.prefix(1).uppercased() + sentence.dropFirst(), evidence: phase.evidence)
    add("Kind", "phase of a relation of kind '\(kind.id)'")
    let (from, to) = (names.name(relation.from), names.name(relation.to))
    add("Direction", kind.isDirected ? "from \(from) to \(to)" : "between \(from) and \(to), without a direction")
    add(throughout: phase.during)
    add(tone: phase.tone, default: kind.tone, of: "the kind '\(kind.id)'")
    finish(phase.note)
    if let note = relation.note { own.append("Note of the relation: \(note)") }
    if let mediator = relation.mediator { add("Mediator", names.name(mediator)) }
    parties = relation.parties
  }

  private init(_ link: EventLink, of event: Event, _ names: ClaimText) {
    let target = names.graph.events[link.target]?.what ?? link.target.text
    self.init(id: link.id.text, sentence: "\(event.what) – \(link.kind.words(target))", evidence: link.evidence)
    add("Kind", "link between events, '\(link.kind.rawValue)'")
    finish(link.note)
  }

  private init(_ event: Event, _ names: ClaimText) {
    self.init(id: event.id.text, sentence: event.what, evidence: event.evidence)
    add("Kind", "event, type \(event.type.rawValue)" + (event.mode.map { ", mode '\($0)'" } ?? ""))
    func list(_ ids: [Entity.ID], _ described: [DescribedParticipant] = []) -> String {
      let words = ids.map(names.name) + described.map(\.description)
      return words.dropLast().joined(separator: ", ") + (words.count > 1 ? " and " : "") + (words.last ?? "")
    }
    let sides = [
      list(event.actors, event.describedActors), list(event.recipients, event.describedRecipients),
    ].enumerated().compactMap { index, words in words.isEmpty ? nil : "\(index == 0 ? "by" : "towards") \(words)" }
    add("Direction", sides.isEmpty ? "no actor and no recipient" : sides.joined(separator: "; "))
    add(within: event.within)
    add(tone: event.ownTone, default: event.type.tone, of: event.type.rawValue)
    if !event.affects.isEmpty {
      add("Concerns", list(event.affects))
      own.append("Whom it concerns is the author's own.")
    }
    if let effect = event.effect {
      add("Effect", effect.words)
      own.append("The effect \(effect.signed) is the author's own.")
    }
    if let place = event.place {
      add("Place", names.graph.name(of: place))
      if case .words(let text) = place { words.append(("place", text)) }
    }
    if !event.numbers.isEmpty { add("Numbers", event.numbers.map(\.description).joined(separator: ", ")) }
    finish(event.note)
    parties = event.parties + [event.place?.entity].compactMap { $0 }.filter { !event.parties.contains($0) }
    numbers = event.numbers + (event.describedActors + event.describedRecipients).compactMap(\.number)
  }

  private init(_ holding: Holding, _ names: ClaimText) {
    let office = names.graph.offices[holding.office]
    let home = office.map { " of \(names.name($0.of))" } ?? ""
    self.init(
      id: holding.id.text, sentence: "\(names.words(holding))\(home)", evidence: holding.evidence)
    add("Kind", "office held")
    add("Holder", names.name(holding.official))
    add("Office", "\(office?.title ?? holding.office.text)\(home)")
    add(throughout: holding.during)
    finish(holding.note)
    parties = [holding.official] + (office.map { [$0.of] } ?? [])
    words = office.map { [("title", $0.title)] } ?? []
  }

  private init(_ office: Office, _ names: ClaimText) {
    self.init(
      id: office.id.text, sentence: "\(office.title) is an office of \(names.name(office.of))",
      evidence: office.evidence)
    add("Kind", "office")
    if office.during != .always { add(throughout: office.during) }
    finish(office.note)
    (parties, words) = ([office.of], [("title", office.title)])
  }

  private init(_ entity: Entity, _ names: ClaimText) {
    let noun = entity.kind.rawValue
    let article = "aeiou".contains(noun.first ?? "x") ? "an" : "a"
    self.init(id: entity.id.text, sentence: "\(entity.names[0].text) is \(article) \(noun)", evidence: entity.evidence)
    add("Kind", noun + (entity.type.map { ", type '\($0)'" } ?? ""))
    if let home = entity.home { add(entity.kind == .official ? "Serves" : "Belongs to", names.name(home)) }
    let others = entity.names.dropFirst().map(\.text) + [entity.short].compactMap { $0 }
    if !others.isEmpty { add("Other names", others.joined(separator: "; ")) }
    let codes = entity.codes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    if !codes.isEmpty { add("Codes", codes.joined(separator: ", ")) }
    if entity.during != .always { add(throughout: entity.during) }
    finish(entity.note)
    parties = [entity.id] + [entity.home].compactMap { $0 }
  }

  // MARK: Fields

  private mutating func add(_ name: String, _ words: String) { facts.append(ReviewItem.Fact(name: name, words: words)) }

  private mutating func add(throughout interval: Interval) {
    add("Date", "\(DateReading.throughout(interval)), written \(interval)")
    dates = DateReading.dates(of: interval, ["start", "end"])
  }

  private mutating func add(within interval: Interval) {
    add("Date", "\(DateReading.within(interval)), written \(interval)")
    dates = DateReading.dates(of: interval, ["first day", "last day"])
  }

  private mutating func add(tone: Tone?, default standard: Tone, of kind: String) {
    guard let tone else {
      return add("Tone", "\(standard.words), the default of \(kind)")
    }
    add("Tone", "\(tone.words), the author's own; \(kind) has \(standard.signed)")
    if tone != standard { own.append("The tone \(tone.signed) is the author's own.") }
  }

  /// The fields that all claims have.
  private mutating func finish(_ note: String?) {
    if let known = evidence.known { add("Known", DateWords.english.words(known)) }
    if let confidence = evidence.confidence { add("Confidence", confidence.words) }
    if let note { own.append("Note: \(note)") }
  }
}

extension Tone {
  /// The value with its sign: "+3", "-4.5", "0".
  var signed: String {
    let number = value == value.rounded() ? String(Int(value)) : String(value)
    return value > 0 ? "+\(number)" : number
  }

  /// "-8 (conflict)"
  fileprivate var words: String {
    switch sign {
    case .conflict: "\(signed) (conflict)"
    case .neutral: "\(signed) (neutral)"
    case .cooperation: "\(signed) (cooperation)"
    }
  }
}
