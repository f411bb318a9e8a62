internal import DyadCore

extension EventReader {
  static let ged = EventReader(
    id: "ucdp-ged", formats: "UCDP GED, also the candidate versions", syntax: .csv, hasHeader: true
  ) { head in
    let columns = head.columns(.csv)
    guard columns.has("id", "type_of_violence", "side_a", "side_b", "date_start", "date_end", "best") else {
      return nil
    }
    return GEDReader(columns)
  }

  static let conflictYears = EventReader(
    id: "ucdp-acd", formats: "UCDP/PRIO conflict-years", syntax: .csv, hasHeader: true
  ) { head in
    let columns = head.columns(.csv)
    guard columns.has("conflict_id", "year", "gwno_a", "gwno_b", "intensity_level", "type_of_conflict") else {
      return nil
    }
    return ConflictYearReader(columns)
  }
}

/// Rows of UCDP's events. The days from the start to the end are those that its precision allows.
struct GEDReader: RowReader {
  private let header: Columns
  private let (id, type, start, end): (Int, Int, Int, Int)
  private let (names, numbers): ([Int], [Int])
  private let (best, low, high): (Int, Int, Int)
  private let (sources, article, office, headline, place): (Int, Int, Int, Int, PlaceColumns)

  init(_ header: Columns) {
    self.header = header
    (id, type) = (header["id"], header["type_of_violence"])
    (start, end) = (header["date_start"], header["date_end"])
    (names, numbers) = ([header["side_a"], header["side_b"]], [header["gwnoa"], header["gwnob"]])
    (best, low, high) = (header["best"], header["low"], header["high"])
    (sources, article) = (header["number_of_sources"], header["source_article"])
    (office, headline) = (header["source_office"], header["source_headline"])
    place = PlaceColumns(header, name: "where_coordinates", country: "country")
  }

  var dataSet: EventDataSet { .ged }

  func read(_ row: borrowing FieldRow, into reading: inout Reading) throws(RowFault) {
    guard row.count == header.count else { throw RowFault(.columns, "\(row.count) columns; expected \(header.count)") }
    guard let first = row[start].isoDay else { throw RowFault(.date, "start date", row[start]) }
    guard let last = row[end].isoDay, first <= last else { throw RowFault(.date, "end date", row[end]) }
    guard dataSet.days.contains(first), dataSet.days.contains(last) else { throw RowFault(.range, "date", row[start]) }
    reading.note(first)
    guard let id = row[id].known else { throw RowFault(.id, "id", row[id]) }
    guard let type = row[type].known else { throw RowFault(.code, "type of violence", row[type]) }
    let (actor, recipient) = (side(row, 0, first, &reading), side(row, 1, first, &reading))
    guard reading.filter.accepts(actor, recipient), reading.filter.accepts(first...last) else { return }
    // -1: not counted.
    let sources = max(1, row[sources].integer ?? 1)
    reading.add(
      CodedEvent(
        id: id, within: first...last, actor: actor, recipient: recipient, action: CodedAction(type),
        reports: ReportCount(sources: sources),
        deaths: DeathCount(best: try count(row[best]), low: try count(row[low]), high: try count(row[high])),
        place: place.place(row, first, &reading), reference: reference(row)))
  }

  private func count(_ field: Field) throws(RowFault) -> Int {
    guard let count = field.isMissing ? 0 : field.integer, count >= 0 else { throw RowFault(.number, "deaths", field) }
    return count
  }

  private func reference(_ row: borrowing FieldRow) -> String? {
    if let headline = row[headline].known {
      return [row[office].known, headline].compactMap { $0 }.joined(separator: ": ")
    }
    return row[article].known
  }

  private func side(_ row: borrowing FieldRow, _ index: Int, _ day: Day, _ reading: inout Reading) -> CodedParty {
    let name = row[names[index]].text
    guard row[numbers[index]].isMissing else {
      return CodedParty(name, reading.meaning(of: row[numbers[index]], in: .gw, on: day), sector: "GOV")
    }
    if name.hasPrefix("Government of ") {
      return CodedParty(name, reading.meaning(of: String(name.dropFirst(14)), in: .name, on: day), sector: "GOV")
    }
    let meaning = reading.identity.meaning(of: name, in: .name, on: day)
    reading.use(name, in: .name, meaning)
    return CodedParty(name, meaning, sector: name == "Civilians" ? "CVL" : nil)
  }
}

/// Rows of the conflicts of each year: the code is the type of the conflict and its intensity.
struct ConflictYearReader: RowReader {
  private let header: Columns
  private let (id, year, type, intensity): (Int, Int, Int, Int)
  private let (sides, names, seconds): ([Int], [Int], [Int])

  init(_ header: Columns) {
    self.header = header
    (id, year) = (header["conflict_id"], header["year"])
    (type, intensity) = (header["type_of_conflict"], header["intensity_level"])
    (sides, names) = ([header["gwno_a"], header["gwno_b"]], [header["side_a"], header["side_b"]])
    seconds = [header["gwno_a_2nd"], header["gwno_b_2nd"]]
  }

  var dataSet: EventDataSet { .conflictYears }

  func read(_ row: borrowing FieldRow, into reading: inout Reading) throws(RowFault) {
    guard row.count == header.count else { throw RowFault(.columns, "\(row.count) columns; expected \(header.count)") }
    guard let days = row[year].integer.flatMap(Day.ofYear) else { throw RowFault(.date, "year", row[year]) }
    guard dataSet.days.contains(days.lowerBound) else { throw RowFault(.range, "year", row[year]) }
    reading.note(days.lowerBound)
    guard let id = row[id].known else { throw RowFault(.id, "conflict id", row[id]) }
    guard let type = row[type].known, let intensity = row[intensity].known else {
      throw RowFault(.code, "type of the conflict", row[type])
    }
    let (actors, recipients) = (side(row, 0, days.upperBound, &reading), side(row, 1, days.upperBound, &reading))
    // Rows of the supporting states differ in nothing else.
    let seconds = [row[seconds[0]].text, row[seconds[1]].text].filter { !$0.isEmpty }.map { "+\($0)" }.joined()
    for actor in actors {
      for recipient in recipients {
        guard reading.filter.accepts(actor, recipient), reading.filter.accepts(days) else { continue }
        reading.add(
          CodedEvent(
            id: "\(id)-\(row[year].text)-\(actor.code)-\(recipient.code)\(seconds)", within: days, actor: actor,
            recipient: recipient, action: CodedAction("\(type):\(intensity)")))
      }
    }
  }

  /// The governments of a side, whose numbers may be a list; or the party that is none.
  private func side(_ row: borrowing FieldRow, _ index: Int, _ day: Day, _ reading: inout Reading) -> [CodedParty] {
    let numbers = row[sides[index]].text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }).map(String.init)
    guard !numbers.isEmpty else { return [CodedParty(row[names[index]].text)] }
    return numbers.map { CodedParty($0, reading.meaning(of: $0, in: .gw, on: day), sector: "GOV") }
  }
}
