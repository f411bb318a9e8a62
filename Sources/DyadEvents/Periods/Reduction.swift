package import DyadCore

/// Events counted by dyad and period, one event after the other.
///
/// The result does not depend on the order of the events: sums are integers, and the row with the smallest id is counted of those that
/// count as one. Memory grows with the dyad-periods, with distinct sources, and, except under the rule `none`, with events.
///
///     var reduction = Reduction(by: .month, rule: .story)
///     reduction.add(event)
///     reduction.dyadPeriods.first?.count.events      // 1
package struct Reduction: Sendable {
  package let period: Period
  package let rule: CountingRule
  package let isDirected: Bool
  package let scope: ActorScope
  private let needsClass: Bool
  private let keepsRows: Bool
  private let keepsScores: Bool

  /// Events that are in no dyad-period, by the reason.
  package private(set) var uncounted = Uncounted()

  /// How many events are in no dyad-period.
  package struct Uncounted: Hashable, Sendable {
    /// Their days lie in several periods.
    package var wide = 0
    /// They have no quad class.
    package var unclassed = 0
    /// They have no actor or no recipient, or both are the same.
    package var domestic = 0

    package init() {}

    package mutating func add(_ other: Uncounted) {
      wide += other.wide
      unclassed += other.unclassed
      domestic += other.domestic
    }
  }

  private var cells: [Cell] = []
  private var positions: [Cell.Key: Int] = [:]
  /// The row that counts, of those that count as one, and its cell.
  private var rows: [(row: CountedRow, cell: Int32)] = []
  /// The events of the rows, if they are kept; under the rule `none`, of all rows.
  private var kept: [(event: CodedEvent, cell: Int)] = []
  private var groups: [Fingerprint: Int32] = [:]
  private var references: Set<Fingerprint> = []
  private var volume: [Int: Int] = [:]
  /// The scores of the rows that are counted, in tenths, by dyad and first day, if they are kept.
  private var scores: [Cell.Key: Int] = [:]
  private var names = Names()
  /// The parts of the run whose rows were counted last.
  private var run: EventParts.Run?
  private var parties: [Party?] = []
  private var codes: [Int32?] = []

  /// - Parameters:
  ///   - needsClass: whether events without a quad class are left out, as a table of dyad-periods requires.
  ///   - keepsRows: whether `countedRows` has the rows that are counted; memory then grows with them under every rule.
  ///   - keepsScores: whether `dailyScores` has the scores of the rows that are counted.
  package init(
    by period: Period, rule: CountingRule, isDirected: Bool = true, scope: ActorScope = .all, needsClass: Bool = true,
    keepsRows: Bool = false, keepsScores: Bool = false
  ) {
    (self.period, self.rule, self.isDirected, self.scope) = (period, rule, isDirected, scope)
    (self.needsClass, self.keepsRows, self.keepsScores) = (needsClass, keepsRows, keepsScores)
  }

  /// Counts rows of the data set on a day, whether they are of a dyad or not.
  package mutating func addVolume(_ rows: Int, on day: Day) { volume[period.index(of: day), default: 0] += rows }

  /// Counts an event.
  package mutating func add(_ event: CodedEvent) {
    let texts = RowTexts()
    count(
      EventRow(event, in: texts), event.action, party(event.actor), party(event.recipient),
      names.number(of: event.action.code)
    ) { event }
    texts.removeAll()
  }

  /// Counts an event of a run.
  package mutating func add(_ row: EventRow, of parts: EventParts) {
    if run !== parts.run { (run, parties, codes) = (parts.run, [], []) }
    if parties.count < parts.parties.count {
      parties += [Party?](repeating: nil, count: parts.parties.count - parties.count)
    }
    if codes.count < parts.actions.count {
      codes += [Int32?](repeating: nil, count: parts.actions.count - codes.count)
    }
    func known(_ number: Int) -> Party {
      if let known = parties[number] { return known }
      let party = party(parts.parties[number])
      parties[number] = party
      return party
    }
    let (actor, recipient) = (known(row.actor), known(row.recipient))
    let action = parts.actions[row.action]
    let code = codes[row.action] ?? names.number(of: action.code)
    codes[row.action] = code
    count(row, action, actor, recipient, code) { parts.event(row) }
  }

  /// What counting needs of a party.
  private struct Party {
    /// The numbers of its name in dyads and of its code.
    var end: Int32?
    var code: Int32
    var isInScope: Bool
  }

  private mutating func party(_ party: CodedParty) -> Party {
    Party(
      end: party.end.map { names.number(of: $0) }, code: names.number(of: party.code),
      isInScope: scope.includes(party))
  }

  private mutating func count(
    _ event: EventRow, _ action: CodedAction, _ actor: Party, _ recipient: Party, _ number: Int32,
    whole: () -> CodedEvent
  ) {
    guard actor.isInScope else { return }
    guard var one = actor.end, var other = recipient.end, one != other else { return uncounted.domestic += 1 }
    guard action.quad != nil || !needsClass else { return uncounted.unclassed += 1 }
    let index = period.index(of: event.days.lowerBound)
    guard event.days.upperBound == event.days.lowerBound || period.index(of: event.days.upperBound) == index else {
      return uncounted.wide += 1
    }
    var (first, second, code) = (actor.code, recipient.code, number)
    if rule == .mirror {
      let (isTurned, common) = MirrorCode.turned(action.code, actor: names[one], recipient: names[other])
      code = names.number(of: common)
      if isTurned { (one, other, first, second) = (other, one, second, first) }
    }
    var key = Cell.Key(actor: one, recipient: other, period: index)
    if !isDirected, names[other].utf8.lexicographicallyPrecedes(names[one].utf8) {
      (key.actor, key.recipient) = (other, one)
    }
    let cell = position(of: key)
    let reference = Fingerprint(event.reference ?? event.story)
    if let reference, references.insert(reference.combined(with: UInt64(cell))).inserted {
      cells[cell].count.sources += 1
    }
    let row = CountedRow(event, action)
    let day = event.days.lowerBound
    guard rule != .none else {
      if keepsRows { kept.append((whole(), cell)) }
      return add(row, to: cell, on: day, times: 1)
    }
    let story = rule == .day ? nil : event.isStoryReference ? reference : Fingerprint(event.story)
    // The ends too: a code of an actor may belong to another state on another day.
    let group = (story ?? .none).combined(
      with: Reduction.word(one, other), Reduction.word(first, second),
      Reduction.word(code, day.number))
    count(row, of: whole, in: cell, on: day, group)
  }

  private static func word(_ one: Int32, _ other: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: one)) << 32 | UInt64(UInt32(bitPattern: other))
  }

  private mutating func add(_ row: CountedRow, to cell: Int, on day: Day, times: Int) {
    cells[cell].count.add(row, times: times)
    guard keepsScores, let tenths = row.tenths else { return }
    var key = cells[cell].key
    key.period = Int(day.number)
    scores[key, default: 0] += times * Int(tenths)
  }

  private mutating func count(
    _ row: CountedRow, of event: () -> CodedEvent, in cell: Int, on day: Day, _ group: Fingerprint
  ) {
    guard let place = groups[group] else {
      groups[group] = Int32(rows.count)
      if keepsRows { kept.append((event(), cell)) }
      rows.append((row, Int32(cell)))
      return add(row, to: cell, on: day, times: 1)
    }
    let old = rows[Int(place)].row
    let isFirst = row.precedes(old)
    var counted = isFirst ? row : old
    counted.reports = old.reports + 1
    add(old, to: cell, on: day, times: -1)
    add(counted, to: cell, on: day, times: 1)
    rows[Int(place)].row = counted
    if keepsRows, isFirst { kept[Int(place)].event = event() }
  }

  private mutating func position(of key: Cell.Key) -> Int {
    if let position = positions[key] { return position }
    positions[key] = cells.count
    cells.append(Cell(key: key))
    return cells.count - 1
  }

  /// What was counted, sorted by actor, recipient and period.
  package var dyadPeriods: [DyadPeriod] {
    cells.map(dyadPeriod).sorted { $0.precedes($1) }
  }

  private func dyadPeriod(_ cell: Cell) -> DyadPeriod {
    DyadPeriod(
      actor: names[cell.key.actor], recipient: names[cell.key.recipient], period: cell.key.period,
      count: cell.count, total: volume[cell.key.period] ?? 0)
  }

  /// The rows that are counted, by the dyad-period, sorted as those; empty unless they are kept.
  package var countedRows: [(dyad: DyadPeriod, rows: [CodedEvent])] {
    let rows = Dictionary(grouping: kept, by: \.cell)
    return cells.enumerated().compactMap { index, cell in
      rows[index].map { (dyadPeriod(cell), $0.map(\.event)) }
    }.sorted { $0.dyad.precedes($1.dyad) }
  }

  /// The sum of the scores of each dyad and day, in tenths, by day; empty unless they are kept.
  package var dailyScores: [(actor: String, recipient: String, day: Int, tenths: Int)] {
    scores.map { (names[$0.key.actor], names[$0.key.recipient], $0.key.period, $0.value) }.sorted { $0.day < $1.day }
  }

  /// The rows of the whole data set in a period.
  package func volume(at index: Int) -> Int { volume[index] ?? 0 }
}

