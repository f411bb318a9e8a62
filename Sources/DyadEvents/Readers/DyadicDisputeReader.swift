internal import DyadCore

/// Rows of the dyadic MID data (Maoz et al.), which has a row for each dyad of a dispute and year, with both states.
///
/// A row makes an event in each direction, with the level of hostility of the actor, on the days of the year that are within the
/// dispute of the dyad. Where a file has both orders of a dyad, each direction is read once.
final class DyadicDisputeReader: RowReader {
  private let header: Columns
  private let (dispute, year): (Int, Int)
  private let sides: [(state: Int, level: Int)]
  private let (start, end): (DateColumns, DateColumns)
  private var known: Set<String> = []

  init(_ header: Columns) {
    self.header = header
    (dispute, year) = (header["disno"], header["year"])
    sides = [(header["statea"], header["hihosta"]), (header["stateb"], header["hihostb"])]
    start = DateColumns(year: header["strtyr"], month: header["strtmnth"], day: header["strtday"])
    end = DateColumns(year: header["endyear"], month: header["endmnth"], day: header["endday"])
  }

  var dataSet: EventDataSet { .disputes }

  static func recognizes(_ header: Columns) -> Bool {
    header.has("disno", "statea", "stateb", "strtyr", "endyear", "hihosta", "hihostb", "year")
  }

  func read(_ row: borrowing FieldRow, into reading: inout Reading) throws(RowFault) {
    guard row.count == header.count else { throw RowFault(.columns, "\(row.count) columns; expected \(header.count)") }
    guard let id = row[dispute].known else { throw RowFault(.id, "number of the dispute", row[dispute]) }
    let days = try days(row)
    guard dataSet.days.contains(days.lowerBound) else { throw RowFault(.range, "date \(days.lowerBound)") }
    var states: [(number: String, level: String)] = []
    for (state, level) in sides {
      guard let number = row[state].integer else { throw RowFault(.id, "number of the state", row[state]) }
      guard let level = row[level].known else { throw RowFault(.code, "level of hostility", row[level]) }
      states.append((String(number), level))
    }
    reading.note(days.lowerBound)
    let parties = states.map { CodedParty($0.number, reading.meaning(of: $0.number, in: .cow, on: days.upperBound)) }
    guard reading.filter.accepts(parties[0], parties[1]), reading.filter.accepts(days) else { return }
    for (actor, recipient) in [(0, 1), (1, 0)] {
      let event = "\(id)-\(states[actor].number)-\(states[recipient].number)-\(row[year].text)"
      guard known.insert(event).inserted else { continue }
      reading.add(
        CodedEvent(
          id: event, within: days, actor: parties[actor], recipient: parties[recipient],
          action: CodedAction(states[actor].level)))
    }
  }

  /// The days of the year that are within the dispute.
  private func days(_ row: borrowing FieldRow) throws(RowFault) -> ClosedRange<Day> {
    guard let number = row[year].integer, number > 0, let whole = Day.ofYear(number) else {
      throw RowFault(.date, "year", row[year])
    }
    guard let first = start.days(row)?.lowerBound else { throw RowFault(.date, "start date", row[start.year]) }
    guard let last = end.days(row)?.upperBound, first <= last else { throw RowFault(.date, "end date", row[end.year]) }
    guard whole.overlaps(first...last) else {
      throw RowFault(.date, "the year \(number) is outside of the dispute, \(first) to \(last)")
    }
    return whole.clamped(to: first...last)
  }
}
