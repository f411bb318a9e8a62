/// A value of JSON whose members keep their order, for files that people read.
///
///     JSONValue.object([("type", .text("string"))]).text
indirect enum JSONValue {
  case object([(String, JSONValue)])
  case list([JSONValue])
  case text(String)
  case number(Double)
  case flag(Bool)

  /// In lines, indented by two spaces.
  var text: String { lines(at: 0) + "\n" }

  private func lines(at depth: Int) -> String {
    switch self {
    case .object(let members):
      JSONValue.block("{", members.map { "\(JSONValue.quoted($0.0)): \($0.1.lines(at: depth + 1))" }, "}", depth)
    case .list(let items): JSONValue.block("[", items.map { $0.lines(at: depth + 1) }, "]", depth)
    case .text(let text): JSONValue.quoted(text)
    case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  private static func block(_ open: String, _ items: [String], _ close: String, _ depth: Int) -> String {
    let space = String(repeating: "  ", count: depth)
    return items.isEmpty
      ? open + close : "\(open)\n\(items.map { "\(space)  \($0)" }.joined(separator: ",\n"))\n\(space)\(close)"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = .text(text) }

  /// A reference to a definition of the schema.
  static func reference(_ name: String) -> JSONValue { .object([("$ref", .text("#/$defs/\(name)"))]) }
}
