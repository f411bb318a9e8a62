import DyadCore

extension PairContent {
  /// The lines from the figures of both sides to each third party, by the party that each strand concerns.
  ///
  /// They are made of what the card shows, so that a reader finds the reason of a line; of all strands where it shows
  /// nothing of a side.
  mutating func writeLines(_ thirds: [Entity.ID: Strands]) {
    let figures = Set(body.figures.filter { $0.side != .other }.map(\.id))
    for card in body.cards {
      guard case .alter(let third) = card.kind, let strands = thirds[third] else { continue }
      let shown = strands.restricted(to: Set(card.rows.flatMap(\.claims)))
      for (head, side) in [(pair.0, PairSides.Side.first), (pair.1, .second)] {
        let lines = lines(from: head, side, to: card, shown, figures)
        body.lines += lines.isEmpty && shown.isEmpty ? self.lines(from: head, side, to: card, strands, figures) : lines
      }
    }
  }

  private func lines(
    from head: Entity.ID, _ side: PairSides.Side, to card: Card, _ strands: Strands, _ figures: Set<Entity.ID>
  ) -> [Line] {
    /// The party that a strand concerns: the only one of its side that has a figure, or else the head of the side.
    func end(_ parties: [Entity.ID]) -> Entity.ID {
      let own = unique(parties.filter { sides.side(of: $0) == side })
      return own.count == 1 && figures.contains(own[0]) ? own[0] : head
    }
    var byEnd: [Entity.ID: Strands] = [:]
    for tie in strands.ties where tie.relation.parties.contains(where: { sides.side(of: $0) == side }) {
      byEnd[end(tie.relation.parties), default: Strands()].ties.append(tie)
    }
    for event in strands.events where sides.touched(by: event.item).contains(side) {
      byEnd[end(event.item.parties), default: Strands()].events.append(event)
    }
    return byEnd.sorted { $0.key < $1.key }.flatMap { party, strands in
      strands.bySign.enumerated().map { index, strands in
        Line(
          from: party, subject: .card(card.kind), part: index + 1, tone: strands.tone,
          isPossible: strands.isPossible, arrow: strands.arrow { sides.side(of: $0) == side },
          isContested: strands.isContested)
      }
    }
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
