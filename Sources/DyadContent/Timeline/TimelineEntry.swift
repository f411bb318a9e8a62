package import DyadCore

/// A row of a timeline, and the phase or the events that it shows.
package struct TimelineEntry: Hashable, Sendable {
  package var row: Row
  /// The first day of its date, by which it is placed.
  package var day: Day
  package var phase: PhaseSpan?
  package var happenings: [Happening] = []
  /// The heading above it, if it is the first of its year or month.
  package var heading: String?
  /// The time that is skipped before it, in words: "14 months".
  package var skipped: String?
}

extension TimelineEntry {
  /// The lines of its events from lane to lane; for events without a line, the lanes that get a dot.
  ///
  /// - Parameter lanes: the lanes shown; parties without one are skipped.
  package func strokes(_ lanes: [Entity.ID], _ parties: [Entity.ID]) -> (lines: [Line], dots: [Entity.ID]) {
    if let phase {
      var line = line(from: parties[0], to: parties[1], subject: .claim(row.id, part: 1))
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

  /// The lines of one event, and its dots.
  package func strokes(of happening: Happening, _ lanes: [Entity.ID]) -> (lines: [Line], dots: [Entity.ID]) {
    let actors = happening.actors.filter(lanes.contains)
    var targets = happening.recipients.filter { lanes.contains($0) && !actors.contains($0) }
    let direct = Set(targets)
    if targets.isEmpty, happening.effect != nil, happening.actors.count == 1 {
      // What is done to somebody without a lane is drawn as done to the party that it affects.
      targets = happening.touched.filter { !actors.contains($0) }
    }
    guard let first = actors.first else { return ([], Array(targets.prefix(1))) }
    var ends: [(Entity.ID, Entity.ID, Line.Arrow?)] = targets.map { (first, $0, .atTo) }
    if targets.isEmpty {
      // They did it together.
      ends = actors.dropFirst().map { (first, $0, nil) }
    } else {
      ends += actors.dropFirst().map { ($0, targets[0], .atTo) }
    }
    let lines = ends.enumerated().map { index, end in
      var line = line(from: end.0, to: end.1, subject: .claim(happening.event.id.text, part: index + 1))
      let isEffect = !targets.isEmpty && !direct.contains(end.1)
      line.tone = isEffect ? happening.effect ?? happening.event.item.tone : happening.event.item.tone
      line.isPossible = happening.event.certainty == .possibly
      line.isContested = happening.event.item.evidence.standing == .contested
      line.arrow = end.2
      return line
    }
    return (lines, lines.isEmpty ? [first] : [])
  }

  private func line(from: Entity.ID, to: Entity.ID, subject: Line.Subject) -> Line {
    Line(
      from: from, to: to, subject: subject, tone: row.tone, isPossible: row.isPossible, arrow: nil,
      isContested: phase?.phase.item.evidence.standing == .contested)
  }
}
