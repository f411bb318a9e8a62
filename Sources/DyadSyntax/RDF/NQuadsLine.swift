/// One line of N-Triples or N-Quads: a statement, a comment or white space.
struct NQuadsLine {
  typealias Term = NQuadsParser.Term

  private let bytes: UnsafeBufferPointer<UInt8>
  private let document: String
  private let line: Int
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, document: String, line: Int) {
    (self.bytes, self.document, self.line) = (bytes, document, line)
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private var location: TextLocation { location(of: index) }

  private func location(of index: Int) -> TextLocation {
    var column = 1
    for byte in bytes[..<index] where byte & 0xC0 != 0x80 { column += 1 }
    return TextLocation(document: document, line: line, column: column)
  }

  private func error(_ message: String, at index: Int? = nil) -> SyntaxError {
    SyntaxError(.nquads, message, at: location(of: index ?? self.index))
  }

  private mutating func skipSpace() { while peek == 0x20 || peek == 0x09 { index += 1 } }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  mutating func statement(_ names: inout NQuadsParser.Names) throws(SyntaxError) -> NQuadsParser.Statement? {
    skipSpace()
    if peek == nil || peek == 0x23 { return nil }
    let start = location
    if peek == 0x22 { throw error("the subject cannot be a literal") }
    let subject = try term("a subject", &names)
    skipSpace()
    if peek == 0x22 || peek == 0x5F { throw error("the predicate must be an IRI") }
    let predicate = try term("a predicate", &names).text
    skipSpace()
    let objectColumn = location.column
    let object = try term("an object", &names)
    skipSpace()
    if peek == 0x22 { throw error("the graph cannot be a literal") }
    if peek != 0x2E { _ = try term("the graph or '.'", &names) }
    skipSpace()
    guard take(0x2E) else { throw error("expected '.'") }
    skipSpace()
    if let rest = peek, rest != 0x23 { throw error("unexpected text after '.'") }
    return NQuadsParser.Statement(
      subject: subject, predicate: predicate, object: object, location: start, objectColumn: objectColumn)
  }

  private mutating func term(_ what: String, _ names: inout NQuadsParser.Names) throws(SyntaxError) -> Term {
    switch peek {
    case 0x3C: return Term(kind: .iri, text: try iri(&names))
    case 0x5F: return Term(kind: .blank, text: try blank())
    case 0x22: return try literal(&names)
    default: throw error("expected \(what)")
    }
  }

  private mutating func iri(_ names: inout NQuadsParser.Names) throws(SyntaxError) -> String {
    index += 1
    let start = index
    var escaped: [UInt8]?
    while let byte = peek, byte != 0x3E {
      if byte == 0x5C {
        let before = escaped ?? Array(bytes[start..<index])
        let start = index
        let scalar = try numericEscape()
        guard !scalar.isASCII || RDFText.isPlain(UInt8(scalar.value)) else {
          throw error("the escaped character is not allowed in an IRI", at: start)
        }
        escaped = before + Array(String(scalar).utf8)
      } else {
        guard RDFText.isPlain(byte) || byte == 0x7F else {
          throw error("the character \(SyntaxError.quoted(Unicode.Scalar(byte))) is not allowed in an IRI")
        }
        escaped?.append(byte)
        index += 1
      }
    }
    let end = index
    guard take(0x3E) else { throw error("unterminated IRI") }
    let whole = escaped.map { String(validating: $0, as: UTF8.self) }
    guard let iri = whole ?? names.text(of: UnsafeBufferPointer(rebasing: bytes[start..<end])) else {
      throw notText
    }
    guard NQuadsLine.hasScheme(iri) else { throw error("the IRI has no scheme", at: start) }
    return iri
  }

  private static func hasScheme(_ iri: String) -> Bool {
    var isFirst = true
    for byte in iri.utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: isFirst = false
      case 0x30...0x39, 0x2B, 0x2D, 0x2E: if isFirst { return false }
      case 0x3A: return !isFirst
      default: return false
      }
    }
    return false
  }

  private mutating func blank() throws(SyntaxError) -> String {
    index += 1
    guard take(0x3A) else { throw error("expected ':'") }
    let start = index
    while let byte = peek, NQuadsLine.isInLabel(byte) { index += 1 }
    // A full stop at the end belongs to the statement.
    while index > start, bytes[index - 1] == 0x2E { index -= 1 }
    guard index > start, bytes[start] != 0x2D, bytes[start] != 0x2E else {
      throw error("a blank node needs a label", at: start)
    }
    return try decoded(start..<index)
  }

  private static func isInLabel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x2D, 0x2E, 0x80...: true
    default: false
    }
  }

  private mutating func literal(_ names: inout NQuadsParser.Names) throws(SyntaxError) -> Term {
    index += 1
    let start = index
    while let byte = peek, byte != 0x22, byte != 0x5C { index += 1 }
    var text: String
    if peek == 0x5C {
      var unescaped = Array(bytes[start..<index])
      while let byte = peek, byte != 0x22 {
        if byte == 0x5C {
          unescaped.append(contentsOf: String(try escape()).utf8)
        } else {
          unescaped.append(byte)
          index += 1
        }
      }
      guard let words = String(validating: unescaped, as: UTF8.self) else { throw notText }
      text = words
    } else {
      text = try decoded(start..<index)
    }
    guard take(0x22) else { throw error("unterminated literal") }
    // White space is allowed between any two parts of a statement.
    let end = index
    skipSpace()
    if peek != 0x40, peek != 0x5E { index = end }
    if take(0x40) {
      let start = index
      while let byte = peek, byte != 0x20, byte != 0x09, byte != 0x2E, byte != 0x3C { index += 1 }
      let language = try decoded(start..<index)
      guard RDFText.isLanguageTag(language) else { throw error("'\(language)' is not a valid language tag") }
      return Term(kind: .literal(type: "", language: language), text: text)
    }
    guard take(0x5E) else { return Term(kind: .literal(type: "", language: nil), text: text) }
    guard take(0x5E) else { throw error("expected '^^'") }
    skipSpace()
    guard peek == 0x3C else { throw error("expected the IRI of a datatype") }
    return Term(kind: .literal(type: try iri(&names), language: nil), text: text)
  }

  private mutating func escape() throws(SyntaxError) -> Unicode.Scalar {
    let short: Unicode.Scalar? =
      switch index + 1 < bytes.count ? bytes[index + 1] : 0 {
      case 0x74: "\t"
      case 0x62: "\u{8}"
      case 0x6E: "\n"
      case 0x72: "\r"
      case 0x66: "\u{C}"
      case 0x22: "\""
      case 0x27: "'"
      case 0x5C: "\\"
      default: nil
      }
    guard let short else { return try numericEscape() }
    index += 2
    return short
  }

  /// `\uXXXX` or `\UXXXXXXXX`.
  private mutating func numericEscape() throws(SyntaxError) -> Unicode.Scalar {
    index += 1
    let count = peek == 0x75 ? 4 : peek == 0x55 ? 8 : 0
    guard count > 0 else { throw error("unknown escape sequence") }
    index += 1
    guard index + count <= bytes.count, bytes[index..<index + count].allSatisfy(JSONParser.isHexadecimal),
      let value = UInt32(String(decoding: bytes[index..<index + count], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw error("the escape sequence is not a valid character") }
    index += count
    return scalar
  }

  private func decoded(_ range: Range<Int>) throws(SyntaxError) -> String {
    guard let words = String(validating: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) else {
      throw notText
    }
    return words
  }

  private var notText: SyntaxError { SyntaxError(.nquads, .encoding, "the line is not UTF-8 text", at: location) }
}
