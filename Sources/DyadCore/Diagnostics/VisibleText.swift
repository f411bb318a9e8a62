extension String {
  /// The text with characters that a terminal obeys, or that reorder it, as visible text: `(U+1B)`.
  ///
  /// - Parameter kept: control characters that stay as they are.
  package func visible(keeping kept: Set<Unicode.Scalar> = []) -> String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.isControl, !kept.contains(scalar) {
        shown.append(contentsOf: "(\(scalar.codePoint))".unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character, an override or isolate of the direction of text, or no character.
  package var isControl: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// `U+1B`
  package var codePoint: String { "U+" + String(value, radix: 16, uppercase: true) }
}
