internal import DyadCore
internal import Foundation

/// Validated text: composed (NFC), without control characters and without bidirectional overrides.
enum CleanText {
  /// The text, or the character that is not allowed in it.
  static func validated(_ raw: String) -> Result<String, Refused> {
    if let refused = raw.unicodeScalars.first(where: isRefused) { return .failure(Refused(scalar: refused)) }
    return .success(raw.precomposedStringWithCanonicalMapping)
  }

  struct Refused: Error {
    let scalar: Unicode.Scalar
    var description: String { "U+" + String(scalar.value, radix: 16, uppercase: true) }
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF, 0x202A...0x202E, 0x2066...0x2069: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}

extension CleanText {
  /// A finding for the first character in the text that YAML does not allow.
  static func firstRefused(in text: String, file: String) -> Diagnostic? {
    guard let index = text.unicodeScalars.firstIndex(where: isRefused) else { return nil }
    let before = text.unicodeScalars[..<index]
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    let name = Refused(scalar: text.unicodeScalars[index]).description
    return Diagnostic(
      .controlCharacter, "the text contains the character \(name)",
      at: SourceLocation(file: file, line: line, column: column))
  }
}
