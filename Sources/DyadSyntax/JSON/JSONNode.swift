/// A value of a JSON document with the place where it begins.
package struct JSONNode: Sendable {
  package typealias Member = (key: String, keyLocation: TextLocation, value: JSONNode)

  package enum Value: Sendable {
    case null
    case bool(Bool)
    /// The number as it is written, so that no digit is lost.
    case number(String)
    case string(String)
    case array([JSONNode])
    /// The members in the order of the document.
    case object([Member])
  }

  package var value: Value
  package var location: TextLocation

  package init(_ value: Value, at location: TextLocation) { (self.value, self.location) = (value, location) }

  /// The member of an object.
  package subscript(key: String) -> JSONNode? { members?.first { $0.key == key }?.value }

  /// A string, or a number or a Boolean as text.
  package var text: String? {
    switch value {
    case .string(let string): string
    case .number(let digits): digits
    case .bool(let bool): bool ? "true" : "false"
    default: nil
    }
  }

  package var number: Double? { if case .number(let digits) = value { Double(digits) } else { nil } }
  package var bool: Bool? { if case .bool(let bool) = value { bool } else { nil } }
  package var array: [JSONNode]? { if case .array(let array) = value { array } else { nil } }
  package var members: [Member]? { if case .object(let members) = value { members } else { nil } }
}
