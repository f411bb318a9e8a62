/// A value of JSON, written with its keys sorted, two spaces a step.
enum JSON {
  case null
  case flag(Bool)
  case number(Double)
  case words(String)
  case list([JSON])
  case object([String: JSON])

  static func words(_ words: String?) -> JSON { words.map { .words($0) } ?? .null }

  /// The whole text, with a line end after it.
  var text: String { written("") + "\n" }

  private func written(_ indent: String) -> String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .words(let words): JSON.quoted(words)
    case .list(let values): JSON.block("[", values.map { $0.written(indent + "  ") }, "]", indent)
    case .object(let values):
      JSON.block(
        "{",
        values.sorted { $0.key < $1.key }.map { "\(JSON.quoted($0.key)): \($0.value.written(indent + "  "))" }, "}",
        indent)
    }
  }

  private static func block(_ start: String, _ lines: [String], _ end: String, _ indent: String) -> String {
    guard !lines.isEmpty else { return start + end }
    return "\(start)\n" + lines.map { "\(indent)  \($0)" }.joined(separator: ",\n") + "\n\(indent)\(end)"
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
