public import DyadCore

/// A plausible graph with more events than `anyGraph`: of several parties, with whom they affect, key events, and
/// parties that end.
public func anyEventfulGraph(seed: Int) -> KnowledgeGraph {
  KnowledgeGraph.linking([anyEventfulDossier(seed: seed)]).value
}

/// The dossier of `anyEventfulGraph`.
public func anyEventfulDossier(seed: Int) -> Dossier {
  var dossier = anyDossier(seed: seed)
  var random = Seeded(seed + 77)
  let ids = dossier.entities.map(\.value.id)
  func some(_ most: Int) -> [Entity.ID] {
    var seen: Set<Entity.ID> = []
    return (0..<Int.random(in: 0...most, using: &random)).compactMap { _ in ids.randomElement(using: &random) }
      .filter { seen.insert($0).inserted }
  }
  for index in dossier.entities.indices.dropFirst(2) where Int.random(in: 0..<4, using: &random) == 0 {
    dossier.entities[index].value.during = Interval("../\(Int.random(in: 2016...2023, using: &random))") ?? .always
  }
  for number in 0..<25 {
    let on = anyDate(&random)
    guard let within = Interval(from: .date(on), to: .date(on)) else { continue }
    let actors = some(2)
    dossier.events.append(
      Located(
        Event(
          Event.ID("more-\(number)"), within: within, what: "Something happens, for the \(number)th time",
          type: EventType.allCases.randomElement(using: &random) ?? .consult,
          actors: actors.isEmpty ? [ids[0]] : actors, recipients: some(2), affects: some(1),
          effect: Bool.random(using: &random) ? Tone(Double.random(in: -10...10, using: &random)) : nil,
          isKey: Int.random(in: 0..<6, using: &random) == 0)))
  }
  return dossier
}
