internal import DyadCore
internal import DyadSyntax

extension DyadPeriodTable {
  /// What is wrong in a line of a table.
  package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    package let line: Int
    /// What is wrong, in lower case and without a full stop.
    package let message: String

    init(_ line: Int, _ message: String) { (self.line, self.message) = (line, message) }

    /// `line 3: …`
    package var description: String { "line \(line): \(message)" }
  }

  /// Reads a table, and checks that its sums come out, and that its rows are sorted and distinct.
  ///
  /// The column `total` may be missing. Where a data set does not say them, the cells of reports, sources, tenths,
  /// mentions and total are empty, those of tenths in all rows: a row without scores is not one of neutral scores.
  package init(reading bytes: [UInt8]) throws(Fault) {
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
    guard !bytes.isEmpty else { throw Fault(1, "the file is empty") }
    head = try Head(line: String(decoding: bytes[..<end], as: UTF8.self))
    rows = []
    var parser = CSVParser(Array(bytes[end...].dropFirst()), document: "")
    guard let names = parser.next()?.map(\.text) else { throw Fault(2, "expected the names of the columns") }
    guard names == DyadPeriodTable.columns || names == DyadPeriodTable.columns.dropLast() else {
      throw Fault(2, "expected the columns \(DyadPeriodTable.columns.joined(separator: ","))")
    }
    while let cells = parser.next() {
      let line = (cells.first?.location.line ?? 0) + 1
      if let error = parser.errors.first { throw Fault(error.location.line + 1, error.message) }
      let row = try DyadPeriodTable.row(cells.map(\.text), line, columns: names.count, head.period)
      if let last = rows.last, !last.precedes(row) {
        let isTwice = (last.actor, last.recipient, last.period) == (row.actor, row.recipient, row.period)
        throw Fault(
          line,
          isTwice
            ? "duplicate row of '\(row.actor)', '\(row.recipient)', \(cells[2].text)"
            : "the rows are not sorted by actor, recipient and period")
      }
      if let first = rows.first, (first.count.scored == 0) != (row.count.scored == 0) {
        throw Fault(line, "'tenths' is empty in some rows and not in others")
      }
      rows.append(row)
    }
    if let error = parser.errors.first { throw Fault(error.location.line + 1, error.message) }
  }

  private static let optionalColumns: Set = ["reports", "sources", "tenths", "mentions", "total"]

  private static func row(_ cells: [String], _ line: Int, columns: Int, _ period: Period) throws(Fault) -> DyadPeriod {
    guard cells.count == columns else { throw Fault(line, "expected \(columns) cells, found \(cells.count)") }
    guard !cells[0].isEmpty, !cells[1].isEmpty, cells[0] != cells[1] else {
      throw Fault(line, "expected two different parties")
    }
    guard let index = period.index(named: cells[2]) else {
      throw Fault(line, "'\(cells[2])' is not a valid \(period.rawValue)")
    }
    var numbers: [Int] = []
    for (name, cell) in zip(DyadPeriodTable.columns, cells).dropFirst(3) {
      if cell.isEmpty, DyadPeriodTable.optionalColumns.contains(name) {
        numbers.append(name == "reports" ? numbers[0] : 0)
        continue
      }
      guard let number = Int(cell), number >= 0 || name == "tenths" else {
        throw Fault(line, "'\(cell)' is not a valid number for '\(name)'")
      }
      numbers.append(number)
    }
    var count = EventCount()
    (count.events, count.reports, count.sources) = (numbers[0], numbers[1], numbers[2])
    for (quad, number) in zip(QuadClass.allCases, numbers[3...]) { count[quad] = number }
    (count.tenths, count.mentions, count.scored) = (numbers[7], numbers[8], cells[10].isEmpty ? 0 : numbers[0])
    let (sum, hasOverflow) = numbers[3...6].reduce((0, false)) { partial, number in
      let (sum, overflow) = partial.0.addingReportingOverflow(number)
      return (sum, partial.1 || overflow)
    }
    guard !hasOverflow, count.events > 0, sum == count.events else {
      throw Fault(line, "q1 + q2 + q3 + q4 is not n = \(count.events)")
    }
    guard count.reports >= count.events else { throw Fault(line, "fewer reports than events") }
    guard count.tenths.magnitude / 100 <= count.events.magnitude,
      count.tenths.magnitude <= count.events.magnitude &* 100
    else { throw Fault(line, "tenths \(count.tenths) are beyond ±100 for each of \(count.events) events") }
    return DyadPeriod(
      actor: cells[0], recipient: cells[1], period: index, count: count, total: numbers.count > 9 ? numbers[9] : 0)
  }
}
