internal import DyadCore

extension EventReader {
  static let acled = EventReader(
    id: "acled", formats: "ACLED, before and after the change of columns in March 2023", syntax: .csv, hasHeader: true
  ) { head in
    let columns = head.columns(.csv)
    guard columns.has("event_id_cnty", "event_date", "event_type", "actor1", "actor2") else { return nil }
    return ACLEDReader(columns)
  }
}

/// Rows of ACLED. Its first and second actor are in no order.
struct ACLEDReader: RowReader {
  private let header: Columns
  private let (id, date, precision, type, subtype): (Int, Int, Int, Int, Int)
  private let (actors, sorts): ([Int], [Int])
  private let (deaths, source, version, place): (Int, Int, Int, PlaceColumns)

  init(_ header: Columns) {
    self.header = header
    (id, date, precision) = (header["event_id_cnty"], header["event_date"], header["time_precision"])
    (type, subtype) = (header["event_type"], header["sub_event_type"])
    (actors, sorts) = ([header["actor1"], header["actor2"]], [header["inter1"], header["inter2"]])
    (deaths, source, version) = (header["fatalities"], header["source"], header["timestamp"])
    place = PlaceColumns(header, name: "location", country: "country")
  }

  var dataSet: EventDataSet { .acled }

  func read(_ row: borrowing FieldRow, into reading: inout Reading) throws(RowFault) {
    guard row.count == header.count else { throw RowFault(.columns, "\(row.count) columns; expected \(header.count)") }
    guard let day = row[date].isoDay ?? row[date].writtenDay else { throw RowFault(.date, "date", row[date]) }
    guard dataSet.days.contains(day) else { throw RowFault(.range, "date", row[date]) }
    reading.note(day)
    guard let id = row[id].known else { throw RowFault(.id, "id", row[id]) }
    guard let type = row[type].known else { throw RowFault(.code, "event type", row[type]) }
    let days: ClosedRange<Day>
    switch row[precision].text {
    case "", "1": days = day...day
    // The day is the middle of the week.
    case "2": days = day.advanced(by: -3)...day.advanced(by: 3)
    case "3": days = day.daysOfMonth
    default: throw RowFault(.date, "time precision", row[precision])
    }
    let (actor, recipient) = (party(row, 0, day, &reading), party(row, 1, day, &reading))
    guard reading.filter.accepts(actor, recipient), reading.filter.accepts(days) else { return }
    var dead: DeathCount?
    if !row[deaths].isMissing {
      guard let count = row[deaths].integer, count >= 0 else { throw RowFault(.number, "fatalities", row[deaths]) }
      dead = DeathCount(best: count, low: count, high: count)
    }
    reading.add(
      CodedEvent(
        id: id, within: days, actor: actor, recipient: recipient,
        action: CodedAction(row[subtype].known.map { "\(type):\($0)" } ?? type),
        reports: ReportCount(sources: max(1, row[source].text.split(separator: ";").count)), deaths: dead,
        place: place.place(row, day, &reading), reference: row[source].known, version: row[version].known))
  }

  private func party(_ row: borrowing FieldRow, _ index: Int, _ day: Day, _ reading: inout Reading) -> CodedParty {
    guard let name = row[actors[index]].known else { return CodedParty("") }
    let sort = row[sorts[index]].text.lowercased()
    var meaning = reading.identity.meaning(of: name, in: .name, on: day)
    // Only forces of a state are named after it; "Rioters (Pakistan)" act for nobody.
    if meaning == nil, ["1", "8", "state forces", "external/other forces"].contains(sort) || sort.isEmpty {
      meaning = ACLEDReader.state(in: name).flatMap { reading.meaning(of: $0, in: .name, on: day) }
    } else {
      reading.use(name, in: .name, meaning)
    }
    return CodedParty(name, meaning, sector: ACLEDReader.sector(name, sort))
  }

  /// `Military Forces of Pakistan (2018-2022) Frontier Corps` names Pakistan.
  private static func state(in name: String) -> String? {
    guard let of = name.firstRange(of: " of ") else { return nil }
    let rest = name[of.upperBound...].prefix { $0 != "(" }
    let bare = rest.hasPrefix("the ") ? rest.dropFirst(4) : rest
    return String(bare.reversed().drop { $0 == " " }.reversed())
  }

  private static func sector(_ name: String, _ sort: String) -> String? {
    switch sort {
    case "1", "8", "state forces", "external/other forces":
      if name.hasPrefix("Police") { return "COP" }
      if name.hasPrefix("Military") { return "MIL" }
      return name.hasPrefix("Government") ? "GOV" : nil
    case "2", "rebel group", "rebel groups", "rebel forces": return "REB"
    case "7", "civilians": return "CVL"
    default: return nil
    }
  }
}
