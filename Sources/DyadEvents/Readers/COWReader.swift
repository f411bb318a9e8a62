internal import DyadCore

extension EventReader {
  static let alliances = EventReader(
    id: "cow-alliances",
    formats: "COW alliances by member, by dyad (directed or not) and by year, and the dyad-years of peacesciencer",
    syntax: .csv, hasHeader: true
  ) { head in
    let columns = head.columns(.csv)
    let isYearly = columns.has("ccode1", "ccode2", "year", "cow_defense", "cow_entente")
    let isDyadic = columns.has("ccode1", "ccode2", "dyad_st_year", "defense", "entente")
    let isMember = columns.has("version4id", "ccode", "mem_st_year", "defense", "entente")
    guard isYearly || isDyadic || isMember else { return nil }
    return COWReader(.alliances, columns, code: { row, columns in alliance(row, columns) })
  }

  static let disputes = EventReader(
    id: "cow-mids",
    formats:
      """
      COW MIDs: participants (MIDB), which are paired, the dyadic MID data, directed dyad-years, and disputes without \
      parties (MIDA)
      """,
    syntax: .csv,
    hasHeader: true
  ) { head in
    let columns = head.columns(.csv)
    if DyadicDisputeReader.recognizes(columns) { return DyadicDisputeReader(columns) }
    guard columns.has("dispnum"), columns.has("hostlev") || columns.has("hostlev1") else { return nil }
    if columns.has("ccode", "sidea") { return DisputeReader(columns) }
    let level = columns.has("ccode1", "hostlev1") ? "hostlev1" : "hostlev"
    return COWReader(.disputes, columns) { row, columns throws(RowFault) in
      guard let code = row[columns[level]].known else {
        throw RowFault(.code, "level of hostility", row[columns[level]])
      }
      return code
    }
  }

  static let diplomacy = EventReader(
    id: "cow-diplomacy", formats: "COW diplomatic exchange", syntax: .csv, hasHeader: true
  ) { head in
    let columns = head.columns(.csv)
    guard columns.has("ccode1", "ccode2", "year", "DR_at_1", "DR_at_2") else { return nil }
    return COWReader(.diplomacy, columns) { row, columns throws(RowFault) in
      let level = row[columns["DR_at_2"]]
      guard let code = level.known else { throw RowFault(.code, "level of representation", level) }
      // No representation is no event.
      return code == "0" ? nil : code
    }
  }

  static let membership = EventReader(
    id: "cow-states", formats: "COW membership in the state system", syntax: .csv, hasHeader: true
  ) { head in
    let columns = head.columns(.csv)
    guard columns.has("stateabb", "ccode", "styear", "endyear") else { return nil }
    guard !columns.has("dispnum"), !columns.has("version4id") else { return nil }
    return COWReader(.membership, columns) { _, _ in "member" }
  }

  /// The highest of the obligations; a treaty may have several, and a few have none.
  private static func alliance(_ row: borrowing FieldRow, _ columns: Columns) -> String {
    for (names, code) in [
      (["defense", "cow_defense"], "defense"), (["neutrality", "cow_neutral"], "neutrality"),
      (["nonaggression", "cow_nonagg"], "nonaggression"), (["entente", "cow_entente"], "entente"),
    ] {
      for name in names where row[columns[name]].integer == 1 { return code }
    }
    return "none"
  }
}

/// Rows of Correlates of War: one or two states by number, and a year or the days from a start to an end.
struct COWReader: RowReader {
  let dataSet: EventDataSet
  private let header: Columns
  private let code: (borrowing FieldRow, Columns) throws(RowFault) -> String?
  private let keys: [Int]
  private let (one, two, year): (Int, Int, Int)
  private let (start, end): (DateColumns, DateColumns)

  /// The code is `nil` where a row is no event.
  init(
    _ dataSet: EventDataSet, _ header: Columns,
    code: @escaping (borrowing FieldRow, Columns) throws(RowFault) -> String?
  ) {
    (self.dataSet, self.header, self.code) = (dataSet, header, code)
    one = header.has("ccode1") ? header["ccode1"] : header["ccode"]
    two = header["ccode2"]
    year = header["year"]
    keys = [header["version4id"], header["dispnum"], one, two, year].filter { $0 >= 0 }
    start = DateColumns(header, ["mem_st_", "dyad_st_", "st"])
    end = DateColumns(header, ["mem_end_", "dyad_end_", "end"])
  }

  func read(_ row: borrowing FieldRow, into reading: inout Reading) throws(RowFault) {
    guard row.count == header.count else { throw RowFault(.columns, "\(row.count) columns; expected \(header.count)") }
    let days = try self.days(row)
    guard dataSet.days.contains(days.lowerBound) else { throw RowFault(.range, "date \(days.lowerBound)") }
    reading.note(days.lowerBound)
    let (actor, recipient) = (party(row, one, days, &reading), party(row, two, days, &reading))
    guard let code = try code(row, header) else { return }
    guard reading.filter.accepts(actor, recipient), reading.filter.accepts(days) else { return }
    var id = ""
    for key in keys {
      guard let part = row[key].known else { throw RowFault(.id, "number", row[key]) }
      id += id.isEmpty ? part : "-" + part
    }
    reading.add(
      CodedEvent(id: id, within: days, actor: actor, recipient: recipient, action: CodedAction(code)))
  }

  /// A number means the state that bore it at the end of the days.
  private func party(
    _ row: borrowing FieldRow, _ column: Int, _ days: ClosedRange<Day>, _ reading: inout Reading
  ) -> CodedParty {
    guard let number = row[column].integer else { return CodedParty("") }
    return CodedParty(String(number), reading.meaning(of: String(number), in: .cow, on: days.upperBound))
  }

  private func days(_ row: borrowing FieldRow) throws(RowFault) -> ClosedRange<Day> {
    if year >= 0 {
      guard let number = row[year].integer, number > 0, let days = Day.ofYear(number) else {
        throw RowFault(.date, "year", row[year])
      }
      return days
    }
    guard let first = start.days(row)?.lowerBound else { throw RowFault(.date, "start date", row[start.year]) }
    // MIDs without an end are known by their month; an empty end is one that has not come yet.
    if end.year < 0 { return start.days(row) ?? first...first }
    if end.isMissing(row) { return first...dataSet.days.upperBound }
    guard let last = end.days(row)?.upperBound, first <= last else { throw RowFault(.date, "end date", row[end.year]) }
    return first...last
  }
}

/// The columns of a date, of which the day and the month may be unknown (-9).
struct DateColumns {
  let (year, month, day): (Int, Int, Int)

  init(year: Int, month: Int, day: Int) { (self.year, self.month, self.day) = (year, month, day) }

  init(_ header: Columns, _ prefixes: [String]) {
    let prefix = prefixes.first { header.has($0 + "year") } ?? ""
    year = header[prefix + "year"]
    month = header.has(prefix + "month") ? header[prefix + "month"] : header[prefix + "mon"]
    day = header[prefix + "day"]
  }

  func isMissing(_ row: borrowing FieldRow) -> Bool { row[year].isMissing || row[year].integer == -9 }

  func days(_ row: borrowing FieldRow) -> ClosedRange<Day>? {
    guard let year = row[year].integer, year > 0, let all = Day.ofYear(year) else { return nil }
    guard let month = row[month].integer, month > 0 else { return all }
    guard let first = Day(year, month, 1) else { return nil }
    guard let day = row[day].integer, day > 0 else { return first.daysOfMonth }
    return Day(year, month, day).map { $0...$0 }
  }
}
