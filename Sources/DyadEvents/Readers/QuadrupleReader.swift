internal import DyadCore

extension EventReader {
  static let quadruples = EventReader(
    id: "quadruples",
    formats: "ICEWS14, ICEWS05-15, ICEWS18 and GDELT as quadruples: by names, or by numbers with their tables beside",
    syntax: .tabs, hasHeader: false
  ) { (head) throws(EventFileError) in
    let rows = head.rows(.tabs)
    guard let first = rows.first, rows.allSatisfy({ $0.count == first.count }) else { return nil }
    let isNumbered = first.allSatisfy { Int($0) != nil }
    if first.count == 4, !isNumbered, rows.contains(where: { Day($0[3]) != nil }) {
      return QuadrupleReader(columns: 4, numbering: nil)
    }
    guard isNumbered, first.count == 4 || first.count == 5 else { return nil }
    return QuadrupleReader(columns: first.count, numbering: try Numbering(beside: head.path))
  }
}

/// Quadruples: subject, relation, object, time. Equal ones were dropped, so that their number is not that of events.
struct QuadrupleReader: RowReader {
  let columns: Int
  /// What the numbers mean; `nil` where rows have names and days.
  let numbering: Numbering?

  var dataSet: EventDataSet { .quadruples }

  func read(_ row: borrowing FieldRow, into reading: inout Reading) throws(RowFault) {
    guard row.count == columns else { throw RowFault(.columns, "\(row.count) columns; expected \(columns)") }
    let day = try self.day(row[3])
    guard dataSet.days.contains(day) else { throw RowFault(.range, "date", row[3]) }
    reading.note(day)
    let relation = try name(row[1], numbering?.relations, "relation")
    let subject = try name(row[0], numbering?.entities, "subject")
    let object = try name(row[2], numbering?.entities, "object")
    let actor = QuadrupleReader.party(subject, day, &reading)
    let recipient = QuadrupleReader.party(object, day, &reading)
    let action = QuadrupleReader.action(relation, &reading)
    guard reading.filter.accepts(actor, recipient), reading.filter.accepts(day...day) else { return }
    reading.add(
      CodedEvent(
        id: QuadrupleReader.id(subject, relation, object, day), within: day...day, actor: actor, recipient: recipient,
        action: action))
  }

  private func day(_ field: Field) throws(RowFault) -> Day {
    guard let numbering else {
      guard let day = field.isoDay else { throw RowFault(.date, "date", field) }
      return day
    }
    guard let step = field.digits, let day = numbering.day(step) else { throw RowFault(.date, "time", field) }
    return day
  }

  private func name(_ field: Field, _ names: [Int: String]?, _ role: StaticString) throws(RowFault) -> String {
    guard let names else {
      guard !field.isEmpty else { throw RowFault(.code, role, field) }
      return QuadrupleReader.spaced(field.text)
    }
    guard let name = field.digits.flatMap({ names[$0] }) else { throw RowFault(.code, role, field) }
    return name
  }

  /// Some flavours write names with underscores for spaces.
  static func spaced(_ name: String) -> String {
    name.utf8.contains(0x5F) ? String(name.map { $0 == "_" ? " " : $0 }) : name
  }

  private static func party(_ name: String, _ day: Day, _ reading: inout Reading) -> CodedParty {
    // GDELT: a name, and CAMEO's codes: "EGYPT (EGY@ OPP REF)".
    if name.hasSuffix(")"), let open = name.lastIndex(of: "("), name[open...].contains("@") {
      let code = name[name.index(after: open)...].prefix { $0 != "@" }
      return CodedParty(name, reading.meaning(of: String(code), in: .cameo, on: day))
    }
    return NamedParty(name: name).party(on: day, &reading)
  }

  /// A relation is the label of a code, or the code itself.
  private static func action(_ relation: String, _ reading: inout Reading) -> CodedAction {
    guard let known = CAMEO.labelled(relation) ?? reading.action(relation) else { return CodedAction(relation) }
    return CodedAction(
      known.code, type: known.type, quad: known.quad(by: .icews), tenths: known.tenths(on: .goldsteinICEWS))
  }

  /// The same quadruple has the same id in every flavour (FNV-1a, 64 bits).
  private static func id(_ subject: String, _ relation: String, _ object: String, _ day: Day) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in [subject, relation, object, day.description] {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0x09) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The tables beside a file of numbers: names of entities and relations, and the step of time.
struct Numbering {
  let entities: [Int: String]
  let relations: [Int: String]
  private let first: Day
  private let stepsOfDay: Int

  init(beside path: String) throws(EventFileError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    entities = try Numbering.names(folder + "entity2id.txt")
    relations = try Numbering.names(folder + "relation2id.txt")
    // The sets are known by the number of their entities.
    let start: Day?
    switch entities.count {
    case 7128: start = Day(2014, 1, 1)
    case 10_488: start = Day(2005, 1, 1)
    case 23_033, 7691: start = Day(2018, 1, 1)
    default: start = nil
    }
    guard let start else {
      throw EventFileError(
        .unrecognized, file: folder + "entity2id.txt",
        "\(entities.count) entities are those of no known set, so that the first day is unknown")
    }
    first = start
    // Those with a file of statistics count hours, or minutes for GDELT; the others count days.
    let hasStatistics = (try? InputFile(folder + "stat.txt")) != nil
    stepsOfDay = !hasStatistics ? 1 : entities.count == 7691 ? 1440 : 24
  }

  /// The day of a step; `nil` where a step of hours is within a day that the set does not divide.
  func day(_ step: Int) -> Day? {
    guard stepsOfDay != 24 || step % 24 == 0, step / stepsOfDay < 1 << 20 else { return nil }
    return first.advanced(by: step / stepsOfDay)
  }

  /// Lines of a name and a number.
  private static func names(_ path: String) throws(EventFileError) -> [Int: String] {
    let file = try InputFile(path)
    guard let size = file.size, size <= 1 << 26 else {
      throw EventFileError(.tooLarge, file: path, "a table of names has at most 64 MB")
    }
    let text = String(decoding: try file.bytes(at: 0, count: size), as: UTF8.self)
    var names: [Int: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let cells = line.split(separator: "\t")
      guard cells.count >= 2, let number = Int(cells[1]) else { continue }
      names[number] = QuadrupleReader.spaced(String(cells[0]))
    }
    return names
  }
}
