package import DyadSyntax

/// An argument of a tool: its JSON Schema, and the check of what a client gives, follow from it.
package struct ToolParameter: Sendable {
  package enum Kind: Sendable {
    case text
    /// A list of texts, or one text.
    case texts(ClosedRange<Int>)
    case objects
    case integer(ClosedRange<Int>)
    case flag
    case choice([String])
  }

  package let name: String
  package let kind: Kind
  package let isRequired: Bool
  package let meaning: String

  package init(_ name: String, _ kind: Kind, isRequired: Bool = false, _ meaning: String) {
    (self.name, self.kind, self.isRequired, self.meaning) = (name, kind, isRequired, meaning)
  }

  var schema: JSONValue {
    var schema: [String: JSONValue] = ["description": .string(meaning)]
    switch kind {
    case .text: schema["type"] = "string"
    case .texts(let count):
      (schema["type"], schema["items"]) = ("array", ["type": "string"])
      (schema["minItems"], schema["maxItems"]) = (
        JSONValue(Double(count.lowerBound)), JSONValue(Double(count.upperBound))
      )
    case .objects: (schema["type"], schema["items"]) = ("array", ["type": "object"])
    case .integer(let range):
      schema["type"] = "integer"
      (schema["minimum"], schema["maximum"]) = (
        JSONValue(Double(range.lowerBound)), JSONValue(Double(range.upperBound))
      )
    case .flag: schema["type"] = "boolean"
    case .choice(let words): (schema["type"], schema["enum"]) = ("string", .array(words.map { .string($0) }))
    }
    return .object(schema)
  }

  /// What is wrong with a value; `nil` if it is of the kind.
  fileprivate func fault(in value: JSONValue) -> String? {
    switch kind {
    case .text: return value.string == nil ? "'\(name)' should be text" : nil
    case .objects:
      return value.array?.allSatisfy { $0.object != nil } == true ? nil : "'\(name)' should be a list of objects"
    case .flag: return value.bool == nil ? "'\(name)' should be true or false" : nil
    case .integer(let range):
      guard let number = value.number, number == number.rounded(),
        range.contains(Int(clamping: Int64(max(-1e15, min(1e15, number)))))
      else { return "'\(name)' should be a whole number from \(range.lowerBound) to \(range.upperBound)" }
      return nil
    case .choice(let words):
      return value.string.map(words.contains) == true
        ? nil : "'\(name)' should be one of \(words.joined(separator: ", "))"
    case .texts(let count):
      let items = value.array ?? (value.string == nil ? nil : [value])
      guard let items, items.allSatisfy({ $0.string != nil }), count.contains(items.count) else {
        let number =
          count.lowerBound == count.upperBound ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
        return "'\(name)' should be a list of \(number) texts"
      }
      return nil
    }
  }
}

/// The arguments of a call, checked.
package struct ToolArguments: Sendable {
  private let values: [String: JSONValue]

  /// Throws what is wrong with the arguments, in words that a client can act on.
  init(_ json: JSONValue, for parameters: [ToolParameter]) throws(ToolFailure) {
    let members: [String: JSONValue]
    switch json {
    case .null: members = [:]
    case .object(let object): members = object.filter { $0.value != .null }
    default: throw ToolFailure("the arguments should be an object")
    }
    let names = parameters.map(\.name)
    for name in members.keys.sorted() where !names.contains(name) {
      throw ToolFailure("unknown argument '\(name)'; known: \(names.joined(separator: ", "))")
    }
    for parameter in parameters {
      guard let value = members[parameter.name] else {
        if parameter.isRequired { throw ToolFailure("'\(parameter.name)' is required: \(parameter.meaning)") }
        continue
      }
      if let fault = parameter.fault(in: value) { throw ToolFailure(fault) }
    }
    values = members
  }

  package func text(_ name: String) -> String? { values[name]?.string }
  package func texts(_ name: String) -> [String] {
    values[name]?.array?.compactMap(\.string) ?? values[name]?.string.map { [$0] } ?? []
  }
  package func objects(_ name: String) -> [JSONValue]? { values[name]?.array }
  package func integer(_ name: String) -> Int? { values[name]?.number.flatMap { Int(exactly: $0) } }
  package func flag(_ name: String) -> Bool { values[name]?.bool ?? false }
}

/// The reason why a tool has no result, for the model that called it.
package struct ToolFailure: Error, CustomStringConvertible {
  package let description: String

  package init(_ message: String) { description = message }
}
