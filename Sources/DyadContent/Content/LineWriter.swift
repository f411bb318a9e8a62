import DyadCore

/// Makes the lines from a panel to a card: each starts from the member whom its strands concern.
struct LineWriter {
  /// The party of the panel.
  let head: Entity.ID
  /// The parties with a figure in a panel.
  let figures: Set<Entity.ID>
  let marks: Marks?
  /// Whether a party belongs to the panel.
  let isOwn: (Entity.ID) -> Bool

  /// Lines of one start and one sign each.
  func lines(to card: Card.Kind, _ strands: Strands) -> [Line] {
    var byStart: [Entity.ID: Strands] = [:]
    for tie in strands.ties {
      byStart[start(tie.relation.parties), default: Strands(effects: strands.effects)].ties.append(tie)
    }
    for event in strands.events {
      byStart[start(event.item.parties), default: Strands(effects: strands.effects)].events.append(event)
    }
    return byStart.sorted { $0.key < $1.key }.flatMap { party, strands in
      strands.bySign.enumerated().map { index, strands in
        var line = Line(
          from: party, subject: .card(card), part: index + 1, tone: strands.tone, isPossible: strands.isPossible,
          arrow: strands.arrow(isOwn), isContested: strands.isContested)
        line.counted = strands.counted
        line.mark = marks.map { marks in Mark(of: strands.claims.map(marks.mark)) }
        return line
      }
    }
  }

  /// The party that a strand concerns: the only one of the panel, if it has a figure, or else the head.
  private func start(_ parties: [Entity.ID]) -> Entity.ID {
    let own = unique(parties.filter(isOwn))
    return own.count == 1 && figures.contains(own[0]) ? own[0] : head
  }
}

extension Strands {
  /// The strands with rows.
  func restricted(to claims: Set<String>) -> Strands {
    var shown = self
    for index in shown.ties.indices { shown.ties[index].phases.removeAll { !claims.contains($0.id.text) } }
    shown.ties.removeAll(where: \.phases.isEmpty)
    shown.events.removeAll { !claims.contains($0.id.text) }
    return shown
  }

  /// The strands apart by sign, the strongest first: no line is of cooperation and of conflict. What is neutral has a
  /// line where nothing else has.
  var bySign: [Strands] {
    let parts = [Tone.Sign.conflict, .cooperation, .neutral].map { sign in
      Strands(
        ties: ties.filter { $0.tone.sign == sign }, events: events.filter { tone(of: $0).sign == sign },
        effects: effects)
    }
    let signed = parts.prefix(2).filter { !$0.isEmpty }.sorted { one, other in
      abs(one.tone?.value ?? 0) > abs(other.tone?.value ?? 0)
    }
    return signed.isEmpty ? parts.suffix(1).filter { !$0.isEmpty } : signed
  }

  /// The end that its relations are directed to, where all of them are and agree.
  func arrow(_ isAtFrom: (Entity.ID) -> Bool) -> Line.Arrow? {
    let ends = Set(ties.map { tie in tie.relation.isDirected ? isAtFrom(tie.relation.to) : nil })
    guard ends.count == 1, let atFrom = ends.first ?? nil else { return nil }
    return atFrom ? .atFrom : .atTo
  }
}
