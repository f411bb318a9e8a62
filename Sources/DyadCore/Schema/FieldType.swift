/// The type of the value of a key, which determines how it is read, written and described.
///
///     Event.schema.form["on"]?.type     // .interval
public indirect enum FieldType: Hashable, Sendable {
  /// Text in Unicode's composed form (NFC).
  case words
  /// A quote, which linking looks up in the text of its source.
  case quote
  /// A text, character by character.
  case verbatim
  /// A URL that begins with `https://` or `http://`.
  case address
  /// A sentence that names `{from}` and `{to}`.
  case sentence
  /// A partial date.
  case date
  /// Two partial dates, or one.
  case interval
  /// An interval; a single date is its start.
  case since
  /// A number within bounds.
  case number(ClosedRange<Double>)
  /// One of the whole numbers within bounds.
  case count(ClosedRange<Int>)
  /// `true` or `false`.
  case flag
  /// One of the allowed values.
  case choice([String])
  /// The id of another record.
  case reference(Referent)
  /// The ids of entities; one alone needs no brackets.
  case references
  /// The ids of phases; one alone needs no brackets.
  case phases
  /// Entities, by their ids, and participants by description.
  case participants(RecordForm)
  /// An amount without its subject.
  case amount
  /// The ids of two entities; that those of a relation differ is checked by linking.
  case pair(mustDiffer: Bool)
  /// The former id of the record.
  case formerId
  /// The optional id of a record within another record.
  case ownId
  /// An entity's id, or free text.
  case mention
  /// A set of words.
  case wordSet
  /// The ids of rows of a data set; one alone needs no brackets.
  case rows
  /// Amounts by their subject.
  case amounts
  /// Codes by their register.
  case codes
  /// Entities by codes of a data set.
  case entitiesByCode
  /// Citations, in the short forms or the long one.
  case citations(RecordForm)
  /// A list of records that belong to this one.
  case records(RecordForm)

  /// The kind of record that an id refers to.
  public enum Referent: Hashable, Sendable {
    case entity, source, office, kind, event
  }

  /// The form of the records that are its value; `nil` for other values.
  public var part: RecordForm? {
    switch self {
    case .citations(let form), .records(let form), .participants(let form): form
    default: nil
    }
  }
}
