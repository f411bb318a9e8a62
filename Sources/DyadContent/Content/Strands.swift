import DyadCore

/// The ties and events between the same parties, ranked and limited for a card.
struct Strands {
  var ties: [Tie] = []
  var events: [Held<Event>] = []
  /// The tones between the parties of those events that have another one between them than their own.
  var effects: [Event.ID: Tone] = [:]

  var isEmpty: Bool { ties.isEmpty && events.isEmpty }

  mutating func add(_ event: Held<Event>, effect: Tone) {
    events.append(event)
    if effect != event.item.tone { effects[event.id] = effect }
  }

  /// The tone of one of its events between the parties.
  func tone(of event: Held<Event>) -> Tone { effects[event.id] ?? event.item.tone }

  /// The leading tone: of the strongest tie that holds, or else of the latest event, reduced because an event does not
  /// last.
  var tone: Tone? {
    leadingTie?.tone ?? newest.flatMap { Tone(tone(of: $0).value * 0.4) }
  }

  /// Whether what leads only possibly holds, is inferred, or is a draft: none of them is a fact of a source.
  var isPossible: Bool {
    let (tie, event) = (leadingTie, newest)
    let evidence = tie?.leading?.item.evidence ?? event?.item.evidence
    return (tie?.certainty ?? event?.certainty) == .possibly
      || evidence?.isInferred == true || evidence?.isDraft == true
  }

  /// The number of events that a data set counts, where the leading tie is no more than that.
  var counted: Int? { leadingTie?.leading?.item.counted?.events }

  var isContested: Bool {
    (leadingTie?.leading?.item.evidence ?? newest?.item.evidence)?.standing == .contested
  }

  var leadingTie: Tie? {
    ties.max { one, other in
      (one.certainty, abs(one.tone.value), other.id) < (other.certainty, abs(other.tone.value), one.id)
    }
  }

  var newestFirst: [Held<Event>] { dated.sorted(by: Strands.isNewer).map(\.event) }

  var newest: Held<Event>? { dated.min(by: Strands.isNewer)?.event }

  private typealias Dated = (span: ClosedRange<Day>, event: Held<Event>)

  private var dated: [Dated] { events.map { ($0.item.within.span, $0) } }

  private static func isNewer(_ one: Dated, _ other: Dated) -> Bool {
    (one.span.upperBound, one.span.lowerBound, one.event.id)
      > (other.span.upperBound, other.span.lowerBound, other.event.id)
  }

  /// Whether it is a line at the moment: a phase holds, or an event is not older than the window or is part of a
  /// change.
  func isCurrent(_ writer: RowWriter, within window: Lookback?) -> Bool {
    guard ties.isEmpty, let window else { return true }
    let first = window.before(writer.snapshot.moment.days.lowerBound)
    return events.contains { $0.item.within.span.upperBound >= first || writer.isChanged($0.id.text) }
  }

  /// The events as rows, newest first; beyond the limit, events of one kind are rolled up, then the least salient are
  /// omitted.
  ///
  /// - Parameters:
  ///   - keyLimit: how many key events are shown even beyond the limit.
  ///   - isWhole: whether what was done in return for something is selected with it.
  ///   - isEdited: whether what only may have happened comes last, and takes at most half of the rows.
  func eventRows(
    _ writer: RowWriter, limit: Int, keyLimit: Int = 0, withExchanges isWhole: Bool = false, isEdited: Bool = false
  ) -> (rows: [Row], omitted: Int) {
    let changed = min(Strands.leastChanges, events.count { writer.isChanged($0.id.text) })
    func isFirm(_ event: Held<Event>) -> Bool {
      event.certainty == .yes || event.item.isKey || writer.isChanged(event.id.text)
    }
    let room = isEdited ? min(limit, max(events.count(where: isFirm), (limit + 1) / 2)) : limit
    let limit = max(room, min(keyLimit, events.count { $0.item.isKey }), changed)
    func row(_ event: Held<Event>) -> Row { writer.row(event, effect: effects[event.id]) }
    // What changed comes first.
    let all = newestFirst
    let newest = all.filter { writer.isChanged($0.id.text) } + all.filter { !writer.isChanged($0.id.text) }
    guard newest.count > limit else { return (newest.map(row), 0) }
    let groups = groups(of: newest, writer)
    let saliences = groups.map { group in
      group.map { writer.scale.salience(of: $0, effect: effects[$0.id]) }.max() ?? Salience()
    }
    let bySalience = Salience.selection(zip(saliences, groups).map { ($0, tone(of: $1[0]).sign) })
    let ranked =
      isEdited
      ? bySalience.filter { groups[$0].allSatisfy(isFirm) } + bySalience.filter { !groups[$0].allSatisfy(isFirm) }
      : bySalience
    let marked = ranked.filter { saliences[$0].isMarked }
    let selected =
      isWhole ? withPartners(marked, groups, of: ranked) + withPartners(ranked, groups, of: ranked) : ranked
    let order =
      isEdited && isWhole
      ? EditedSelection(groups, ranked: ranked, marked: marked).order { writer.isChanged($0.id.text) }
      : unique(marked + selected)
    let kept = Set(order.prefix(max(0, limit)))
    let shown = groups.indices.filter(kept.contains).map { groups[$0] }
    let rows = shown.map { $0.count > 1 ? writer.rollUp($0, tone: tone(of: $0[0])) : row($0[0]) }
    return (rows, newest.count - shown.map(\.count).reduce(0, +))
  }

