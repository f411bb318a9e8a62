internal import DyadCore

/// The form of the numbers in a column, as an example shows it: `1234.5`, `1.234,5`, `1 234,5`.
struct NumberForm: Sendable {
  private let point: Character
  private let group: Character?

  /// The examples, each with what separates the digits after the point and groups of three.
  private static let forms: [(example: String, form: NumberForm)] = [
    ("1234.5", NumberForm(point: ".", group: nil)), ("1234,5", NumberForm(point: ",", group: nil)),
    ("1,234.5", NumberForm(point: ".", group: ",")), ("1.234,5", NumberForm(point: ",", group: ".")),
    ("1 234.5", NumberForm(point: ".", group: " ")), ("1 234,5", NumberForm(point: ",", group: " ")),
    ("1'234.5", NumberForm(point: ".", group: "'")), ("1'234,5", NumberForm(point: ",", group: "'")),
  ]

  static let examples = forms.map(\.example)

  static func read(_ example: String) -> NumberForm? { forms.first { $0.example == example }?.form }

  private init(point: Character, group: Character?) { (self.point, self.group) = (point, group) }

  /// The number with a point and without needless zeros, so that 220.0 is 220; `nil` if the text has another form.
  func number(_ text: String) -> String? {
    var rest = text[...]
    let isNegative = rest.first == "-" || rest.first == "\u{2212}"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    let parts = rest.split(separator: point, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = whole(parts[0]) else { return nil }
    var digits = parts.count == 2 ? parts[1] : ""
    guard digits.allSatisfy(NumberForm.isDigit), parts.count == 1 || !digits.isEmpty else { return nil }
    while digits.last == "0" { digits = digits.dropLast() }
    let plain = whole.drop { $0 == "0" }
    let number = (plain.isEmpty ? "0" : String(plain)) + (digits.isEmpty ? "" : ".\(digits)")
    return isNegative && number != "0" ? "-\(number)" : number
  }

  /// The digits before the point; groups after the first one have three.
  private func whole(_ text: Substring) -> String? {
    guard let group, text.contains(where: isGroup) else {
      return !text.isEmpty && text.allSatisfy(NumberForm.isDigit) ? String(text) : nil
    }
    _ = group
    let groups = text.split(omittingEmptySubsequences: false, whereSeparator: isGroup)
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(NumberForm.isDigit) })
    else { return nil }
    return groups.joined()
  }

  /// A space may be one that does not break, or a thin one.
  private func isGroup(_ character: Character) -> Bool {
    character == group || group == " " && ["\u{A0}", "\u{202F}", "\u{2009}"].contains(character)
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
