/// The keys of a kind of record, each with its type and meaning, without the Swift type that stores their values.
///
/// Readers, writers, tables, JSON schemas and the manual are made from it.
///
///     Event.schema.form.keys.map(\.name)     // ["on", "what", "type", "mode", …]
public struct RecordForm: Hashable, Sendable {
  /// One key, declared once.
  public struct Key: Hashable, Sendable {
    /// Whether a record needs the key.
    public enum Presence: Hashable, Sendable {
      case optional
      /// Required; without it the rest of the record is still read, so that it is checked.
      case required
      /// Required; without it the record is not read.
      case essential
    }

    /// How two values are compared.
    public enum Comparison: Hashable, Sendable {
      case exactly
      /// The order of rows does not matter.
      case inAnyOrder
      /// The key is not compared.
      case never
      /// The key says where words are in a text, and nothing about the record: it is not compared, and in no digest.
      case position
    }

    /// The key as the dossier writes it.
    public let name: String
    /// The type of the value.
    public let type: FieldType
    /// Whether a record needs the key.
    public let presence: Presence
    /// The default, which is not written.
    public let standard: Field.Value?
    /// How two values are compared.
    public let comparison: Comparison
    /// The meaning, in one or two sentences.
    public let meaning: String

    init(
      name: String, type: FieldType, presence: Presence = .optional, standard: Field.Value? = nil,
      comparison: Comparison = .exactly, meaning: String
    ) {
      (self.name, self.type, self.presence, self.standard) = (name, type, presence, standard)
      (self.comparison, self.meaning) = (comparison, meaning)
    }

    /// Whether a missing key is an error.
    public var isRequired: Bool { presence != .optional }

    /// The value without positions in texts; `nil` if it is one.
    func stated(_ value: Field.Value) -> Field.Value? {
      switch (comparison, value, type.part) {
      case (.position, _, _): nil
      case (_, .rows(let rows), let part?): .rows(rows.map(part.stated))
      default: value
      }
    }
  }

  /// Which keys go together.
  public enum Rule: Hashable, Sendable {
    /// The keys of one alternative, not of two; of exactly one, where that is required.
    case alternatives([[String]], isRequired: Bool)
    /// The first key needs the second.
    case needs(String, String)
  }

  /// The name of the kind of record: `event`.
  public let name: String
  /// The section of a dossier with such records: `events`; `nil` for parts of other records.
  public let section: String?
  /// The name with its article, for messages.
  public let noun: String
  /// The meaning of the kind of record, in a sentence.
  public let meaning: String
  /// In the order in which they are written.
  public let keys: [Key]
  /// Which keys go together.
  public let rules: [Rule]

  /// A form with these keys.
  public init(name: String, section: String?, noun: String, meaning: String, keys: [Key], rules: [Rule]) {
    (self.name, self.section, self.noun, self.meaning) = (name, section, noun, meaning)
    (self.keys, self.rules) = (keys, rules)
  }

  /// The key of that name.
  public subscript(name: String) -> Key? { keys.first { $0.name == name } }

  /// The fields without positions in texts, also those of parts.
  func stated(_ fields: [Field]) -> [Field] {
    fields.compactMap { field in
      guard let key = self[field.name] else { return field }
      return key.stated(field.value).map { Field(field.name, $0) }
    }
  }

  /// The order of two records of this form: key by key, absent values first.
  func precedes(_ one: [Field], _ other: [Field]) -> Bool {
    for key in keys {
      func words(_ fields: [Field]) -> String { fields.first { $0.name == key.name }?.value.description ?? "" }
      let (left, right) = (words(one), words(other))
      if left != right { return left < right }
    }
    return false
  }
}
