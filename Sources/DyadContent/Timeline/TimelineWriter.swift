package import DyadCore

/// Chooses what a timeline shows, and writes its rows and its description.
struct TimelineWriter {
  let content: Content

  init(_ timeline: Timeline, _ measure: Timeline.Measure) {
    let lexicon = timeline.options.lexicon
    let all = TimelineWriter.groups(timeline, isRolledUp: measure.isRolledUp)
    let ranked = TimelineWriter.ranked(all, timeline, measure)
    let kept = Set(ranked.prefix(measure.rows))
    let shown = all.indices.filter(kept.contains).map { all[$0] }
    let omitted = all.indices.filter { !kept.contains($0) }.map { all[$0] }
    let notes =
      timeline.notes
      ?? Footnotes(
        citing: timeline.ribbon.map(\.phase.item.evidence) + shown.flatMap(\.evidence), in: timeline.snapshot.graph
      )
      .ofPicture
    let entries = TimelineWriter.entries(timeline, shown, notes)
    let active = Set(shown.flatMap(\.parties))
    let thirds = timeline.thirds.filter(active.contains).prefix(measure.thirds)
    let lanes = (timeline.parties + thirds).map { TimelineWriter.figure($0, timeline, notes) }
    let page = TimelineContent(timeline, measure, entries)
    let during = lexicon.phrase(.during, DateWords(lexicon).words(timeline.window))
    var content = Content(
      title: timeline.title,
      dates: timeline.known.map { lexicon.phrase(.couldBeKnown, during, DateWords(lexicon).words($0)) } ?? during,
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
          + timeline.filteredOut).map(lexicon.sentence)),
      notes: notes, basis: notes.sources, claims: Set(lanes.map(\.id.text) + entries.flatMap(\.row.claims)).sorted())
    content.omitted.events = Set(omitted.flatMap(\.happenings).map(\.event.id))
    content.omitted.phases = Set(omitted.compactMap(\.phase?.phase.id))
    for party in timeline.thirds.filter({ !thirds.contains($0) }) {
      if let entity = timeline.snapshot.graph.entities[party] { content.omitted.add(entity) }
    }
    (content.standfirst, content.credit) = (timeline.standfirst, timeline.credit)
    content.narrative = TimelineWriter.narrative(page, content)
    self.content = content
  }

  // MARK: Rows

  /// What shares a row: a phase, one event, or several of one kind.
  private struct Group {
    var phase: PhaseSpan?
    var happenings: [Happening] = []
    var day: Day? { phase?.day ?? happenings.last?.day }
    var sign: Tone.Sign { phase?.tone.sign ?? happenings.last?.tone.sign ?? .neutral }
    var parties: Set<Entity.ID> { Set(happenings.flatMap { $0.actors + $0.recipients }) }
    var evidence: [Evidence] { phase.map { [$0.phase.item.evidence] } ?? happenings.map(\.event.item.evidence) }

    func entry(_ writer: RowWriter) -> TimelineEntry {
      if let phase {
        return TimelineEntry(
          row: writer.row(phase.phase, of: phase.tie), day: phase.day, phase: phase)
      }
      let events = happenings.map(\.event)
      let last = happenings[happenings.count - 1]
      var row =
        events.count == 1
        ? writer.row(events[0], effect: last.effect) : writer.rollUp(events.reversed(), tone: last.effect)
      if last.event.item.isUndated, let end = last.event.item.within.endDate {
        // All that is known is that it was so by then.
        row.when =
          writer.lexicon.phrase(.happenedBy, DateWords(writer.lexicon).words(end)) + (row.isPossible ? "?" : "")
      }
      return TimelineEntry(row: row, day: last.day, happenings: happenings)
    }
  }

  private static func entries(_ timeline: Timeline, _ shown: [Group], _ notes: Footnotes) -> [TimelineEntry] {
    let writer = RowWriter(
      snapshot: timeline.snapshot, notes: notes, lexicon: timeline.options.lexicon, scale: timeline.scale)
    var titled = writer
    titled.isTitled = true
    let phases = timeline.ribbon.map { span in
      TimelineEntry(row: titled.row(span.phase, of: span.tie), day: span.day, phase: span)
    }
    let entries = (phases + shown.map { $0.entry(writer) }).enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
    return headed(entries, timeline)
  }

  /// With a heading above the first of each year or month, and the time skipped before it.
  private static func headed(_ entries: [TimelineEntry], _ timeline: Timeline) -> [TimelineEntry] {
    let (frame, lexicon) = (timeline.frame, timeline.options.lexicon)
    var reached: Day?
    var heading: String?
    return entries.map { entry in
      var entry = entry
      let month = frame.isShort ? PartialDate(year: entry.day.year, month: entry.day.month) : nil
      let own = month.map(DateWords(lexicon).words) ?? String(entry.day.year)
      if own != heading { entry.heading = own }
      heading = own
      entry.skipped = reached.flatMap { frame.skippedMonths(from: $0, to: entry.day) }.map { months in
        let years = months < 24 ? 0 : months / 12
        let parts = [(Phrase.years, years), (.months, months - years * 12)].filter { $0.1 > 0 }
        return parts.map { lexicon.phrase($0.0, count: $0.1) }.joined(separator: " ")
      }
      let ends = entry.happenings.map { $0.event.item.lastDay(in: frame.window) }
      reached = ([reached, entry.day].compactMap { $0 } + ends).max()
      return entry
    }
  }

  /// The groups in the order in which they are kept, with the signs of each period in proportion.
  private static func ranked(_ groups: [Group], _ timeline: Timeline, _ measure: Timeline.Measure) -> [Int] {
    let lanes = Set(timeline.parties + timeline.thirds.prefix(measure.thirds))
    let saliences = groups.map { salience(of: $0, timeline.scale, lanes) }
    return Salience.selection(zip(saliences, groups.map(\.sign)).map { ($0, $1) }) { index in
      let day = groups[index].day
      return timeline.curve.periods.firstIndex { period in day.map(period.days.contains) ?? false } ?? -1
    }
  }

  private static func salience(of group: Group, _ scale: SalienceScale, _ lanes: Set<Entity.ID>) -> Salience {
    if let span = group.phase { return scale.salience(of: span.phase, of: span.tie) }
    return group.happenings.map { happening in
      let isJoint = happening.effect != nil
      let isShared = Set(happening.actors + happening.recipients).intersection(lanes).count > 1
      let bond = isJoint ? Salience.Weights.bond : isShared ? 2 : 0
      return scale.salience(of: happening.event, effect: happening.effect, bond: bond)
    }.max() ?? Salience()
  }

  private static func groups(_ timeline: Timeline, isRolledUp: Bool) -> [Group] {
    var groups: [Group] = []
    for happening in timeline.happenings {
      if isRolledUp, let last = groups.last?.happenings.last, kind(last) == kind(happening), !last.event.item.isKey,
        !happening.event.item.isKey, last.event.item.isUndated == happening.event.item.isUndated
      {
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

  // MARK: Lanes

  private static func figure(_ party: Entity.ID, _ timeline: Timeline, _ notes: Footnotes) -> Figure {
    let (snapshot, lexicon) = (timeline.snapshot, timeline.options.lexicon)
    let side: Figure.Side =
      party == timeline.parties[0] ? .first : party == timeline.parties[1] ? .second : .other
    guard let held = snapshot.party(party) ?? snapshot.graph.entities[party].map({ Held($0, .no) }) else {
      return Figure(
        id: party, kind: .state, side: side, name: party.text, fullName: party.text, lines: [], isPossible: false,
        quotes: [])
    }
    var figure = FigureWriter(snapshot: snapshot, notes: notes, lexicon: lexicon).figure(held, side: side)
    (figure.lines, figure.claims, figure.numbers) = ([], [], [])
    figure.isAbsent = held.certainty == .no
    return figure
  }

  // MARK: Description

  /// The lanes, then the rows and gaps in order of time, then the tone, then what has no position or is left out.
  private static func narrative(_ page: TimelineContent, _ content: Content) -> [String] {
    let lexicon = content.options.lexicon
    let dates = DateWords(lexicon)
    func stated(_ label: String, _ words: String) -> String {
      lexicon.sentence(lexicon.phrase(.labelled, label, words))
    }
    let rows = page.entries.map { ($0.day, content.sentence($0.row)) }
    let gaps = page.gaps.map { ($0.lowerBound, stated(dates.words($0), lexicon.phrase(.gap))) }
    let ordered = (gaps + rows).enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    let periods = page.curve.periods.compactMap { period in
      period.mean.map { mean in
        let thin = period.isThin ? [lexicon.phrase(.thinEvidence, lexicon.number(ToneCurve.thinBelow))] : []
        let value = "\(signed(mean)) (n = \(lexicon.number(period.count)))"
        return stated(dates.words(period.days), lexicon.asides([value] + thin))
      }
    }
    let curve =
      page.curve.isShown ? ["\(lexicon.phrase(page.curve.isMonthly ? .toneByMonth : .toneByYear)):"] + periods : []
    let rest = page.events.rest(lexicon) + (page.frame.sourcesEnd.map { [lexicon.sourcesEnd($0)] } ?? [])
    let named = content.figures.map {
      lexicon.sentence(lexicon.phrase(.isA, $0.fullName, lexicon.word($0.kind)))
    }
    return named + ordered.map(\.element.1) + curve + rest.map { lexicon.sentence($0.capitalizedFirst) }
      + content.omissions
  }
}

extension Lexicon {
  /// "sources end 26 May 2025"
  package func sourcesEnd(_ day: Day) -> String { phrase(.sourcesEnd, DateWords(self).words(day)) }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// A number with its sign and at most one decimal: "+12.5", "−3".
package func signed(_ value: Double) -> String {
  let rounded = (value * 10).rounded() / 10
  let size = abs(rounded)
  let digits = size == size.rounded() ? String(Int(size)) : String(size)
  return (rounded > 0 ? "+" : rounded < 0 ? "−" : "") + digits
}
