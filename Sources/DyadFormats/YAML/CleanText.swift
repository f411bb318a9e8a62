internal import DyadCore
internal import Foundation

/// Validated text: composed (NFC), without control characters and without bidirectional overrides.
enum CleanText {
  /// The most combining marks on one character, as in Unicode's Stream-Safe Text Format. Composing a longer run takes
  /// quadratic time.
  static let mostMarks = 30

  /// The text, or the reason for which it is refused.
  static func validated(_ raw: String) -> Result<String, Refused> {
    if raw.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return .success(raw) }
    var marks = 0
    for scalar in raw.unicodeScalars {
      if isRefused(scalar) { return .failure(.character(scalar)) }
      marks = scalar.value < 0x300 || scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
      if marks > mostMarks { return .failure(.marks) }
    }
    return .success(raw.precomposedStringWithCanonicalMapping)
  }

  enum Refused: Error, CustomStringConvertible {
    case character(Unicode.Scalar), marks

    var description: String {
      switch self {
      case .character(let scalar): "the character \(scalar.codePoint)"
      case .marks: "more than \(CleanText.mostMarks) combining marks in sequence"
      }
    }
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isControl && scalar != "\t" && scalar != "\n" && scalar != "\r"
  }
}

extension CleanText {
  /// A finding for the first character in the text that YAML does not allow.
  static func firstRefused(in text: String, file: String) -> Diagnostic? {
    guard !isPlain(text), let index = text.unicodeScalars.firstIndex(where: isRefused) else { return nil }
    let before = text.unicodeScalars[..<index]
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    let refused = Refused.character(text.unicodeScalars[index])
    return Diagnostic(
      .controlCharacter, "the text contains \(refused)",
      at: SourceLocation(file: file, line: line, column: column))
  }

  /// Whether no byte may belong to a refused character, as in most texts.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      // Without a way out, many bytes are compared at once.
      var others: UInt8 = 0
      for byte in bytes {
        let isPlain = byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x0D || byte == 0x09
        others |= isPlain ? 0 : 1
      }
      return others == 0
    } ?? false
  }
}
