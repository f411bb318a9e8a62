internal import DyadCore

/// Reads the rows of one file, in the form that was recognized.
protocol RowReader {
  var dataSet: EventDataSet { get }
  /// Appends the events of a row, usually one, to the reading.
  func read(_ row: borrowing FieldRow, into reading: inout Reading) throws(RowFault)
}

/// What the rows of a run are read with, and what is counted.
struct Reading {
  let identity: Identity
  let filter: EventFilter
  /// The events of the row, which are taken from here.
  private(set) var rows: [EventRow] = []
  /// What their numbers mean.
  var parts = EventParts()
  /// Their texts that are not bytes of the row.
  let texts = RowTexts()
  /// The numbers of parts by the bytes of their fields, where they depend on nothing else, and nothing of them is counted.
  var known = (parties: ByteIndex(), actions: ByteIndex(), places: ByteIndex())
  /// Codes without a meaning, with the number of rows.
  private(set) var unmapped: [UnmappedCode: Int] = [:]
  /// Codes of parties with what they mean, and how often; `nil` where nobody asks for them.
  private(set) var uses: [CodeUse: Int]?
  /// Names that were looked up, because data sets repeat them.
  private var names: [String: KnownName] = [:]
  private var sectors: [String: String?] = [:]
  /// Readable rows of the file by their first day, also those that the filter leaves out.
  private(set) var rowsByDay: [Day: Int] = [:]
  /// Rows of the last day, since rows come by day.
  private var last: (day: Day, rows: Int)?

  init(_ identity: Identity, _ filter: EventFilter, listsCodes: Bool) {
    (self.identity, self.filter) = (identity, filter)
    uses = listsCodes ? [:] : nil
    rows.reserveCapacity(8)
  }

  /// Adds an event of the row.
  mutating func add(_ row: EventRow) { rows.append(row) }
  mutating func add(_ event: CodedEvent) { rows.append(parts.row(event, in: texts)) }

  /// Forgets the events of the row.
  mutating func removeRows() {
    guard !rows.isEmpty else { return }
    rows.removeAll(keepingCapacity: true)
    texts.removeAll()
  }

  /// Counts a row that can be read, before it is filtered.
  mutating func note(_ day: Day) {
    if last?.day == day {
      last?.rows += 1
    } else {
      noteLast()
      last = (day, 1)
    }
  }

  /// The rows by day, which are then counted from zero.
  mutating func takeRowsByDay() -> [Day: Int] {
    noteLast()
    defer { rowsByDay = [:] }
    return rowsByDay
  }

  private mutating func noteLast() {
    guard let known = last else { return }
    rowsByDay[known.day, default: 0] += known.rows
    last = nil
  }

  /// What a code means; it is counted where it has no meaning.
  mutating func meaning(of field: Field, in scheme: Identity.Scheme, on day: Day) -> Identity.Meaning? {
    guard !field.isEmpty else { return nil }
    return meaning(of: field.text, in: scheme, on: day)
  }

  mutating func meaning(of code: String, in scheme: Identity.Scheme, on day: Day) -> Identity.Meaning? {
    guard let meaning = identity.meaning(of: code, in: scheme, on: day) else {
      count(code, in: scheme)
      return nil
    }
    // FIPS codes are those of places.
    if scheme != .fips { use(code, in: scheme, meaning) }
    return meaning
  }

  /// What a name means; it is not counted.
  mutating func name(_ name: String, on day: Day) -> KnownName {
    if identity.isDated(.name) { return KnownName(name, in: identity, on: day) }
    if let known = names[name] { return known }
    if names.count == 1 << 16 { names = [:] }
    let known = KnownName(name, in: identity, on: day)
    names[name] = known
    return known
  }

  /// The code for a list of sectors in words.
  mutating func sector(_ list: String) -> String? {
    if let known = sectors[list] { return known }
    if sectors.count == 1 << 14 { sectors = [:] }
    let code = Sectors.code(list)
    sectors[list] = .some(code)
    return code
  }

  /// Counts a code without a meaning.
  mutating func count(_ code: String, in scheme: Identity.Scheme) {
    count(code, in: scheme.rawValue)
    use(code, in: scheme, nil)
  }
  mutating func count(_ code: String, in scheme: String) {
    var key = UnmappedCode(scheme: scheme, code: code)
    // Names have no end, memory has.
    if unmapped.count >= 1 << 16, unmapped[key] == nil { key = UnmappedCode(scheme: scheme, code: UnmappedCode.others) }
    unmapped[key, default: 0] += 1
  }

  /// Notes what a code of a party means, where the run lists codes.
  mutating func use(_ code: String, in scheme: Identity.Scheme, _ meaning: Identity.Meaning?) {
    guard let count = uses?.count else { return }
    var use = CodeUse(code, in: scheme, means: meaning)
    if count >= 1 << 16, uses?[use] == nil { use = CodeUse(UnmappedCode.others, in: scheme, means: nil) }
    uses?[use, default: 0] += 1
  }

  /// What CAMEO's code of a country means.
  mutating func country(_ field: Field, on day: Day) -> Identity.Meaning? {
    guard !field.isEmpty else { return nil }
    if let meaning = identity.country(field, on: day) {
      if uses != nil { use(field.text, in: .cameo, meaning) }
      return meaning
    }
    count(field.text, in: .cameo)
    return nil
  }

  /// The code of an action; it is counted where the code book does not have it.
  mutating func action(_ code: String) -> CAMEO? {
    if let known = CAMEO.all[code] { return known }
    count(code, in: "action")
    return nil
  }
}

/// A code that is in no table; events keep it as it is.
public struct UnmappedCode: Hashable, Comparable, Sendable {
  /// The scheme of `Identity.Scheme`, or `action`, `group` or `sector`.
  public let scheme: String
  /// The code or name; `UnmappedCode.others` of those after the first 65,536.
  public let code: String
  /// The name for all codes that are not listed.
  public static let others = "(others)"

  /// A code of a scheme.
  public init(scheme: String, code: String) { (self.scheme, self.code) = (scheme, code) }

  /// By scheme, then by code.
  public static func < (left: UnmappedCode, right: UnmappedCode) -> Bool {
    (left.scheme, left.code) < (right.scheme, right.code)
  }
}

extension CodedParty {
  /// A party, with what its code of a country, group or name means.
  init(
    _ code: String, _ meaning: Identity.Meaning?, group: String? = nil, sector: String? = nil, office: String? = nil
  ) {
    self.init(code, state: meaning?.state, region: meaning?.region, group: group, sector: sector, office: office)
    self.group = group ?? meaning?.group
  }
}
