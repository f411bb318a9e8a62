/// Parses JSON (RFC 8259) with the location of every value.
///
///     let node = try JSONParser.parse(bytes, document: "locations.json")
///
/// Nesting is limited. Duplicate keys and unpaired surrogates are errors, since programs differ in how they read them.
package struct JSONParser {
  /// The default limit of nesting.
  package static let maximumDepth = 64

  private let bytes: [UInt8]
  private let document: String
  private let maximumDepth: Int
  private var index = 0
  private var line: Int
  private var lineStart = 0
  private var counted = (index: 0, column: 1)

  private init(_ bytes: [UInt8], document: String, firstLine: Int, maximumDepth: Int) {
    (self.bytes, self.document, self.maximumDepth) = (bytes, document, maximumDepth)
    line = firstLine
  }

  /// Parses the text as one value.
  ///
  /// - Parameters:
  ///   - document: the name of the document, for the locations.
  ///   - firstLine: the number of the text's first line.
  ///   - maximumDepth: how deep arrays and objects may be nested.
  package static func parse(
    _ bytes: [UInt8], document: String, firstLine: Int = 1, maximumDepth: Int = JSONParser.maximumDepth
  ) throws(SyntaxError) -> JSONNode {
    var parser = JSONParser(bytes, document: document, firstLine: firstLine, maximumDepth: maximumDepth)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.index = 3 }
    try parser.checkEncoding()
    parser.skipSpace()
    let node = try parser.value(depth: 0)
    parser.skipSpace()
    if parser.index < bytes.count { throw parser.error("unexpected text after the value") }
    return node
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(SyntaxError) -> JSONNode {
    guard depth < maximumDepth else {
      throw SyntaxError(.json, .nesting, "nested more than \(maximumDepth) levels deep", at: location)
    }
    let start = location
    switch peek {
    case 0x7B: return JSONNode(.object(try object(depth)), at: start)
    case 0x5B: return JSONNode(.array(try array(depth)), at: start)
    case 0x22: return JSONNode(.string(try string()), at: start)
    case 0x74: return try literal("true", .bool(true))
    case 0x66: return try literal("false", .bool(false))
    case 0x6E: return try literal("null", .null)
    case let byte? where byte == 0x2D || (0x30...0x39).contains(byte):
      return JSONNode(.number(try number()), at: start)
    case nil: throw error("unexpected end of input; expected a value")
    default: throw error("unexpected character \(character)")
    }
  }

  private mutating func object(_ depth: Int) throws(SyntaxError) -> [JSONNode.Member] {
    index += 1
    var members: [JSONNode.Member] = []
    var firsts: [String: TextLocation] = [:]
    skipSpace()
    if take(0x7D) { return members }
    while true {
      let at = location
      guard peek == 0x22 else { throw error("expected a key in double quotes") }
      let key = try string()
      if let first = firsts.updateValue(at, forKey: key) {
        throw SyntaxError(.json, .duplicateKey, "duplicate key '\(key)'", at: at, first: first)
      }
      skipSpace()
      guard take(0x3A) else { throw error("expected ':'") }
      skipSpace()
      members.append((key, at, try value(depth: depth + 1)))
      skipSpace()
      if take(0x7D) { return members }
      guard take(0x2C) else { throw error("expected ',' or '}'") }
      skipSpace()
    }
  }

  private mutating func array(_ depth: Int) throws(SyntaxError) -> [JSONNode] {
    index += 1
    var items: [JSONNode] = []
    skipSpace()
    if take(0x5D) { return items }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if take(0x5D) { return items }
      guard take(0x2C) else { throw error("expected ',' or ']'") }
      skipSpace()
    }
  }

  private mutating func literal(_ text: StaticString, _ value: JSONNode.Value) throws(SyntaxError) -> JSONNode {
    let start = location
    let isThere = text.withUTF8Buffer { bytes[index...].starts(with: $0) }
    guard isThere else { throw error("expected '\(text)'") }
    index += text.utf8CodeUnitCount
    return JSONNode(value, at: start)
  }

  private mutating func number() throws(SyntaxError) -> String {
    let start = index
    _ = take(0x2D)
    if !take(0x30) { try digits() }
    if take(0x2E) { try digits() }
    if take(0x65) || take(0x45) {
      if !take(0x2B) { _ = take(0x2D) }
      try digits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard Double(text)?.isFinite == true else { throw error("number too large") }
    return text
  }

  private mutating func digits() throws(SyntaxError) {
    let start = index
    while let byte = peek, (0x30...0x39).contains(byte) { index += 1 }
    if index == start { throw error("expected a digit") }
  }

  // MARK: Strings

  private mutating func string() throws(SyntaxError) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case 0x22:
        index += 1
        return String(decoding: text, as: UTF8.self)
      case 0x5C: text.append(contentsOf: try escaped())
      case 0..<0x20: throw error("unescaped control character in a string")
      default:
        text.append(byte)
        index += 1
      }
    }
    throw error("unterminated string")
  }

  private mutating func escaped() throws(SyntaxError) -> [UInt8] {
    index += 1
    let plain: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
    ]
    if let byte = peek, let meant = plain[byte] {
      index += 1
      return [meant]
    }
    guard take(0x75) else { throw error("unknown escape sequence") }
    var unit = try hexadecimal()
    if (0xD800..<0xDC00).contains(unit), take(0x5C), take(0x75) {
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw error("unpaired surrogate") }
      unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(unit) else { throw error("unpaired surrogate") }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() throws(SyntaxError) -> UInt32 {
    guard index + 4 <= bytes.count, bytes[index..<index + 4].allSatisfy(JSONParser.isHexadecimal),
      let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw error("expected four hexadecimal digits") }
    index += 4
    return value
  }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }

  // MARK: Bytes

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// The character at the index, for messages.
  private var character: String {
    let bytes = bytes[index...].prefix(4)
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first.map(SyntaxError.quoted) ?? "U+0"
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek {
      switch byte {
      case 0x20, 0x09, 0x0D: break
      case 0x0A:
        line += 1
        lineStart = index + 1
      default: return
      }
      index += 1
    }
  }

  private func checkEncoding() throws(SyntaxError) {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    throw SyntaxError(.json, .encoding, "the file is not UTF-8 text", at: TextLocation(document: document))
  }

  /// The location of the index, counted from the last one, since a document may be one long line.
  private var location: TextLocation {
    mutating get {
      let from = max(counted.index, lineStart)
      if from == lineStart, counted.index <= lineStart { counted.column = 1 }
      counted.column += bytes[from..<max(from, index)].count { $0 & 0xC0 != 0x80 }
      counted.index = max(from, index)
      return TextLocation(document: document, line: line, column: counted.column)
    }
  }

  private mutating func error(_ message: String) -> SyntaxError { SyntaxError(.json, message, at: location) }
}
