/// A Swift type whose values are values of fields.
///
///     Tone(4)?.fieldValue     // .number(4)
public protocol FieldRepresentable: Sendable {
  /// How its values are read and written, unless a key says otherwise.
  static var fieldType: FieldType { get }

  /// The value as a field has it; `nil` where there is nothing to say.
  var fieldValue: Field.Value? { get }

  /// The value of a field; `nil` where it is of another type.
  init?(_ value: Field.Value)
}

extension String: FieldRepresentable {
  public static var fieldType: FieldType { .words }
  public var fieldValue: Field.Value? { .words(self) }
  public init?(_ value: Field.Value) {
    guard case .words(let words) = value else { return nil }
    self = words
  }
}

extension Bool: FieldRepresentable {
  public static var fieldType: FieldType { .flag }
  /// What is not so is not said.
  public var fieldValue: Field.Value? { self ? .flag(true) : nil }
  public init?(_ value: Field.Value) {
    guard case .flag(let flag) = value else { return nil }
    self = flag
  }
}

extension PartialDate: FieldRepresentable {
  public static var fieldType: FieldType { .date }
  public var fieldValue: Field.Value? { .date(self) }
  public init?(_ value: Field.Value) {
    guard case .date(let date) = value else { return nil }
    self = date
  }
}

extension Interval: FieldRepresentable {
  public static var fieldType: FieldType { .interval }
  public var fieldValue: Field.Value? { .interval(self) }
  public init?(_ value: Field.Value) {
    guard case .interval(let interval) = value else { return nil }
    self = interval
  }
}

extension Tone: FieldRepresentable {
  public static var fieldType: FieldType { .number(-10...10) }
  public var fieldValue: Field.Value? { .number(value) }
  public init?(_ value: Field.Value) {
    guard case .number(let number) = value else { return nil }
    self.init(number)
  }
}

extension Double: FieldRepresentable {
  public static var fieldType: FieldType { .number(-.greatestFiniteMagnitude ... .greatestFiniteMagnitude) }
  public var fieldValue: Field.Value? { .number(self) }
  public init?(_ value: Field.Value) {
    guard case .number(let number) = value else { return nil }
    self = number
  }
}

extension Mention: FieldRepresentable {
  public static var fieldType: FieldType { .mention }
  public var fieldValue: Field.Value? {
    switch self {
    case .entity(let id): .party(id)
    case .words(let words): .words(words)
    }
  }
  public init?(_ value: Field.Value) {
    switch value {
    case .party(let id): self = .entity(id)
    case .words(let words): self = .words(words)
    default: return nil
    }
  }
}

extension Identifier: FieldRepresentable {
  public static var fieldType: FieldType { .formerId }
  public var fieldValue: Field.Value? { (self as? Entity.ID).map { .party($0) } ?? .words(text) }
  public init?(_ value: Field.Value) {
    switch value {
    case .party(let id): self.init(id.text)
    case .words(let words): self.init(words)
    default: return nil
    }
  }
}

/// Words of a list, such as the stance of a citation.
extension FieldRepresentable where Self: RawRepresentable<String> & CaseIterable {
  public static var fieldType: FieldType { .choice(allCases.map(\.rawValue)) }
  public var fieldValue: Field.Value? { .words(rawValue) }
  public init?(_ value: Field.Value) {
    guard case .words(let words) = value else { return nil }
    self.init(rawValue: words)
  }
}

extension EventType: FieldRepresentable {}
extension Citation.Stance: FieldRepresentable {}
extension Confidence: FieldRepresentable {}
