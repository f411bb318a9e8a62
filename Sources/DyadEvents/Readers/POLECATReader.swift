internal import DyadCore

extension EventReader {
  static let polecat = EventReader(
    id: "polecat", formats: "POLECAT (40 columns, or more at the end)", syntax: .tabs, hasHeader: true
  ) { head in
    let rows = head.rows(.tabs)
    guard var names = rows.first,
      Columns(names).has("Event ID", "Event Type", "Quad Code", "Actor Name", "Recipient Name")
    else { return nil }
    // Some files have a name in the header that no row has a column for.
    if rows.count > 1, rows[1].count == names.count - 1 { names.removeAll { $0 == "Headline" } }
    return POLECATReader(Columns(names))
  }
}

/// Rows of POLECAT; a cell may have several actors, which are an event each.
struct POLECATReader: RowReader {
  private let (id, date, type, mode, intensity, quad): (Int, Int, Int, Int, Int, Int)
  private let (actor, recipient): (PartyColumns, PartyColumns)
  private let (source, version, place): (Int, Int, PlaceColumns)
  private let columns: Int

  private struct PartyColumns {
    var (name, country, cow, sector, title): (Int, Int, Int, Int, Int)

    init(_ header: Columns, _ role: String) {
      (name, country, cow) = (header["\(role) Name"], header["\(role) Country"], header["\(role) COW"])
      (sector, title) = (header["Primary \(role) Sector"], header["\(role) Title"])
    }
  }

  init(_ header: Columns) {
    (id, date, type) = (header["Event ID"], header["Event Date"], header["Event Type"])
    (mode, intensity, quad) = (header["Event Mode"], header["Intensity"], header["Quad Code"])
    (actor, recipient) = (PartyColumns(header, "Actor"), PartyColumns(header, "Recipient"))
    (source, version) = (header["Source"], header["Version"])
    place = PlaceColumns(header, name: "Placename", country: "Country")
    columns = max(recipient.title, recipient.name, quad) + 1
  }

  var dataSet: EventDataSet { .polecat }

  func read(_ row: borrowing FieldRow, into reading: inout Reading) throws(RowFault) {
    guard row.count >= columns else { throw RowFault(.columns, "\(row.count) columns; expected 40") }
    guard let day = row[date].isoDay else { throw RowFault(.date, "date", row[date]) }
    guard dataSet.days.contains(day) else { throw RowFault(.range, "date", row[date]) }
    guard let id = row[id].known else { throw RowFault(.id, "id", row[id]) }
    reading.note(day)
    let action = try action(row, &reading)
    let place = place.place(row, day, &reading)
    var count = 0
    for actor in parties(row, actor, day, &reading) {
      for recipient in parties(row, recipient, day, &reading) {
        count += 1
        guard reading.filter.accepts(actor, recipient), reading.filter.accepts(day...day) else { continue }
        reading.add(
          CodedEvent(
            id: count == 1 ? id : "\(id)/\(count)", within: day...day, actor: actor, recipient: recipient,
            action: action, place: place, story: POLECATReader.story(id), reference: row[source].known,
            version: row[version].known))
      }
    }
  }

  /// The id of an event is the digest of its story and a number.
  private static func story(_ id: String) -> String? {
    id.lastIndex(of: "_").map { String(id[..<$0]) }
  }

  private func action(_ row: borrowing FieldRow, _ reading: inout Reading) throws(RowFault) -> CodedAction {
    guard let name = row[type].known else { throw RowFault(.code, "event type", row[type]) }
    let type = EventType(rawValue: name)
    if type == nil { reading.count(name, in: "action") }
    let quad = row[quad].digits.flatMap(QuadClass.init) ?? row[quad].known.flatMap(POLECATReader.quads)
    guard quad != nil || row[self.quad].isMissing else { throw RowFault(.quad, "quad code", row[self.quad]) }
    let tenths = row[intensity].isMissing ? nil : row[intensity].tenths
    guard row[intensity].isMissing || tenths.map({ abs($0) <= 100 }) == true else {
      throw RowFault(.score, "intensity", row[intensity])
    }
    return CodedAction(
      row[mode].known.map { "\(name):\($0)" } ?? name, type: type, quad: quad, tenths: tenths)
  }

  private static func quads(_ words: String) -> QuadClass? {
    switch words.lowercased() {
    case "verbal cooperation": .verbalCooperation
    case "material cooperation": .materialCooperation
    case "verbal conflict": .verbalConflict
    case "material conflict": .materialConflict
    default: nil
    }
  }

  /// At least one, which may be nobody.
  private func parties(
    _ row: borrowing FieldRow, _ columns: PartyColumns, _ day: Day, _ reading: inout Reading
  ) -> [CodedParty] {
    let names = POLECATReader.list(row[columns.name])
    let (countries, numbers) = (POLECATReader.list(row[columns.country]), POLECATReader.list(row[columns.cow]))
    let (sectors, titles) = (POLECATReader.list(row[columns.sector]), POLECATReader.list(row[columns.title]))
    guard !names.isEmpty || !countries.isEmpty else { return [CodedParty("")] }
    return (0..<max(names.count, countries.count, 1)).map { index in
      let (country, number) = (element(countries, index, names), element(numbers, index, names))
      let name = index < names.count ? names[index] : country ?? ""
      let meaning = meaning(country, number, day, &reading)
      var party =
        meaning == nil && country == nil
        ? NamedParty(name: name).party(on: day, &reading) : CodedParty(name, meaning)
      party.group = reading.name(name, on: day).meaning?.group ?? party.group
      party.sector = element(sectors, index, names).flatMap { reading.sector($0) }
      party.office = element(titles, index, names)
      return party
    }
  }

  /// What the country of a party means: its code or name, or else its number.
  private func meaning(
    _ country: String?, _ number: String?, _ day: Day, _ reading: inout Reading
  ) -> Identity.Meaning? {
    for (code, scheme) in [(country, Identity.Scheme.iso3), (country, .name), (number, .cow)] {
      guard let code, let meaning = reading.identity.meaning(of: code, in: scheme, on: day) else { continue }
      reading.use(code, in: scheme, meaning)
      return meaning
    }
    if let country { reading.count(country, in: .name) }
    return nil
  }

  /// What belongs to the party of that number: a list with a single element belongs to all.
  private func element(_ list: [String], _ index: Int, _ names: [String]) -> String? {
    list.count == 1 && names.count != 1 ? list[0] : index < list.count ? list[index] : nil
  }

  private static func list(_ field: Field) -> [String] {
    guard let text = field.known else { return [] }
    return text.split(separator: ";").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty && $0 != "None" }
  }
}
