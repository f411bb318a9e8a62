/// A value of JSON without places; objects are written with their keys sorted.
///
///     let value: JSONValue = ["id": "quay", "tone": 4, "cites": ["bbc"]]
///     value.text()      // {"cites":["bbc"],"id":"quay","tone":4}
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The number as it is written, so that no digit is lost.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  package init(_ number: Double) { self = .number(JSONWriter.text(of: number)) }

  package init(_ string: String?) { self = string.map(JSONValue.string) ?? .null }

  package init(_ node: JSONNode) {
    self =
      switch node.value {
      case .null: .null
      case .bool(let bool): .bool(bool)
      case .number(let digits): .number(digits)
      case .string(let string): .string(string)
      case .array(let items): .array(items.map(JSONValue.init))
      case .object(let members):
        .object(Dictionary(members.map { ($0.key, JSONValue($0.value)) }, uniquingKeysWith: { first, _ in first }))
      }
  }

  /// The value of a text.
  package init(
    parsing bytes: [UInt8], document: String = "", maximumDepth: Int = JSONParser.maximumDepth
  ) throws(SyntaxError) {
    self.init(try JSONParser.parse(bytes, document: document, maximumDepth: maximumDepth))
  }

  package subscript(key: String) -> JSONValue? { object?[key] }

  package var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
  package var number: Double? { if case .number(let digits) = self { Double(digits) } else { nil } }
  package var string: String? { if case .string(let string) = self { string } else { nil } }
  package var array: [JSONValue]? { if case .array(let array) = self { array } else { nil } }
  package var object: [String: JSONValue]? { if case .object(let object) = self { object } else { nil } }

  package func text(_ layout: JSONWriter.Layout = .compact) -> String { JSONWriter.text(layout) { $0.element(self) } }

  package func bytes(_ layout: JSONWriter.Layout = .compact) -> [UInt8] {
    ByteSink.collected { JSONWriter($0, layout).element(self) }
  }
}

extension JSONWriter {
  package func member(_ key: String, _ value: JSONValue) {
    switch value {
    case .null: member(key, literal: "null")
    case .bool(let bool): member(key, bool)
    case .number(let digits): member(key, literal: digits)
    case .string(let string): member(key, string)
    case .array(let items): member(key, array: { json in items.forEach(json.element) })
    case .object(let members): member(key, object: { $0.members(members) })
    }
  }

  package func element(_ value: JSONValue) {
    switch value {
    case .null: element(literal: "null")
    case .bool(let bool): element(bool)
    case .number(let digits): element(literal: digits)
    case .string(let string): element(string)
    case .array(let items): array { json in items.forEach(json.element) }
    case .object(let members): object { $0.members(members) }
    }
  }

  private func members(_ members: [String: JSONValue]) {
    for (key, value) in members.sorted(by: { $0.key < $1.key }) { member(key, value) }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number(String(value)) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { first, _ in first }))
  }
}
