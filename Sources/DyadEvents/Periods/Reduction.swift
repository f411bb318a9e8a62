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
  private var rows: [(row: CountedRow, cell: Int)] = []
  private var groups: [Fingerprint: Int] = [:]
  private var references: Set<Fingerprint> = []
  private var volume: [Int: Int] = [:]

  /// - Parameter needsClass: whether events without a quad class are left out, as a table of dyad-periods requires.
  package init(
    by period: Period, rule: CountingRule, isDirected: Bool = true, scope: ActorScope = .all, needsClass: Bool = true
  ) {
    (self.period, self.rule, self.isDirected, self.scope) = (period, rule, isDirected, scope)
    self.needsClass = needsClass
  }

  /// Counts rows of the data set on a day, whether they are of a dyad or not.
  package mutating func addVolume(_ rows: Int, on day: Day) { volume[period.index(of: day), default: 0] += rows }

  /// Counts an event.
  package mutating func add(_ event: CodedEvent) {
    guard scope.includes(event.actor) else { return }
    guard var actor = event.actor.end, var recipient = event.recipient.end, actor != recipient else {
      uncounted.domestic += 1
      return
    }
    guard event.action.quad != nil || !needsClass else { return uncounted.unclassed += 1 }
    let index = period.index(of: event.days.lowerBound)
    guard event.days.upperBound == event.days.lowerBound || period.index(of: event.days.upperBound) == index else {
      return uncounted.wide += 1
    }
    var (first, second, code) = (event.actor.code, event.recipient.code, event.action.code)
    if rule == .mirror {
      let (isTurned, common) = MirrorCode.turned(code, actor: actor, recipient: recipient)
      code = common
      if isTurned { (actor, recipient, first, second) = (recipient, actor, second, first) }
    }
    var key = Cell.Key(actor: actor, recipient: recipient, period: index)
    if !isDirected, recipient.utf8.lexicographicallyPrecedes(actor.utf8) {
      (key.actor, key.recipient) = (recipient, actor)
    }
    let cell = position(of: key)
    let reference = event.reference ?? event.story ?? ""
    if !reference.isEmpty, references.insert(Fingerprint([reference], UInt64(cell))).inserted {
      cells[cell].count.sources += 1
    }
    let row = CountedRow(event)
    guard rule != .none else { return cells[cell].count.add(row, times: 1) }
    let story = rule == .day ? "" : event.story ?? ""
    // The ends too: a code of an actor may belong to another state on another day.
    let group = Fingerprint(
      [actor, recipient, first, second, code, story],
      UInt64(truncatingIfNeeded: Int(event.days.lowerBound.number)))
    count(row, in: cell, group)
  }

  private mutating func count(_ row: CountedRow, in cell: Int, _ group: Fingerprint) {
    guard let place = groups[group] else {
      groups[group] = rows.count
      rows.append((row, cell))
      return cells[cell].count.add(row, times: 1)
    }
    let old = rows[place].row
    var kept = row.precedes(old) ? row : old
    kept.reports = old.reports + 1
    cells[cell].count.add(old, times: -1)
    cells[cell].count.add(kept, times: 1)
    rows[place].row = kept
  }

  private mutating func position(of key: Cell.Key) -> Int {
    if let position = positions[key] { return position }
    positions[key] = cells.count
    cells.append(Cell(key: key))
    return cells.count - 1
  }

  /// What was counted, sorted by actor, recipient and period.
  package var dyadPeriods: [DyadPeriod] {
    cells.map { cell in
      DyadPeriod(
        actor: cell.key.actor, recipient: cell.key.recipient, period: cell.key.period, count: cell.count,
        total: volume[cell.key.period] ?? 0)
    }.sorted { $0.precedes($1) }
  }

  /// The rows of the whole data set in a period.
  package func volume(at index: Int) -> Int { volume[index] ?? 0 }
}

private struct Cell: Sendable {
  struct Key: Hashable, Sendable {
    var actor: String
    var recipient: String
    var period: Int
  }
  let key: Key
  var count = EventCount()
}

/// Texts as hashes of 128 bits: two of 10⁹ rows have the same hash with a probability below 10⁻²⁰.
///
/// Texts are equal if their bytes are, as in databases; Swift also takes texts as equal that differ in the composition
/// of accents.
private struct Fingerprint: Hashable, Sendable {
  let low: UInt64
  let high: UInt64

  init(_ texts: [String], _ number: UInt64) {
    var (one, other) = (Hasher(), Hasher())
    one.combine(number)
    other.combine(~number)
    for var text in texts {
      text.withUTF8 { bytes in
        one.combine(bytes.count)
        one.combine(bytes: UnsafeRawBufferPointer(bytes))
        other.combine(bytes.count)
        other.combine(bytes: UnsafeRawBufferPointer(bytes))
      }
    }
    (low, high) = (UInt64(bitPattern: Int64(one.finalize())), UInt64(bitPattern: Int64(other.finalize())))
  }
}
