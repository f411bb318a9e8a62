import DyadCore

extension TimelineContent.Entry {
  /// The lines of its events from lane to lane, and where there is none, the lanes at which a dot stands.
  ///
  /// - Parameter lanes: those that are shown; what somebody without one has part in is drawn for the others.
  func strokes(_ lanes: [Entity.ID], _ parties: [Entity.ID]) -> (lines: [Line], dots: [Entity.ID]) {
    if let phase, !isOnRibbon {
      var line = line(from: parties[0], to: parties[1], card: row.id)
      let relation = phase.tie.relation
      if relation.isDirected { line.arrow = relation.to == parties[0] ? .atFrom : .atTo }
      return ([line], [])
    }
    var (lines, dots): ([Line], [Entity.ID]) = ([], [])
    for happening in happenings {
      let (own, bare) = strokes(of: happening, lanes)
      lines += own
      dots += bare
    }
    return (lines, dots)
  }

  func strokes(of happening: Happening, _ lanes: [Entity.ID]) -> (lines: [Line], dots: [Entity.ID]) {
    let actors = happening.actors.filter(lanes.contains)
    let targets = happening.recipients.filter { lanes.contains($0) && !actors.contains($0) }
    guard let first = actors.first else { return ([], Array(targets.prefix(1))) }
    var ends: [(Entity.ID, Entity.ID, Line.Arrow?)] = targets.map { (first, $0, .atTo) }
    if targets.isEmpty {
      // They did it together.
      ends = actors.dropFirst().map { (first, $0, nil) }
    } else {
      ends += actors.dropFirst().map { ($0, targets[0], .atTo) }
    }
    let lines = ends.enumerated().map { index, end in
      let suffix = index == 0 ? "" : "-\(index + 1)"
      var line = line(from: end.0, to: end.1, card: happening.event.id.text + suffix)
      line.tone = happening.event.item.tone
      line.isPossible = happening.event.certainty == .possibly
      line.isContested = happening.event.item.evidence.standing == .contested
      line.arrow = end.2
      return line
    }
    return (lines, lines.isEmpty ? [first] : [])
  }

  private func line(from: Entity.ID, to: Entity.ID, card: String) -> Line {
    Line(
      from: from, to: to, card: card, tone: row.tone, isPossible: row.isPossible, arrow: nil,
      isContested: phase?.phase.item.evidence.standing == .contested)
  }
}
