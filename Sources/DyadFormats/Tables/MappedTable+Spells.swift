internal import DyadCore

/// Rows that differ only in their date, which makes spells of them.
struct SpellSeries {
  /// What a spell is.
  enum Subject {
    /// A phase of the relation with that id.
    case phase(String)
    /// An event, with its id if the rows have one.
    case event(Node?)
    /// An office that the official held.
    case holding(String)
  }

  let subject: Subject
  /// The keys besides the date.
  let members: MappedTable.Members
  let form: CSVMapping.Spells
  let place: SourceLocation
  var dates: [(date: PartialDate, place: SourceLocation)] = []

  /// The intervals of dates that follow each other, each with the place of its first date.
  var intervals: [(interval: String, place: SourceLocation)] {
    var runs: [(first: PartialDate, last: PartialDate, place: SourceLocation)] = []
    for (date, place) in dates.sorted(by: { $0.date.days.lowerBound < $1.date.days.lowerBound }) {
      if let run = runs.last, date.days.lowerBound <= run.last.days.upperBound.advanced(by: 1) {
        runs[runs.count - 1].last = date
      } else {
        runs.append((date, date, place))
      }
    }
    return runs.map { run in
      let (begins, ends) = (run.first == form.first, run.last == form.last)
      if run.first == run.last, !begins, !ends { return (run.first.description, run.place) }
      // What lies outside of the years of the table is not known.
      return (
        (begins ? "[..\(run.first)]" : "\(run.first)") + "/" + (ends ? "[\(run.last)..]" : "\(run.last)"), run.place
      )
    }
  }
}

extension MappedTable {
  /// Adds the record of a row to those that differ from it only in the date.
  mutating func spell(
    _ subject: SpellSeries.Subject, _ members: Members, _ key: String, _ form: CSVMapping.Spells,
    at start: SourceLocation
  ) {
    guard let node = members.first(where: { $0.key.scalar == key })?.value, let text = node.scalar else {
      return report(.missingKey, "the row has no date, which 'spells' needs", "", at: start)
    }
    guard let date = PartialDate(text), date.precision == form.precision, date.mark == nil else {
      return report(
        .badDate, "'\(text)' is not a \(form.precision), which 'spells' needs", origins[node.place] ?? "",
        at: node.place)
    }
    let others = members.filter { $0.key.scalar != key }
    let series =
      subject.text + "\u{0}" + others.map { $0.key.text + "\u{0}" + $0.value.text }.joined(separator: "\u{0}")
    if let number = spellNumbers[series] { return spells[number].dates.append((date, node.place)) }
    spellNumbers[series] = spells.count
    spells.append(SpellSeries(subject: subject, members: others, form: form, place: start, dates: [(date, node.place)]))
  }

  /// Makes the records of all spells.
  mutating func makeSpells() {
    var phases: [String: [(start: String, node: Node)]] = [:]
    for series in spells {
      for (index, (interval, place)) in series.intervals.enumerated() {
        func record(_ key: String) -> Node {
          let date = (key: Node(key, at: place), value: Node(interval, at: place))
          return Node(.mapping(series.members + [date]), at: series.place)
        }
        switch series.subject {
        case .phase(let relation):
          phases[relation, default: []].append((interval.filter { $0 != "[" && $0 != "." }, record("during")))
        case .holding(let official): holdings[official, default: []].append(record("during"))
        case .event(let id):
          let name = id?.scalar ?? "row-\(series.place.line)"
          let made = ids.id(for: "event \(name) \(series.place.line) \(index)", named: name)
          sections["events", default: []].append((Node(made, at: id?.place ?? series.place), record("on")))
        }
      }
    }
    // The phases of a relation with several series are in the order of their dates.
    for (relation, own) in phases {
      relations[relation]?.phases += own.sorted { $0.start < $1.start }.map(\.node)
    }
  }
}

extension SpellSeries.Subject {
  fileprivate var text: String {
    switch self {
    case .phase(let id): "phase \(id)"
    case .event(let id): "event \(id?.scalar ?? "")"
    case .holding(let official): "holding \(official)"
    }
  }
}

extension Node {
  /// What it says, without places.
  fileprivate var text: String {
    switch value {
    case .scalar(let words): words
    case .sequence(let items): "[" + items.map(\.text).joined(separator: "\u{1}") + "]"
    case .mapping(let entries):
      "{" + entries.map { $0.key.text + "\u{2}" + $0.value.text }.joined(separator: "\u{1}") + "}"
    }
  }
}
