import DyadCore

/// What a timeline tells of all that there is: rows in order of time, the lines of their events, and the whole in words.
struct TimelineContent {
  /// A row, and what it tells: a phase, or one event or several of one kind.
  struct Entry {
    var row: Row
    var day: Day
    var phase: PhaseSpan?
    var happenings: [Happening] = []
    /// Whether it is one of the phases that the ribbon shows.
    var isOnRibbon = false
  }

  let timeline: Timeline
  let lanes: [Figure]
  let entries: [Entry]
  let gaps: [ClosedRange<Day>]
  private(set) var drawing: Drawing

  init(_ timeline: Timeline) {
    self.timeline = timeline
    let measure = timeline.measure ?? timeline.everything
    let snapshot = timeline.snapshot
    let lexicon = timeline.style.lexicon
    let all = TimelineContent.groups(timeline, isRolledUp: measure.isRolledUp)
    let strengths = all.map { TimelineContent.strength($0, timeline, measure) }
    let ranked = all.indices.sorted { (-strengths[$0], $0) < (-strengths[$1], $1) }
    let kept = Set(ranked.prefix(measure.rows))
    let told = all.indices.filter(kept.contains).map { all[$0] }
    let notes =
      timeline.notes
      ?? Footnotes(
        citing: timeline.ribbon.map(\.phase.item.evidence) + told.flatMap(\.evidence), in: snapshot.graph)
    let writer = RowWriter(snapshot: snapshot, notes: notes, lexicon: lexicon)
    var titled = writer
    titled.isTitled = true
    let phases = timeline.ribbon.map { span in
      Entry(
        row: titled.row(span.phase, of: span.tie), day: span.possible.lowerBound, phase: span, isOnRibbon: true)
    }
    entries = (phases + told.map { $0.entry(writer) }).enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
    gaps = TimelineContent.gaps(timeline)
    let active = Set(told.flatMap(\.parties))
    let thirds = timeline.thirds.prefix(measure.thirds).filter(active.contains)
    lanes = (timeline.parties + thirds).map { TimelineContent.figure($0, timeline, notes) }
    drawing = Drawing(timeline, lanes, entries, notes)
    let left = all.indices.filter { !kept.contains($0) }.map { all[$0].happenings.count }
      .reduce(0, +)
    let lesser = all.indices.filter { !kept.contains($0) && all[$0].phase != nil }.count
    var omissions: [String] = []
    if left > 0 { omissions.append(lexicon.phrase(.weakerEventsLeftOut, count: left)) }
    if lesser > 0 { omissions.append(lexicon.phrase(.tiesLeftOut, count: lesser)) }
    let absent = timeline.thirds.count - thirds.count
    if absent > 0 { omissions.append(lexicon.phrase(.thirdPartiesLeftOut, count: absent)) }
    drawing.omissions = (omissions + timeline.filteredOut).map { "\($0)." }
    drawing.told = words()
  }

  // MARK: Rows

  private struct Group {
    var phase: PhaseSpan?
    var happenings: [Happening] = []
    var tone: Double { phase.map { abs($0.tone.value) } ?? happenings.map { abs($0.event.item.tone.value) }.max()! }
    var parties: Set<Entity.ID> { Set(happenings.flatMap { $0.actors + $0.recipients }) }
    var evidence: [Evidence] { phase.map { [$0.phase.item.evidence] } ?? happenings.map(\.event.item.evidence) }

    func entry(_ writer: RowWriter) -> Entry {
      if let phase {
        return Entry(row: writer.row(phase.phase, of: phase.tie), day: phase.possible.lowerBound, phase: phase)
      }
      let events = happenings.map(\.event)
      let row = events.count == 1 ? writer.row(events[0]) : writer.rollUp(events.reversed())
      return Entry(row: row, day: happenings[happenings.count - 1].day, happenings: happenings)
    }
  }

  /// How far its tone is from neutral; what joins the two counts for more, and so does, by less, what joins one of them with
  /// another who has a lane.
  private static func strength(_ group: Group, _ timeline: Timeline, _ measure: Timeline.Measure) -> Double {
    if group.phase != nil || group.parties.isSuperset(of: timeline.parties) { return group.tone + 5 }
    let lanes = timeline.parties + timeline.thirds.prefix(measure.thirds)
    return group.tone + (group.parties.intersection(lanes).count > 1 ? 2 : 0)
  }

  private static func groups(_ timeline: Timeline, isRolledUp: Bool) -> [Group] {
    var groups: [Group] = []
    for happening in timeline.happenings {
      if isRolledUp, let last = groups.last?.happenings.last, kind(last) == kind(happening) {
        groups[groups.count - 1].happenings.append(happening)
      } else {
        groups.append(Group(happenings: [happening]))
      }
    }
    // Two of a kind are told in two rows: rolled up, they would need as many lines.
    let events = groups.flatMap { group in
      group.happenings.count >= 3 ? [group] : group.happenings.map { Group(happenings: [$0]) }
    }
    return events + timeline.lesser.map { Group(phase: $0) }
  }

