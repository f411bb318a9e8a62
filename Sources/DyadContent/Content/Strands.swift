import DyadCore

/// The ties and events between the same parties, ranked and limited for a card.
struct Strands {
  var ties: [Tie] = []
  var events: [Held<Event>] = []

  var isEmpty: Bool { ties.isEmpty && events.isEmpty }

  /// The sum of the absolute tones of ties and events, which ranks dyads.
  var strength: Double {
    ties.map { abs($0.tone.value) + 1 }.reduce(0, +) + events.map { abs($0.item.tone.value) / 2 + 0.5 }.reduce(0, +)
  }

  /// The leading tone: of the strongest tie that holds, or else of the latest event, reduced because an event does not last.
  var tone: Tone? {
    leadingTie?.tone ?? newestFirst.first.flatMap { Tone($0.item.tone.value * 0.4) }
  }

  var isPossible: Bool {
    (leadingTie?.certainty ?? newestFirst.first?.certainty) == .possibly
  }

  var isContested: Bool {
    (leadingTie?.leading?.item.evidence ?? newestFirst.first?.item.evidence)?.standing == .contested
  }

  var leadingTie: Tie? {
    ties.max { one, other in
      (one.certainty, abs(one.tone.value), other.id) < (other.certainty, abs(other.tone.value), one.id)
    }
  }

  var newestFirst: [Held<Event>] {
    events.sorted { one, other in
      let (left, right) = (one.item.within.span, other.item.within.span)
      return (left.upperBound, left.lowerBound, one.id) > (right.upperBound, right.lowerBound, other.id)
    }
  }

  /// The events as rows, newest first; beyond the limit, events of one kind are rolled up, then the oldest are left out.
  func eventRows(_ writer: RowWriter, limit: Int) -> (rows: [Row], omitted: Int) {
    // What changed comes first.
    let newest =
      newestFirst.filter { writer.isChanged($0.id.text) } + newestFirst.filter { !writer.isChanged($0.id.text) }
    guard newest.count > limit else { return (newest.map(writer.row), 0) }
    var groups: [[Held<Event>]] = []
    var places: [String: Int] = [:]
    for event in newest {
      let key = ([event.item.type.rawValue, event.item.mode ?? ""] + event.item.actors.map(\.text)).joined(
        separator: " ")
      if let place = places[key] {
        groups[place].append(event)
      } else {
        places[key] = groups.count
        groups.append([event])
      }
    }
    // A roll-up takes the place of the newest of its kind.
    let several = Dictionary(uniqueKeysWithValues: groups.filter { $0.count >= 3 }.map { ($0[0].id, $0) })
    let rolled = Set(several.values.flatMap { $0.map(\.id) })
    let shown = newest.filter { several[$0.id] != nil || !rolled.contains($0.id) }.prefix(limit)
    let rows = shown.map { event in several[event.id].map(writer.rollUp) ?? writer.row(event) }
    let included = shown.map { several[$0.id]?.count ?? 1 }.reduce(0, +)
    return (rows, newest.count - included)
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
}
