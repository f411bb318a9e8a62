/// A key of a record with its value.
///
///     event.fields(in: nil).first { $0.name == "on" }?.value.description     // "2025-04-19"
public struct Field: Hashable, Sendable {
  /// The value of a field: the form between a Swift property and any syntax.
  public enum Value: Hashable, Sendable {
    case words(String)
    case number(Double)
    case flag(Bool)
    // Larger than the others, which are stored in place.
    indirect case date(PartialDate)
    indirect case interval(Interval)
    case party(Entity.ID)
    case parties([Entity.ID])
    case list([String])
    case amounts([Quantity])
    /// Texts by names that are not keys, such as codes by their registers; sorted.
    case mapping([Field])
    /// Several records of the same kind, such as citations, or the phases of a relation.
    case rows([[Field]])
  }

  /// The key.
  public var name: String
  /// The value.
  public var value: Value

  /// A field with this key and value.
  public init(_ name: String, _ value: Value) { (self.name, self.value) = (name, value) }
}

/// A record that consists of fields, so that two versions of it can be compared.
///
///     snapshot.ties.first?.fields(in: snapshot).map(\.name)     // ["between", "kind", "phases"]
public protocol Itemized: Identifiable {
  /// The fields in the order of the manual; in a snapshot, with those that depend on its moment.
  func fields(in snapshot: Snapshot?) -> [Field]
}

extension Field.Value: CustomStringConvertible {
  /// As the dossier writes it, in one line.
  public var description: String {
    switch self {
    case .words(let words): words.inOneLine
    case .number(let number): Quantity.plain(number)
    case .flag(let flag): flag ? "true" : "false"
    case .date(let date): date.description
    case .interval(let interval): interval.description
    case .party(let party): party.text
    case .parties(let parties): parties.map(\.text).joined(separator: ", ")
    case .list(let words): words.joined(separator: ", ")
    case .amounts(let amounts): amounts.map(\.description).joined(separator: ", ")
    case .mapping(let fields): Field.Value.braced(fields)
    case .rows(let rows): rows.map(Field.Value.braced).joined(separator: ", ")
    }
  }

  private static func braced(_ fields: [Field]) -> String {
    "{" + fields.map { "\($0.name): \($0.value)" }.joined(separator: ", ") + "}"
  }
}

extension String {
  /// The lines of the text, without empty ones, with a space between them.
  fileprivate var inOneLine: String {
    // A line end is a control character, or begins with a byte outside ASCII.
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    return split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