private struct Cell: Sendable {
  struct Key: Hashable, Sendable {
    var actor: Int32
    var recipient: Int32
    var period: Int
  }
  let key: Key
  var count = EventCount()
}

/// Names and codes by number.
private struct Names: Sendable {
  private var texts: [String] = []
  private var numbers: [Bytes: Int32] = [:]

  subscript(_ number: Int32) -> String { texts[Int(number)] }

  mutating func number(of text: String) -> Int32 {
    let key = Bytes(text: text)
    if let known = numbers[key] { return known }
    let number = Int32(texts.count)
    numbers[key] = number
    texts.append(text)
    return number
  }

  /// Texts are equal if their bytes are, as in databases; Swift also takes texts as equal that differ in the composition
  /// of accents.
  private struct Bytes: Hashable {
    var text: String

    static func == (left: Bytes, right: Bytes) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}

/// Texts as hashes of 128 bits: two of 10⁹ rows have the same hash with a probability below 10⁻²⁰.
private struct Fingerprint: Hashable, Sendable {
  var low: UInt64
  var high: UInt64

  static let none = Fingerprint(low: 0, high: 0)

  private init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

  /// The hash of a text; `nil` where there is none.
  init?(_ text: UnsafeRawBufferPointer?) {
    guard let text, !text.isEmpty else { return nil }
    var (one, other) = (Hasher(), Hasher())
    one.combine(bytes: text)
    other.combine(text.count)
    other.combine(bytes: text)
    self.init(one, other)
  }

  private init(_ one: Hasher, _ other: Hasher) {
    low = UInt64(bitPattern: Int64(one.finalize()))
    high = UInt64(bitPattern: Int64(other.finalize()))
  }

  /// The hash of the text and of these numbers.
  func combined(with first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0) -> Fingerprint {
    var (one, other) = (Hasher(), Hasher())
    one.combine(low)
    other.combine(high)
    one.combine(first)
    other.combine(third)
    one.combine(second)
    other.combine(second)
    one.combine(third)
    other.combine(first)
    one.combine(high)
    other.combine(low)
    return Fingerprint(one, other)
  }
}
