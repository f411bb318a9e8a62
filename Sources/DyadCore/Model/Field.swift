/// One thing that a claim says, under the key that the dossier has for it.
///
///     event.fields(in: nil).first { $0.name == "on" }?.value.description     // "2025-04-19"
public struct Field: Hashable, Sendable {
  /// What a field holds.
  public enum Value: Hashable, Sendable {
    case words(String)
    case number(Double)
    case date(PartialDate)
    case interval(Interval)
    case party(Entity.ID)
    case parties([Entity.ID])
    case list([String])
    /// Several of the same kind, such as citations, or the phases of a relation.
    case rows([[Field]])
  }

  public var name: String
  public var value: Value

  public init(_ name: String, _ value: Value) { (self.name, self.value) = (name, value) }
}

/// What can be said field by field, so that two versions of it can be compared.
///
///     tie.fields(in: snapshot).map(\.name)     // ["kind", "between", "phases"]
public protocol Itemized: Identifiable {
  /// What it says, in the order of the dossier's manual; in a snapshot, with what depends on its moment.
  func fields(in snapshot: Snapshot?) -> [Field]
}

extension Field.Value: CustomStringConvertible {
  /// As the dossier writes it, in one line.
  public var description: String {
    switch self {
    case .words(let words): words.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .number(let number): Quantity.plain(number)
    case .date(let date): date.description
    case .interval(let interval): interval.description
    case .party(let party): party.text
    case .parties(let parties): parties.map(\.text).joined(separator: ", ")
    case .list(let words): words.joined(separator: ", ")
    case .rows(let rows):
      rows.map { row in "{" + row.map { "\($0.name): \($0.value)" }.joined(separator: ", ") + "}" }.joined(
        separator: ", ")
    }
  }
}

/// Collects the fields that there are.
struct FieldList {
  private(set) var fields: [Field] = []

  mutating func add(_ name: String, _ words: String?) { if let words { fields.append(Field(name, .words(words))) } }
  mutating func add(_ name: String, _ number: Double?) { if let number { fields.append(Field(name, .number(number))) } }
  mutating func add(_ name: String, _ date: PartialDate?) { if let date { fields.append(Field(name, .date(date))) } }
  mutating func add(_ name: String, _ party: Entity.ID?) { if let party { fields.append(Field(name, .party(party))) } }

  /// What is always so is not said.
  mutating func add(_ name: String, _ interval: Interval?) {
    if let interval, interval != .always { fields.append(Field(name, .interval(interval))) }
  }

  mutating func add(_ name: String, _ parties: [Entity.ID]) {
    if !parties.isEmpty { fields.append(Field(name, .parties(parties))) }
  }

  mutating func add(_ name: String, _ words: [String]) {
    if !words.isEmpty { fields.append(Field(name, .list(words))) }
  }

  mutating func add(_ name: String, _ rows: [[Field]]) {
    if !rows.isEmpty { fields.append(Field(name, .rows(rows))) }
  }

  /// The citations, whatever their order, and since when the dossier says that it was known.
  mutating func add(_ evidence: Evidence) {
    let sorted = evidence.citations.sorted { ($0.source, $0.quote ?? "") < ($1.source, $1.quote ?? "") }
    add("cite", sorted.map(\.fields))
    add("known", evidence.known)
  }
}

extension Citation {
  fileprivate var fields: [Field] {
    var list = FieldList()
    list.add("source", source.text)
    list.add("quote", quote)
    list.add("speaker", speaker)
    list.add("stance", stance == .asserts ? nil : stance.rawValue)
    list.add("note", note)
    return list.fields
  }
}
