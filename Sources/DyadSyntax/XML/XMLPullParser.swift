/// Parses XML event by event, with the place of every event, in time linear in the text.
///
///     var parser = try XMLPullParser(bytes, document: "network.graphml")
///     while let event = try parser.next() { print(event, parser.location) }
///
/// No entity is declared or expanded, and nothing is fetched.
package struct XMLPullParser {
  /// The accepted documents, and the form of reported names.
  package enum Mode: Sendable {
    /// Names without prefixes; a DOCTYPE is an error.
    case strict
    /// Names as they are written; a DOCTYPE is skipped if it declares nothing itself.
    case qualified
  }

  package enum Event: Equatable, Sendable {
    case start(name: String, attributes: [String: String])
    case text(String)
    case end
  }

  package static let maximumDepth = 256
  package static let maximumAttributes = 1000

  /// The place of the last event.
  package private(set) var location: TextLocation

  let bytes: [UInt8]
  private let document: String
  private let mode: Mode
  var index = 0
  private var line = 1
  private var column = 1
  private var open: [[UInt8]] = []
  private var isEmptyElement = false
  private var hasRoot = false

  /// Throws if the bytes are not UTF-8.
  package init(_ bytes: [UInt8], document: String, mode: Mode = .strict) throws(SyntaxError) {
    (self.bytes, self.document, self.mode) = (bytes, document, mode)
    location = TextLocation(document: document)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw SyntaxError(.xml, .encoding, "the file is not UTF-8 text", at: location)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The next event; `nil` at the end.
  package mutating func next() throws(SyntaxError) -> Event? {
    location = here
    if isEmptyElement {
      isEmptyElement = false
      return try close()
    }
    while index < bytes.count {
      location = here
      guard bytes[index] == 0x3C else {
        let text = try text()
        if !open.isEmpty { return .text(text) }
        guard text.allSatisfy(\.isWhitespace) else { throw error("text outside the root element") }
        continue
      }
      switch index + 1 < bytes.count ? bytes[index + 1] : nil {
      case UInt8(ascii: "/"): return try endTag()
      case UInt8(ascii: "?"): try skip(past: "?>", "unterminated processing instruction")
      case UInt8(ascii: "!"): if let text = try declaration() { return .text(text) }
      default: return try startTag()
      }
    }
    if let last = open.last {
      throw error("unclosed element <\(String(decoding: last, as: UTF8.self))>")
    }
    guard hasRoot else { throw error("no root element") }
    return nil
  }

  /// Reads a comment, a CDATA section, whose text it returns, or a DOCTYPE.
  private mutating func declaration() throws(SyntaxError) -> String? {
    if starts("<!--") {
      try skip(past: "-->", "unterminated comment")
    } else if starts("<![CDATA[") {
      advance(9)
      let start = index
      try skip(past: "]]>", "unterminated CDATA section")
      if !open.isEmpty { return XMLPullParser.normalized(bytes[start..<index - 3]) }
    } else if mode == .qualified, !hasRoot, starts("<!DOCTYPE") {
      try skipDoctype()
    } else {
      throw SyntaxError(.xml, .doctype, "a DOCTYPE or another declaration is not allowed", at: location)
    }
    return nil
  }

  /// Skips a DOCTYPE with nothing but names and quoted identifiers in it.
  private mutating func skipDoctype() throws(SyntaxError) {
    var quote: UInt8?
    while let byte = peek {
      if byte == 0x5B, quote == nil { break }
      advance(1)
      if byte == quote {
        quote = nil
      } else if quote == nil {
        if byte == 0x3E { return }
        if byte == 0x22 || byte == 0x27 { quote = byte }
      }
    }
    throw SyntaxError(.xml, .doctype, "a DOCTYPE or another declaration is not allowed", at: location)
  }

  // MARK: Tags

  private mutating func startTag() throws(SyntaxError) -> Event {
    if open.isEmpty, hasRoot { throw error("more than one root element") }
    advance(1)
    let name = try name()
    guard open.count < XMLPullParser.maximumDepth else {
      throw SyntaxError(.xml, .nesting, "nested more than \(XMLPullParser.maximumDepth) levels deep", at: location)
    }
    var attributes: [String: String] = [:]
    while true {
      let hadSpace = skipSpace()
      if starts("/>") {
        advance(2)
        isEmptyElement = true
        break
      }
      if peek == 0x3E {
        advance(1)
        break
      }
      guard hadSpace else { throw error("expected white space, '/>' or '>'") }
      let at = here
      let key = reported(try self.name())
      _ = skipSpace()
      guard peek == 0x3D else { throw error("expected '='") }
      advance(1)
      _ = skipSpace()
      let value = try attributeValue()
      guard attributes.updateValue(value, forKey: key) == nil else {
        throw SyntaxError(.xml, "duplicate attribute '\(key)'", at: at)
      }
      guard attributes.count <= XMLPullParser.maximumAttributes else {
        throw SyntaxError(.xml, "an element has more than \(XMLPullParser.maximumAttributes) attributes", at: at)
      }
    }
    hasRoot = true
    open.append(name)
    return .start(name: reported(name), attributes: attributes)
  }

  private mutating func endTag() throws(SyntaxError) -> Event {
    advance(2)
    let name = try name()
    _ = skipSpace()
    guard peek == 0x3E else { throw error("expected '>'") }
    advance(1)
    guard open.last == name else {
      let expected = open.last.map { "expected </\(String(decoding: $0, as: UTF8.self))>" }
      throw SyntaxError(.xml, expected ?? "unexpected end tag", at: location)
    }
    return try close()
  }

  private mutating func close() throws(SyntaxError) -> Event {
    open.removeLast()
    return .end
  }

  private mutating func name() throws(SyntaxError) -> [UInt8] {
    let start = index
    advance(count(XMLPullParser.isName))
    guard index > start else { throw error("expected a name") }
    return Array(bytes[start..<index])
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...0xFF: true
    default: false
    }
  }

  private func reported(_ name: [UInt8]) -> String {
    let colon = mode == .strict ? name.lastIndex(of: 0x3A) : nil
    return String(decoding: colon.map { name[($0 + 1)...] } ?? name[...], as: UTF8.self)
  }

  // MARK: Bytes

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }
  var here: TextLocation { TextLocation(document: document, line: line, column: column) }

  /// The number of bytes from here that belong together.
  func count(_ belongs: (UInt8) -> Bool) -> Int {
    var end = index
    while end < bytes.count, belongs(bytes[end]) { end += 1 }
    return end - index
  }

  private func starts(_ text: StaticString) -> Bool { text.withUTF8Buffer { bytes[index...].starts(with: $0) } }

  mutating func advance(_ count: Int) {
    for byte in bytes[index..<min(index + count, bytes.count)] {
      if byte == 0x0A {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    index += count
  }

  private mutating func skip(past mark: StaticString, _ message: String) throws(SyntaxError) {
    while index < bytes.count {
      if starts(mark) { return advance(mark.utf8CodeUnitCount) }
      advance(1)
    }
    throw SyntaxError(.xml, message, at: location)
  }

  private mutating func skipSpace() -> Bool {
    let start = index
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { advance(1) }
    return index > start
  }

  func error(_ message: String) -> SyntaxError { SyntaxError(.xml, message, at: here) }
}