  private static func kind(_ happening: Happening) -> [String] {
    let event = happening.event.item
    return [event.type.rawValue, event.mode ?? ""] + event.actors.map(\.text)
  }

  /// The days of the window for which no phase is on record, not even possibly.
  private static func gaps(_ timeline: Timeline) -> [ClosedRange<Day>] {
    var gaps: [ClosedRange<Day>] = []
    var next = timeline.window.lowerBound
    for span in timeline.ribbon.map(\.possible).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if span.lowerBound > next { gaps.append(next...span.lowerBound.advanced(by: -1)) }
      next = max(next, span.upperBound.advanced(by: 1))
    }
    if next <= timeline.window.upperBound { gaps.append(next...timeline.window.upperBound) }
    return gaps
  }

  private static func figure(_ party: Entity.ID, _ timeline: Timeline, _ notes: Footnotes) -> Figure {
    let (snapshot, lexicon) = (timeline.snapshot, timeline.style.lexicon)
    let side: Figure.Side =
      party == timeline.parties[0] ? .first : party == timeline.parties[1] ? .second : .other
    let held = snapshot.entity(party)
    guard let held = held ?? snapshot.graph.entities[party].map({ Held($0, .no) }) else {
      return Figure(
        id: party, kind: .state, side: side, name: party.text, fullName: party.text, lines: [], isPossible: false,
        quotes: [])
    }
    var figure = FigureWriter(snapshot: snapshot, notes: notes, lexicon: lexicon).figure(held, side: side)
    (figure.lines, figure.claims) = ([], [])
    figure.isAbsent = held.certainty == .no
    return figure
  }

  // MARK: Words

  /// All of it in order of time, then the curve, then what was left out.
  private func words() -> [String] {
    let lexicon = timeline.style.lexicon
    let dates = DateWords(lexicon)
    let rows = entries.map { ($0.day, drawing.words($0.row)) }
    let gaps = gaps.map { ($0.lowerBound, "\(dates.words($0)): \(lexicon.phrase(.noPhaseOnRecord)).") }
    let ordered = (gaps + rows).enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    let periods = timeline.curve.periods.filter { $0.count > 0 }.map { period in
      let thin = period.isThin ? ", \(lexicon.phrase(.thinEvidence, String(ToneCurve.thinBelow)))" : ""
      return "\(dates.words(period.days)): \(signed(period.sum)) (n = \(period.count))\(thin)."
    }
    let head = periods.isEmpty ? [] : ["\(lexicon.phrase(timeline.curve.isMonthly ? .scoresByMonth : .scoresByYear)):"]
    let named = lanes.map { "\(lexicon.phrase(.isA, $0.fullName, lexicon.word($0.kind)))." }
    return named + ordered.map(\.element.1) + head + periods + drawing.omissions
  }
}

/// "+12.5", "−3"
func signed(_ value: Double) -> String {
  let rounded = (value * 10).rounded() / 10
  return (rounded > 0 ? "+" : rounded < 0 ? "−" : "") + Markup.number(abs(rounded))
}

extension Drawing {
  /// What frames a timeline, and what its legend explains.
  fileprivate init(
    _ timeline: Timeline, _ lanes: [Figure], _ entries: [TimelineContent.Entry], _ notes: Footnotes
  ) {
    let lexicon = timeline.style.lexicon
    title = timeline.title
    let during = lexicon.phrase(.during, DateWords(lexicon).words(timeline.window))
    let known = timeline.snapshot.moment.known
    subtitle = known.map { lexicon.phrase(.couldBeKnown, during, DateWords(lexicon).words($0)) } ?? during
    focus = .between(timeline.parties[0], timeline.parties[1])
    (style, figures, self.notes, omissions) = (timeline.style, lanes, notes, [])
    cards = [
      Card(
        id: "timeline", sections: [Card.Section(title: nil, rows: entries.map(\.row))], omitted: 0, isPossible: false)
    ]
    lines = entries.flatMap { $0.strokes(lanes.map(\.id), timeline.parties).lines }
    claims = Set(lanes.map(\.id.text) + entries.flatMap(\.row.claims)).sorted()
  }
}

extension TimelineContent {
  /// The same in colours that can be told apart in the picture, where it has two themes.
  var told: TimelineContent {
    var content = self
    if timeline.style.darkTheme != nil { content.drawing.style.theme = timeline.style.theme.toldApart }
    return content
  }

  /// What it is painted with.
  var style: Style { drawing.style }
}
