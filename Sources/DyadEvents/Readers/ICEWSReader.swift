internal import DyadCore

extension EventReader {
  static let icews = EventReader(
    id: "icews", formats: "ICEWS of Harvard Dataverse, with either form of dates", syntax: .tabs, hasHeader: true
  ) { head in
    let columns = head.columns(.tabs)
    guard columns.has("Event ID", "Event Date", "Source Name", "CAMEO Code", "Target Name") else { return nil }
    return ICEWSReader(columns)
  }
}

/// Rows of ICEWS; files of 2017 write dates with the month first.
struct ICEWSReader: RowReader {
  private let columns: Int
  private let (id, date, text, code, intensity): (Int, Int, Int, Int, Int)
  private let (source, target): (PartyColumns, PartyColumns)
  private let (story, publisher, place): (Int, Int, PlaceColumns)

  private struct PartyColumns { var (name, sectors, country): (Int, Int, Int) }

  init(_ header: Columns) {
    columns = header.count
    (id, date, text) = (header["Event ID"], header["Event Date"], header["Event Text"])
    (code, intensity) = (header["CAMEO Code"], header["Intensity"])
    source = PartyColumns(
      name: header["Source Name"], sectors: header["Source Sectors"], country: header["Source Country"])
    target = PartyColumns(
      name: header["Target Name"], sectors: header["Target Sectors"], country: header["Target Country"])
    (story, publisher) = (header["Story ID"], header["Publisher"])
    place = PlaceColumns(header, name: "City", country: "Country")
  }

  var dataSet: EventDataSet { .icews }

  func read(_ row: borrowing FieldRow, into reading: inout Reading) throws(RowFault) {
    guard row.count == columns else { throw RowFault(.columns, "\(row.count) columns; expected \(columns)") }
    guard let day = row[date].isoDay ?? row[date].americanDay else { throw RowFault(.date, "date", row[date]) }
    guard dataSet.days.contains(day) else { throw RowFault(.range, "date", row[date]) }
    guard let id = row[id].known else { throw RowFault(.id, "id", row[id]) }
    reading.note(day)
    let actor = party(row, source, day, &reading)
    let recipient = party(row, target, day, &reading)
    guard reading.filter.accepts(actor, recipient), reading.filter.accepts(day...day) else { return }
    reading.add(
      CodedEvent(
        id: id, within: day...day, actor: actor, recipient: recipient, action: try action(row, &reading),
        place: place.place(row, day, &reading), story: row[story].known, reference: row[publisher].known))
  }

  private func party(
    _ row: borrowing FieldRow, _ columns: PartyColumns, _ day: Day, _ reading: inout Reading
  ) -> CodedParty {
    guard let name = row[columns.name].known else { return CodedParty("") }
    return NamedParty(name: name, country: row[columns.country].known, sectors: row[columns.sectors].known)
      .party(on: day, &reading)
  }

  /// Some rows have the label of the code only.
  private func action(_ row: borrowing FieldRow, _ reading: inout Reading) throws(RowFault) -> CodedAction {
    let known: CAMEO?
    if let code = row[code].known {
      guard let listed = reading.action(code) else { return CodedAction(code, tenths: try tenths(row)) }
      known = listed
    } else {
      known = row[text].known.flatMap(CAMEO.labelled)
    }
    guard let known else { throw RowFault(.code, "code of the action", row[code]) }
    return CodedAction(
      known.code, type: known.type, quad: known.quad(by: .icews),
      tenths: try tenths(row) ?? known.tenths(on: .goldsteinICEWS))
  }

  private func tenths(_ row: borrowing FieldRow) throws(RowFault) -> Int? {
    if row[intensity].isMissing { return nil }
    guard let tenths = row[intensity].tenths, abs(tenths) <= 100 else {
      throw RowFault(.score, "intensity", row[intensity])
    }
    return tenths
  }
}

/// The columns of a place.
struct PlaceColumns {
  private let (name, country, latitude, longitude): (Int, Int, Int, Int)

  init(_ header: Columns, name: String, country: String) {
    (self.name, self.country) = (header[name], header[country])
    (latitude, longitude) = (header["Latitude"], header["Longitude"])
  }

  func place(_ row: borrowing FieldRow, _ day: Day, _ reading: inout Reading) -> CodedPlace? {
    let (name, country) = (row[name].known, row[country].known)
    guard name != nil || country != nil else { return nil }
    let state = country.flatMap { code in
      reading.identity.meaning(of: code, in: .iso3, on: day) ?? reading.identity.meaning(of: code, in: .name, on: day)
    }
    if state == nil, let country { reading.count(country, in: .name) }
    return CodedPlace(
      name: name ?? country, state: state?.state, latitude: row[latitude].double, longitude: row[longitude].double)
  }
}
