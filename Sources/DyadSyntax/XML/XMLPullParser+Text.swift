/// Text, the values of attributes, and references to characters.
extension XMLPullParser {
  mutating func attributeValue() throws(SyntaxError) -> String {
    guard let quote = peek, quote == 0x22 || quote == 0x27 else { throw error("expected a quoted value") }
    advance(1)
    var value: [UInt8] = []
    while let byte = peek, byte != quote {
      switch byte {
      case 0x3C: throw error("'<' is not allowed in an attribute value")
      case 0x26: value += try reference()
      // A line end in a value is a space; one that is meant is written as a reference.
      case 0x0A, 0x0D, 0x09:
        value.append(0x20)
        advance(1)
      default:
        let start = index
        advance(count { $0 != quote && $0 != 0x3C && $0 != 0x26 && $0 > 0x0D })
        value.append(contentsOf: bytes[start..<index])
        // Other control characters are not allowed, which the reader of the event reports.
        if index == start {
          value.append(byte)
          advance(1)
        }
      }
    }
    guard peek == quote else { throw error("unterminated attribute value") }
    advance(1)
    return String(decoding: value, as: UTF8.self)
  }

  mutating func text() throws(SyntaxError) -> String {
    var text: [UInt8] = []
    while let byte = peek, byte != 0x3C {
      switch byte {
      case 0x26: text += try reference()
      case 0x0D:
        if index + 1 >= bytes.count || bytes[index + 1] != 0x0A { text.append(0x0A) }
        advance(1)
      default:
        let start = index
        advance(count { $0 != 0x3C && $0 != 0x26 && $0 != 0x0D })
        text.append(contentsOf: bytes[start..<index])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The text with line ends of Unix (XML 1.0, section 2.11).
  static func normalized(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(0x0D) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    for index in bytes.indices {
      if bytes[index] != 0x0D {
        text.append(bytes[index])
      } else if index + 1 == bytes.endIndex || bytes[index + 1] != 0x0A {
        text.append(0x0A)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let entities = [
    "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"),
    "quot": UInt8(ascii: "\""), "apos": UInt8(ascii: "'"),
  ]

  mutating func reference() throws(SyntaxError) -> [UInt8] {
    let start = index
    let at = here
    while let byte = peek, byte != 0x3B, index - start < 12 { advance(1) }
    guard peek == 0x3B else { throw SyntaxError(.xml, "invalid entity reference; write '&' as '&amp;'", at: at) }
    let name = String(decoding: bytes[start + 1..<index], as: UTF8.self)
    advance(1)
    if let character = XMLPullParser.entities[name] { return [character] }
    let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
    guard name.hasPrefix("#"), digits.first != "+", digits.first != "-",
      let number = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10), let scalar = Unicode.Scalar(number)
    else { throw SyntaxError(.xml, "unknown entity '&\(name);'", at: at) }
    return Array(String(Character(scalar)).utf8)
  }
}
