/// A Swift type whose values are values of fields.
///
///     Tone(4)?.fieldValue     // .number(4)
public protocol FieldRepresentable: Sendable {
  /// The default type of a key with such values.
  static var fieldType: FieldType { get }

  /// The value of a field; `nil` for the default.
  var fieldValue: Field.Value? { get }

  /// The value of a field; `nil` where it is of another type.
  init?(_ value: Field.Value)
}

extension String: FieldRepresentable {
  /// The type of key for such values.
  public static var fieldType: FieldType { .words }
  /// The value of a field.
  public var fieldValue: Field.Value? { .words(self) }
  /// The value in a field; `nil` for a field of another type.
  public init?(_ value: Field.Value) {
    guard case .words(let words) = value else { return nil }
    self = words
  }
}

extension Bool: FieldRepresentable {
  /// The type of key for such values.
  public static var fieldType: FieldType { .flag }
  /// The value of a field; `nil` for false, the default of every flag.
  public var fieldValue: Field.Value? { self ? .flag(true) : nil }
  /// The value in a field; `nil` for a field of another type.
  public init?(_ value: Field.Value) {
    guard case .flag(let flag) = value else { return nil }
    self = flag
  }
}

extension PartialDate: FieldRepresentable {
  /// The type of key for such values.
  public static var fieldType: FieldType { .date }
  /// The value of a field.
  public var fieldValue: Field.Value? { .date(self) }
  /// The value in a field; `nil` for a field of another type.
  public init?(_ value: Field.Value) {
    guard case .date(let date) = value else { return nil }
    self = date
  }
}

extension Interval: FieldRepresentable {
  /// The type of key for such values.
  public static var fieldType: FieldType { .interval }
  /// The value of a field.
  public var fieldValue: Field.Value? { .interval(self) }
  /// The value in a field; `nil` for a field of another type.
  public init?(_ value: Field.Value) {
    guard case .interval(let interval) = value else { return nil }
    self = interval
  }
}

extension Tone: FieldRepresentable {
  /// The type of key for such values.
  public static var fieldType: FieldType { .number(-10...10) }
  /// The value of a field.
  public var fieldValue: Field.Value? { .number(value) }
  /// The value in a field; `nil` for a field of another type.
  public init?(_ value: Field.Value) {
    guard case .number(let number) = value else { return nil }
    self.init(number)
  }
}

extension Double: FieldRepresentable {
  /// The type of key for such values.
  public static var fieldType: FieldType { .number(-.greatestFiniteMagnitude ... .greatestFiniteMagnitude) }
  /// The value of a field.
  public var fieldValue: Field.Value? { .number(self) }
  /// The value in a field; `nil` for a field of another type.
  public init?(_ value: Field.Value) {
    guard case .number(let number) = value else { return nil }
    self = number
  }
}

extension Mention: FieldRepresentable {
  /// The type of key for such values.
  public static var fieldType: FieldType { .mention }
  /// The value of a field.
  public var fieldValue: Field.Value? {
    switch self {
    case .entity(let id): .party(id)
    case .words, .dataSet: .words(text)
    }
  }
  /// The value in a field; `nil` for a field of another type.
  public init?(_ value: Field.Value) {
    switch value {
    case .party(let id): self = .entity(id)
    case .words(let words): self = .words(words)
    default: return nil
    }
  }
}

extension Identifier: FieldRepresentable {
  /// The type of key for such values.
  public static var fieldType: FieldType { .formerId }
  /// The value of a field.
  public var fieldValue: Field.Value? { (self as? Entity.ID).map { .party($0) } ?? .words(text) }
  /// The value in a field; `nil` for a field of another type.
  public init?(_ value: Field.Value) {
    switch value {
    case .party(let id): self.init(id.text)
    case .words(let words): self.init(words)
    default: return nil
    }
  }
}

/// A value from a list of allowed values, such as the stance of a citation.
extension FieldRepresentable where Self: RawRepresentable<String> & CaseIterable {
  /// The type of key for such values.
  public static var fieldType: FieldType { .choice(allCases.map(\.rawValue)) }
  /// The value of a field.
  public var fieldValue: Field.Value? { .words(rawValue) }
  /// The value in a field; `nil` for a field of another type.
  public init?(_ value: Field.Value) {
    guard case .words(let words) = value else { return nil }
    self.init(rawValue: words)
  }
}

extension EventType: FieldRepresentable {}
extension Citation.Stance: FieldRepresentable {}
extension Confidence: FieldRepresentable {}
extension Basis: FieldRepresentable {}
extension Source.Kind: FieldRepresentable {}
extension DetailLevel: FieldRepresentable {}
