/// The escaping of text in XML and HTML.
package enum XMLText {
  /// Which characters are escaped beside `&`, `<`, `>` and `"`.
  package enum Style: Sendable {
    case plain
    /// Carriage returns too, which a parser would take as line feeds.
    case text
    /// Tabs and line ends too, which a parser would normalize to spaces.
    case preservingSpace
    /// Apostrophes too.
    case html

    fileprivate func reference(for byte: UInt8) -> StaticString? {
      switch (byte, self) {
      case (0x26, _): "&amp;"
      case (0x3C, _): "&lt;"
      case (0x3E, _): "&gt;"
      case (0x22, _): "&quot;"
      case (0x09, .preservingSpace): "&#9;"
      case (0x0A, .preservingSpace): "&#10;"
      case (0x0D, .text), (0x0D, .preservingSpace): "&#13;"
      case (0x27, .html): "&#39;"
      default: nil
      }
    }
  }

  package static func escape(_ text: String, _ style: Style, to sink: ByteSink) {
    text.withBytes { bytes in
      var start = 0
      // All characters that are escaped precede '?'.
      for (index, byte) in bytes.enumerated() where byte < 0x3F {
        guard let reference = style.reference(for: byte) else { continue }
        if start < index { sink.write(bytes: bytes[start..<index]) }
        sink.write(reference)
        start = index + 1
      }
      if start < bytes.count { sink.write(bytes: bytes[start...]) }
    }
  }

  package static func escaped(_ text: String, _ style: Style = .plain) -> String {
    guard text.utf8.contains(where: { $0 < 0x3F && style.reference(for: $0) != nil }) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      if byte < 0x3F, let reference = style.reference(for: byte) {
        reference.withUTF8Buffer { bytes.append(contentsOf: $0) }
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether an XML document may contain all characters of the text.
  package static func isValid(_ text: String) -> Bool {
    // Most texts contain no byte that may belong to another character.
    !text.utf8.contains { $0 < 0x20 || $0 == 0xEF } || text.unicodeScalars.allSatisfy(isCharacter)
  }

  /// Whether an XML document may contain the character (XML 1.0, production 2).
  package static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
    default: false
    }
  }
}
