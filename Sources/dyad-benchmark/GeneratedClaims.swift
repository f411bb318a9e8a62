import DyadCore

/// Half of them phases, five to a relation, half events; each quoted from a source.
func manyClaims(_ count: Int) -> Dossier {
  var dossier = Dossier(title: "Many claims")
  for index in 0..<10 {
    dossier.sources.append(
      Located(
        Source(
          Source.ID("source-\(index)"), title: "Source \(index)", published: PartialDate("2020-01-0\(index % 9 + 1)"))))
  }
  for index in 0..<1000 {
    dossier.entities.append(Located(Entity(Entity.ID("state-\(index)"), .state, name: "State “\(index)”")))
  }
  func evidence(_ index: Int) -> Evidence {
    Evidence([
      Citation(
        of: Source.ID("source-\(index % 10)"), quote: "the words of claim \(index), quoted from the “source”")
    ])
  }
  for index in 0..<count / 10 {
    let phases = (0..<5).map { phase in
      Phase(
        Phase.ID("relation-\(index)_\(phase)"), reads: "reading \(phase)", tone: Tone(Double(phase * 4 - 8)),
        during: Interval("20\(10 + phase)-01/20\(10 + phase)-12-31") ?? .unknown, evidence: evidence(index * 5 + phase))
    }
    dossier.relations.append(
      Located(
        Relation(
          Relation.ID("relation-\(index)"), "ties", between: Entity.ID("state-\(index % 1000)"),
          Entity.ID(
            "state-\((index * 7 + 1 + index / 1000) % 1000 == index % 1000 ? (index + 1) % 1000 : (index * 7 + 1 + index / 1000) % 1000)"
          ),
          phases: phases)))
  }
  for index in 0..<count / 2 {
    dossier.events.append(
      Located(
        Event(
          Event.ID("event-\(index)"),
          within: Interval("2019-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)") ?? .unknown,
          what: "Something of number \(index) happens & is reported", type: .consult,
          actors: [Entity.ID("state-\(index % 1000)")], recipients: [Entity.ID("state-\((index + 1) % 1000)")],
          evidence: evidence(index))))
  }
  return dossier
}
