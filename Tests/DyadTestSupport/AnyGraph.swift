public import DyadCore

/// A plausible dossier, the same for the same seed: all kinds of entities, dates of every precision, claims of every
/// standing.
public func anyDossier(seed: Int) -> Dossier {
  var maker = DossierMaker(random: Seeded(seed))
  return maker.dossier()
}

public func anyGraph(seed: Int) -> KnowledgeGraph { KnowledgeGraph.linking([anyDossier(seed: seed)]).value }

public func anyInterval(_ random: inout Seeded) -> Interval {
  while true {
    let bounds = (0..<2).map { _ in anyBound(&random) }
    if let interval = Interval(from: bounds[0], to: bounds[1]) { return interval }
  }
}

private func anyBound(_ random: inout Seeded) -> Interval.Bound {
  switch Int.random(in: 0..<12, using: &random) {
  case 0: .unknown
  case 1: .open
  case 2: .onOrBefore(anyDate(&random))
  case 3: .onOrAfter(anyDate(&random))
  case 4:
    [anyDate(&random), anyDate(&random)].sorted { $0.days.lowerBound < $1.days.lowerBound }.reduce(nil) {
      bound, date in bound.flatMap { $0.date.map { .between($0, date) } } ?? .date(date)
    } ?? .open
  default: .date(anyDate(&random))
  }
}

public func anyDate(_ random: inout Seeded) -> PartialDate {
  let year = Int.random(in: 2015...2025, using: &random)
  let month = Bool.random(using: &random) ? Int.random(in: 1...12, using: &random) : nil
  let day = month != nil && Bool.random(using: &random) ? Int.random(in: 1...28, using: &random) : nil
  let mark: PartialDate.Mark? = [nil, nil, nil, .approximate, .uncertain].randomElement(using: &random)!
  return PartialDate(year: year, month: month, day: day, mark: mark)!
}

private struct DossierMaker {
  var random: Seeded
  private let words = [
    "Arvane", "Belmar", "Côte Libre", "کابل", "北京", "Ćosić", "O’Neill", "R&D <Bureau>", "Улан", "दिल्ली",
  ]

  mutating func dossier() -> Dossier {
    var dossier = Dossier(title: "Anything")
    for index in 0..<3 {
      var source = Source(Source.ID("source-\(index)"), title: "Source \(index)")
      source.published = Bool.random(using: &random) ? anyDate(&random) : nil
      dossier.sources.append(Located(source))
    }
    let count = Int.random(in: 4...14, using: &random)
    for index in 0..<count { dossier.entities.append(Located(entity(index))) }
    for index in 0..<Int.random(in: 0...4, using: &random) {
      let office = Office(Office.ID("office-\(index)"), title: "Minister of \(word())", of: some(count))
      dossier.offices.append(Located(office))
      let holding = Holding(
        Holding.ID("holding-\(index)"), official: some(count), office: office.id, during: anyInterval(&random),
        evidence: evidence())
      dossier.holdings.append(Located(holding))
    }
    for index in 0..<Int.random(in: 1...10, using: &random) {
      dossier.relations.append(Located(relation(index, count)))
    }
    for index in 0..<Int.random(in: 0...20, using: &random) { dossier.events.append(Located(event(index, count))) }
    return dossier
  }

  private mutating func word() -> String { words.randomElement(using: &random)! }
  private mutating func some(_ count: Int) -> Entity.ID {
    Entity.ID("entity-\(Int.random(in: 0..<count, using: &random))")
  }

  private mutating func entity(_ index: Int) -> Entity {
    let kind = index < 2 ? .state : Entity.Kind.allCases.randomElement(using: &random)!
    var entity = Entity(Entity.ID("entity-\(index)"), kind, name: "\(word()) \(index)")
    if index > 1, Bool.random(using: &random) {
      entity.home = Entity.ID("entity-\(Int.random(in: 0..<index, using: &random))")
    }
    if Int.random(in: 0..<5, using: &random) == 0 { entity.during = anyInterval(&random) }
    return entity
  }

  private mutating func relation(_ index: Int, _ count: Int) -> Relation {
    let kind = RelationKind.builtIn.values.sorted { $0.id < $1.id }.randomElement(using: &random)!
    let phases = (0..<Int.random(in: 1...3, using: &random)).map { phase in
      Phase(
        Phase.ID("relation-\(index)_\(phase)"), reads: Bool.random(using: &random) ? word() : nil, tone: tone(),
        during: anyInterval(&random), evidence: evidence())
    }
    return Relation(
      Relation.ID("relation-\(index)"), kind.id, from: some(count), to: some(count), isDirected: kind.isDirected,
      phases: phases)
  }

  private mutating func event(_ index: Int, _ count: Int) -> Event {
    Event(
      Event.ID("event-\(index)"), within: anyInterval(&random), what: "\(word()) meets \(word()) again and again",
      type: EventType.allCases.randomElement(using: &random)!, actors: [some(count)],
      recipients: Bool.random(using: &random) ? [some(count)] : [],
      numbers: [Quantity("people", "over 70")!], evidence: evidence())
  }

  private mutating func tone() -> Tone? {
    Bool.random(using: &random) ? Tone(Double.random(in: -10...10, using: &random)) : nil
  }

  private mutating func evidence() -> Evidence {
    let citations = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      Citation(
        of: Source.ID("source-\(Int.random(in: 0..<3, using: &random))"), quote: "“\(word())” and so on",
        speaker: Bool.random(using: &random) ? .words(word()) : nil,
        stance: Citation.Stance.allCases.randomElement(using: &random)!)
    }
    return Evidence(citations)
  }
}
