/// Percent-encoding (RFC 3986), and encodings of the same form with another escape character.
///
///     PercentEncoding.encode("relation/1904#2")     // "relation%2F1904%232"
///     PercentEncoding.decode("1904%232")            // "1904#2"
package enum PercentEncoding {
  /// Whether the byte is an unreserved character: a letter, a digit, `-`, `.`, `_` or `~`.
  package static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  /// The text with the escape character and two hexadecimal digits for every byte that is not kept.
  ///
  /// - Parameters:
  ///   - escape: the ASCII character before the two digits.
  ///   - isKept: whether a byte stays as it is; the unreserved characters by default.
  package static func encode(
    _ text: String, escape: UInt8 = 0x25, keeping isKept: (UInt8) -> Bool = PercentEncoding.isUnreserved
  ) -> String {
    if text.withBytes({ $0.allSatisfy(isKept) }) { return text }
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      if isKept(byte) {
        encoded.append(byte)
      } else {
        encoded += [escape, digit(byte >> 4), digit(byte & 0xF)]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// The decoded text; `nil` for an invalid escape sequence or bytes that are not UTF-8.
  package static func decode(_ text: some StringProtocol) -> String? {
    guard text.utf8.contains(0x25) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy(JSONParser.isHexadecimal),
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
