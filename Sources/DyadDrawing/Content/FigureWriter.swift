import DyadCore

/// Tells entities as figures.
struct FigureWriter {
  let snapshot: Snapshot

  func figure(_ held: Held<Entity>, side: Figure.Side) -> Figure {
    let entity = held.item
    let fullName = entity.name(at: snapshot.moment)
    return Figure(
      id: entity.id, kind: entity.kind, side: side, name: entity.short ?? fullName, fullName: fullName,
      lines: offices(of: entity) + affiliations(of: entity), isPossible: held.certainty == .possibly,
      quotes: entity.evidence.citations.compactMap(\.quote))
  }

  /// The offices that an official holds, or may hold, at the moment.
  private func offices(of entity: Entity) -> [String] {
    snapshot.holdings(of: entity.id).compactMap { holding in
      snapshot.graph.offices[holding.item.office].map { office in
        holding.certainty == .possibly ? "\(office.title)?" : office.title
      }
    }
  }

  /// "governs since Aug 2021".
  private func affiliations(of entity: Entity) -> [String] {
    snapshot.ties.filter { $0.kind.isAffiliation && $0.relation.from == entity.id }.flatMap { tie in
      tie.phases.map { phase in
        let verb = phase.item.reads ?? tie.kind.id.text
        let words = "\(verb) \(DateWords.words(phase.item.during))"
        return phase.certainty == .possibly ? "\(words)?" : words
      }
    }
  }
}
