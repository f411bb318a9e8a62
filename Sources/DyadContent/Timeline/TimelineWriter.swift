import DyadCore

/// Chooses what a timeline shows, and writes its rows and its description.
struct TimelineWriter {
  let content: Content

  init(_ timeline: Timeline, _ measure: Timeline.Measure) {
    let lexicon = timeline.options.lexicon
    let all = TimelineWriter.groups(timeline, isRolledUp: measure.isRolledUp)
    let strengths = all.map { TimelineWriter.strength($0, timeline, measure) }
    let ranked = all.indices.sorted { (-strengths[$0], $0) < (-strengths[$1], $1) }
    let kept = Set(ranked.prefix(measure.rows))
    let shown = all.indices.filter(kept.contains).map { all[$0] }
    let omitted = all.indices.filter { !kept.contains($0) }.map { all[$0] }
    let notes =
      timeline.notes
      ?? Footnotes(
        citing: timeline.ribbon.map(\.phase.item.evidence) + shown.flatMap(\.evidence), in: timeline.snapshot.graph)
    let entries = TimelineWriter.entries(timeline, shown, notes)
    let active = Set(shown.flatMap(\.parties))
    let thirds = timeline.thirds.prefix(measure.thirds).filter(active.contains)
    let lanes = (timeline.parties + thirds).map { TimelineWriter.figure($0, timeline, notes) }
    let page = TimelineContent(timeline, measure, entries, gaps: TimelineWriter.gaps(timeline))
    let during = lexicon.phrase(.during, DateWords(lexicon).words(timeline.window))
    var content = Content(
      title: timeline.title,
      subtitle: timeline.known.map { lexicon.phrase(.couldBeKnown, during, DateWords(lexicon).words($0)) } ?? during,
      layout: .timeline(page), options: timeline.options,
      body: ContentBody(
        figures: lanes,
        cards: [
          Card(
            kind: .timeline, sections: [Card.Section(title: nil, rows: entries.map(\.row))], omitted: 0,
            isPossible: false)
        ],
        lines: entries.flatMap { $0.strokes(lanes.map(\.id), timeline.parties).lines },
        omissions: (TimelineWriter.omissions(omitted, absent: timeline.thirds.count - thirds.count, lexicon)
          + timeline.filteredOut).map { "\($0)." }),
      notes: notes, claims: Set(lanes.map(\.id.text) + entries.flatMap(\.row.claims)).sorted())
    content.narrative = TimelineWriter.narrative(page, content)
    self.content = content
  }

  // MARK: Rows

  /// What shares a row: a phase, one event, or several of one kind.
  private struct Group {
    var phase: PhaseSpan?
    var happenings: [Happening] = []
    var tone: Double { phase.map { abs($0.tone.value) } ?? happenings.map { abs($0.event.item.tone.value) }.max() ?? 0 }
    var parties: Set<Entity.ID> { Set(happenings.flatMap { $0.actors + $0.recipients }) }
    var evidence: [Evidence] { phase.map { [$0.phase.item.evidence] } ?? happenings.map(\.event.item.evidence) }

    func entry(_ writer: RowWriter) -> TimelineEntry {
      if let phase {
        return TimelineEntry(
          row: writer.row(phase.phase, of: phase.tie), day: phase.possible.lowerBound, phase: phase)
      }
      let events = happenings.map(\.event)
      let row = events.count == 1 ? writer.row(events[0]) : writer.rollUp(events.reversed())
      return TimelineEntry(row: row, day: happenings[happenings.count - 1].day, happenings: happenings)
    }
  }

  private static func entries(_ timeline: Timeline, _ shown: [Group], _ notes: Footnotes) -> [TimelineEntry] {
    let writer = RowWriter(snapshot: timeline.snapshot, notes: notes, lexicon: timeline.options.lexicon)
    var titled = writer
    titled.isTitled = true
    let phases = timeline.ribbon.map { span in
      TimelineEntry(
        row: titled.row(span.phase, of: span.tie), day: span.possible.lowerBound, phase: span, isOnRibbon: true)
    }
    return (phases + shown.map { $0.entry(writer) }).enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
  }

  /// The distance of its tone from neutral; 5 more if it joins the two parties, 2 more if it joins one of them with another
  /// party that has a lane.
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
    // Two of a kind keep two rows: rolled up, they would need as many lines.
    let events = groups.flatMap { group in
      group.happenings.count >= 3 ? [group] : group.happenings.map { Group(happenings: [$0]) }
    }
    return events + timeline.lesser.map { Group(phase: $0) }
  }

  private static func kind(_ happening: Happening) -> [String] {
    let event = happening.event.item
    return [event.type.rawValue, event.mode ?? ""] + event.actors.map(\.text)
  }

  private static func omissions(_ omitted: [Group], absent: Int, _ lexicon: Lexicon) -> [String] {
    let events = omitted.map(\.happenings.count).reduce(0, +)
    let counts = [
      (Phrase.weakerEventsLeftOut, events), (.tiesLeftOut, omitted.count { $0.phase != nil }),
      (.thirdPartiesLeftOut, absent),
    ]
    return counts.filter { $0.1 > 0 }.map { lexicon.phrase($0.0, count: $0.1) }
  }

  // MARK: Ribbon and lanes

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
    let (snapshot, lexicon) = (timeline.snapshot, timeline.options.lexicon)
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

  // MARK: Description

  /// The lanes, then the rows and gaps in order of time, then the tone, then what is left out.
  private static func narrative(_ page: TimelineContent, _ content: Content) -> [String] {
    let lexicon = content.options.lexicon
    let dates = DateWords(lexicon)
    let rows = page.entries.map { ($0.day, content.sentence($0.row)) }
    let gaps = page.gaps.map { ($0.lowerBound, "\(dates.words($0)): \(lexicon.phrase(.gap)).") }
    let ordered = (gaps + rows).enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    let periods = page.curve.periods.filter { $0.count > 0 }.map { period in
      let thin = period.isThin ? ", \(lexicon.phrase(.thinEvidence, String(ToneCurve.thinBelow)))" : ""
      return "\(dates.words(period.days)): \(signed(period.sum)) (n = \(period.count))\(thin)."
    }
    let head = periods.isEmpty ? [] : ["\(lexicon.phrase(page.curve.isMonthly ? .scoresByMonth : .scoresByYear)):"]
    let named = content.figures.map { "\(lexicon.phrase(.isA, $0.fullName, lexicon.word($0.kind)))." }
    return named + ordered.map(\.element.1) + head + periods + content.omissions
  }
}

/// A number with its sign and at most one decimal: "+12.5", "−3".
package func signed(_ value: Double) -> String {
  let rounded = (value * 10).rounded() / 10
  let size = abs(rounded)
  let digits = size == size.rounded() ? String(Int(size)) : String(size)
  return (rounded > 0 ? "+" : rounded < 0 ? "−" : "") + digits
}
