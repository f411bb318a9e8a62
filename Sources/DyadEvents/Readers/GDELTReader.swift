internal import DyadCore

extension EventReader {
  static let gdelt = EventReader(
    id: "gdelt", formats: "GDELT 1.0 (57 or 58 columns) and 2.0 (61), also of the translated stream", syntax: .tabs,
    hasHeader: false
  ) { head in
    for row in head.rows(.tabs) {
      guard let version = GDELTReader.Version(columns: row.count), row[1].count == 8, Int(row[1]) != nil,
        Int(row[0]) != nil
      else { continue }
      return GDELTReader(version: version)
    }
    return nil
  }
}

/// Rows of GDELT's event tables, which have no header and are recognized by the number of columns.
struct GDELTReader: RowReader {
  enum Version {
    case one, two

    init?(columns: Int) {
      switch columns {
      // The files before April 2013 have no addresses.
      case 57, 58: self = .one
      case 61: self = .two
      default: return nil
      }
    }
  }

  let version: Version

  var dataSet: EventDataSet { version == .one ? .gdelt1 : .gdelt2 }

  /// The first column of an actor: code, name, country, known group, ethnicity, two religions, three types.
  private static let (actor, recipient) = (5, 15)

  func read(_ row: borrowing FieldRow, into reading: inout Reading) throws(RowFault) {
    guard Version(columns: row.count) == version else {
      throw RowFault(.columns, "\(row.count) columns; expected \(version == .one ? "57 or 58" : "61")")
    }
    guard let day = row[1].compactDay else { throw RowFault(.date, "date", row[1]) }
    guard dataSet.days.contains(day) else { throw RowFault(.range, "date", row[1]) }
    guard row[0].digits != nil else { throw RowFault(.id, "id", row[0]) }
    guard !row[26].isEmpty else { throw RowFault(.code, "code of the action", row[26]) }
    reading.note(day)
    let actor = reading.country(row[GDELTReader.actor + 2], on: day)
    let recipient = reading.country(row[GDELTReader.recipient + 2], on: day)
    guard reading.filter.accepts(actor, recipient), reading.filter.accepts(day...day) else { return }

    let address = row[version == .one ? 57 : 60]
    let reference = address.isEmpty ? nil : address.text(in: reading.texts)
    reading.add(
      EventRow(
        id: row[0].bytes, days: day...day, actor: party(row, GDELTReader.actor, actor, &reading),
        recipient: party(row, GDELTReader.recipient, recipient, &reading), action: try action(row, &reading),
        place: place(row, day, &reading),
        reports: ReportCount(
          mentions: try count(row[31]), sources: try count(row[32]), articles: try count(row[33])),
        story: reference, reference: reference))
  }

  private func party(
    _ row: borrowing FieldRow, _ first: Int, _ meaning: Identity.Meaning?, _ reading: inout Reading
  ) -> Int {
    let fields = row.bytes(of: first...first + 7)
    if let known = reading.known.parties.number(of: fields) { return known }
    let group = row[first + 3].content
    let number = reading.parts.number(
      of: CodedParty(row[first].text, meaning, group: group, sector: row[first + 7].content))
    if let group, ActorCode.all[group] == nil, State.all[group] == nil {
      reading.count(group, in: "group")
    } else if reading.uses == nil, !reading.identity.isDated(.cameo) {
      reading.known.parties.add(fields, number)
    }
    return number
  }

  private func action(_ row: borrowing FieldRow, _ reading: inout Reading) throws(RowFault) -> Int {
    let fields = row.bytes(of: 26...30)
    if let known = reading.known.actions.number(of: fields) { return known }
    guard let quad = row[29].digits.flatMap(QuadClass.init) else { throw RowFault(.quad, "quad class", row[29]) }
    let tenths = row[30].isEmpty ? nil : row[30].tenths
    guard row[30].isEmpty || tenths.map({ abs($0) <= 100 }) == true else { throw RowFault(.score, "score", row[30]) }
    let listed = reading.action(row[26].text)
    let number = reading.parts.number(of: CodedAction(row[26].text, type: listed?.type, quad: quad, tenths: tenths))
    if listed != nil { reading.known.actions.add(fields, number) }
    return number
  }

  private func count(_ field: Field) throws(RowFault) -> Int {
    guard let count = field.isEmpty ? 0 : field.digits else { throw RowFault(.number, "count", field) }
    return count
  }

  /// Names of places are of no use without a country, so that rows about nowhere have no place.
  private func place(_ row: borrowing FieldRow, _ day: Day, _ reading: inout Reading) -> Int? {
    let (name, latitude) = version == .one ? (50, 53) : (52, 56)
    guard !row[name + 1].isEmpty else { return nil }
    let fields = row.bytes(of: name...latitude + 1)
    if let known = reading.known.places.number(of: fields) { return known }
    let state = reading.meaning(of: row[name + 1], in: .fips, on: day)
    let number = reading.parts.number(
      of: CodedPlace(
        name: row[name].content, state: state?.state, latitude: row[latitude].double,
        longitude: row[latitude + 1].double))
    if state != nil, !reading.identity.isDated(.fips) { reading.known.places.add(fields, number) }
    return number
  }
}
