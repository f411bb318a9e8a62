/// What may be the value of a key: decides how it is read, written and described.
///
///     Event.schema.form["on"]?.type     // .interval
public indirect enum FieldType: Hashable, Sendable {
  /// Words, in Unicode's composed form.
  case words
  /// Words of a source, which linking looks up in its text.
  case quote
  /// A text, character by character.
  case verbatim
  /// An address that begins with `https://` or `http://`.
  case address
  /// A sentence that names `{from}` and `{to}`.
  case sentence
  /// A partial date.
  case date
  /// Two partial dates, or one.
  case interval
  /// An interval, in which a date alone says since when.
  case since
  /// A number within bounds.
  case number(ClosedRange<Double>)
  /// One of the whole numbers within bounds.
  case count(ClosedRange<Int>)
  /// `true` or `false`.
  case flag
  /// One of a few words.
  case choice([String])
  /// The id of another record.
  case reference(Referent)
  /// The ids of entities; one alone needs no brackets.
  case references
  /// The ids of two entities; that those of a relation differ is checked by linking.
  case pair(mustDiffer: Bool)
  /// The id that the record had before.
  case formerId
  /// An id that a record without a section of its own may be given.
  case ownId
  /// An entity's id, or words.
  case mention
  /// Words in any order, each of which counts once.
  case wordSet
  /// Amounts by what is counted.
  case amounts
  /// Codes by their register.
  case codes
  /// Citations, in the short forms or the long one.
  case citations(RecordForm)
  /// A list of records that belong to this one.
  case records(RecordForm)

  /// What an id may name.
  public enum Referent: Hashable, Sendable {
    case entity, source, office, kind
  }

  /// The form of the records that are its value; `nil` for other values.
  public var part: RecordForm? {
    switch self {
    case .citations(let form), .records(let form): form
    default: nil
    }
  }
}