  /// Each followed by what was done in return for it: one alone would be half of an exchange.
  private func withPartners(_ chosen: [Int], _ groups: [[Held<Event>]], of all: [Int]) -> [Int] {
    var places: [Event.ID: Int] = [:]
    for (index, group) in groups.enumerated() { for event in group { places[event.id] = index } }
    var partners: [Int: Set<Int>] = [:]
    for (index, group) in groups.enumerated() {
      for link in group.lazy.flatMap({ $0.item.links }) where link.kind == .inReturnFor {
        guard let other = places[link.target], other != index else { continue }
        partners[index, default: []].insert(other)
        partners[other, default: []].insert(index)
      }
    }
    return chosen.flatMap { index in [index] + (partners[index].map { all.filter($0.contains) } ?? []) }
  }

  /// Whether it is one event that neither the author nor a diff marks, and nothing else.
  func isMinor(_ writer: RowWriter) -> Bool {
    ties.isEmpty && events.count == 1 && !events[0].item.isKey && !writer.isChanged(events[0].id.text)
  }

  /// So many changed events are shown in any case: without them, two frames of a film look the same.
  private static let leastChanges = 3

  /// So many of the most salient events of a card keep a row of their own.
  private static let alone = 3

  /// What shares a row: three events or more of one kind by the same actors, at the place of the newest. The most
  /// salient events, and what the author or a diff marks, keep their own rows.
  private func groups(of newest: [Held<Event>], _ writer: RowWriter) -> [[Held<Event>]] {
    let saliences = newest.map { writer.scale.salience(of: $0, effect: effects[$0.id]) }
    let ranked = newest.indices.sorted { one, other in
      Salience.ranks((saliences[one], one), before: (saliences[other], other))
    }
    let most = Set(ranked.prefix(Strands.alone).map { newest[$0].id })
    var groups: [[Held<Event>]] = []
    var places: [String: Int] = [:]
    for event in newest {
      let isAlone = event.item.isKey || writer.isChanged(event.id.text) || most.contains(event.id)
      let key = ([event.item.type.rawValue, event.item.mode ?? ""] + event.item.actors.map(\.text)).joined(
        separator: " ")
      if !isAlone, let place = places[key] {
        groups[place].append(event)
      } else {
        if !isAlone { places[key] = groups.count }
        groups.append([event])
      }
    }
    let several = Dictionary(uniqueKeysWithValues: groups.filter { $0.count >= 3 }.map { ($0[0].id, $0) })
    let rolled = Set(several.values.flatMap { $0.map(\.id) })
    return newest.filter { several[$0.id] != nil || !rolled.contains($0.id) }.map { several[$0.id] ?? [$0] }
  }

  func phaseRows(_ writer: RowWriter) -> [Row] {
    ties.flatMap { tie in
      tie.phases.filter { writer.marks?.replaced.contains($0.id.text) != true }.map {
        (tone: tie.tone(of: $0.item), row: writer.row($0, of: tie))
      }
    }
    .sorted { one, other in
      (one.row.isPossible ? 1 : 0, -abs(one.tone.value), one.row.id)
        < (other.row.isPossible ? 1 : 0, -abs(other.tone.value), other.row.id)
    }.map(\.row)
  }

  /// The phases as rows, limited to the most salient.
  func phaseRows(_ writer: RowWriter, limit: Int) -> [Row] {
    let rows = phaseRows(writer)
    guard rows.count > limit else { return rows }
    let saliences = Dictionary(
      ties.flatMap { tie in tie.phases.map { ($0.id.text, writer.scale.salience(of: $0, of: tie)) } },
      uniquingKeysWith: { one, _ in one })
    let ranked = rows.indices.sorted { one, other in
      let (left, right) = (saliences[rows[one].id] ?? Salience(), saliences[rows[other].id] ?? Salience())
      // What holds for certain comes before what may hold.
      if rows[one].isPossible != rows[other].isPossible { return rows[other].isPossible }
      return Salience.ranks((left, one), before: (right, other))
    }
    let kept = Set(ranked.prefix(max(0, limit)))
    return rows.indices.filter(kept.contains).map { rows[$0] }
  }
}
