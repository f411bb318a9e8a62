/// The characters that XML, and so an SVG, may contain.
enum XMLText {
  /// The reason why a string cannot be written to XML, as a predicate, or nil.
  static func violation(in string: String) -> String? {
    if let reason = controlCharacter(in: string) { return reason }
    // Most strings contain no reference, and a search by bytes is faster.
    if string.utf8.contains(UInt8(ascii: "&")), string.contains("&#"),
      let bad = CharacterReference.all(in: string).first(where: { !$0.isValid })
    {
      return "contains '\(bad.source)', which is not a character of XML"
    }
    return nil
  }

  /// The reason why a string is not valid because of a control character, as a predicate, or nil.
  static func controlCharacter(in string: String) -> String? {
    // No byte of another character is one of these.
    guard string.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xEF }) else { return nil }
    return string.unicodeScalars.first { !isValid($0) }
      .map { "contains the control character U+" + String($0.value, radix: 16, uppercase: true) }
  }

  static func isValid(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0x00...0x1F, 0x7F, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}

/// A character written as its number, such as `&#38;`.
private struct CharacterReference {
  let source: Substring
  let number: UInt32?

  var isValid: Bool { number.flatMap(Unicode.Scalar.init).map(XMLText.isValid) ?? false }

  /// The references in a string. An `&#` without digits or semicolon is not one: Graphviz escapes its ampersand.
  static func all(in string: String) -> [CharacterReference] {
    var rest = Substring(string)
    var result: [CharacterReference] = []
    while let start = rest.firstRange(of: "&#") {
      rest = rest[start.upperBound...]
      let isHex = rest.first == "x" || rest.first == "X"
      let digits = rest.dropFirst(isHex ? 1 : 0).prefix { isHex ? $0.isHexDigit : ("0"..."9").contains($0) }
      guard !digits.isEmpty, rest[digits.endIndex...].first == ";" else { continue }
      result.append(
        CharacterReference(
          source: string[start.lowerBound...digits.endIndex], number: UInt32(digits, radix: isHex ? 16 : 10)))
    }
    return result
  }
}
