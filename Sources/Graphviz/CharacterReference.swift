/// A character that a string names by its number, such as `&#38;`.
struct CharacterReference {
  let source: String
  let number: UInt32?

  /// Whether XML allows the character.
  var isXML: Bool { number.flatMap(Unicode.Scalar.init).map(Refusals.isXML) ?? false }

  static func all(in string: String) -> [CharacterReference] {
    string.split(separator: "&#", omittingEmptySubsequences: false).dropFirst().map { rest in
      let isHex = rest.first == "x" || rest.first == "X"
      let digits = rest.dropFirst(isHex ? 1 : 0).prefix { isHex ? $0.isHexDigit : ("0"..."9").contains($0) }
      guard !digits.isEmpty, rest[digits.endIndex...].first == ";" else {
        return CharacterReference(source: "&#", number: 0x20)  // no reference: Graphviz escapes its ampersand
      }
      return CharacterReference(
        source: "&#" + rest[...digits.endIndex], number: UInt32(digits, radix: isHex ? 16 : 10))
    }
  }
}
