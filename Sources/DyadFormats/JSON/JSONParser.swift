internal import DyadCore

/// Reads JSON (RFC 8259) with the place of every value.
///
/// Nesting is bounded, a key that stands twice is an error, and so is half of a surrogate pair: each is read
/// differently by different programs.
struct JSONParser {
  static let deepest = 64

  private let bytes: [UInt8]
  private let file: String
  private var index = 0
  private var line: Int
  private var lineStart = 0
  private var counted = (index: 0, column: 1)

  private struct Stop: Error { let finding: Diagnostic }

  private init(_ bytes: [UInt8], file: String, line: Int) { (self.bytes, self.file, self.line) = (bytes, file, line) }

  /// The one value of the text; `nil` beside an error. `line` is the number of its first line.
  static func read(_ bytes: [UInt8], file: String, line: Int = 1) -> Checked<JSONNode?> {
    var parser = JSONParser(bytes, file: file, line: line)
    do {
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.index = 3 }
      try parser.checkEncoding()
      parser.skipSpace()
      let node = try parser.value(depth: 0)
      parser.skipSpace()
      if parser.index < bytes.count { throw parser.stop("the text goes on after its end") }
      return Checked(node)
    } catch let stop as Stop {
      return Checked(nil, [stop.finding])
    } catch { preconditionFailure("nothing else is thrown") }
  }

  // MARK: Values

  private mutating func value(depth: Int) throws -> JSONNode {
    guard depth < JSONParser.deepest else {
      throw Stop(finding: Diagnostic(.tooDeep, "nested more than \(JSONParser.deepest) deep", at: place))
    }
    let start = place
    switch peek {
    case 0x7B: return JSONNode(value: .object(try object(depth)), place: start)
    case 0x5B: return JSONNode(value: .list(try list(depth)), place: start)
    case 0x22: return JSONNode(value: .words(try string()), place: start)
    case 0x74: return try word("true", .flag(true))
    case 0x66: return try word("false", .flag(false))
    case 0x6E: return try word("null", .null)
    case let byte? where byte == 0x2D || (0x30...0x39).contains(byte):
      return JSONNode(value: .number(try number()), place: start)
    case nil: throw stop("the text ends where a value should stand")
    default: throw stop("no value begins with this character")
    }
  }

  private mutating func object(_ depth: Int) throws -> [(key: String, keyPlace: SourceLocation, value: JSONNode)] {
    index += 1
    var members: [(key: String, keyPlace: SourceLocation, value: JSONNode)] = []
    var firsts: [String: SourceLocation] = [:]
    skipSpace()
    if take(0x7D) { return members }
    while true {
      let at = place
      guard peek == 0x22 else { throw stop("a key in double quotes should stand here") }
      let key = try string()
      if let first = firsts.updateValue(at, forKey: key) {
        throw Stop(
          finding: Diagnostic(
            .duplicateKey, "'\(key)' stands twice in one mapping", at: at,
            notes: [Diagnostic.Note("first written here", at: first)]))
      }
      skipSpace()
      guard take(0x3A) else { throw stop("a colon should stand here") }
      skipSpace()
      members.append((key, at, try value(depth: depth + 1)))
      skipSpace()
      if take(0x7D) { return members }
      guard take(0x2C) else { throw stop("a comma or } should stand here") }
      skipSpace()
    }
  }

  private mutating func list(_ depth: Int) throws -> [JSONNode] {
    index += 1
    var items: [JSONNode] = []
    skipSpace()
    if take(0x5D) { return items }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if take(0x5D) { return items }
      guard take(0x2C) else { throw stop("a comma or ] should stand here") }
      skipSpace()
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONNode.Value) throws -> JSONNode {
    let start = place
    let isThere = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
    guard isThere else { throw stop("no value begins so") }
    index += word.utf8CodeUnitCount
    return JSONNode(value: value, place: start)
  }

  private mutating func number() throws -> String {
    let start = index
    _ = take(0x2D)
    if !take(0x30) { try digits() }
    if take(0x2E) { try digits() }
    if take(0x65) || take(0x45) {
      if !take(0x2B) { _ = take(0x2D) }
      try digits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard Double(text)?.isFinite == true else { throw stop("the number is too large") }
    return text
  }

  private mutating func digits() throws {
    let start = index
    while let byte = peek, (0x30...0x39).contains(byte) { index += 1 }
    if index == start { throw stop("a digit should stand here") }
  }

  // MARK: Strings

  private mutating func string() throws -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case 0x22:
        index += 1
        return String(decoding: text, as: UTF8.self)
      case 0x5C: text.append(contentsOf: try escaped())
      case 0..<0x20: throw stop("a control character stands in a string")
      default:
        text.append(byte)
        index += 1
      }
    }
    throw stop("the string has no end")
  }

  private mutating func escaped() throws -> [UInt8] {
    index += 1
    let plain: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
    ]
    if let byte = peek, let meant = plain[byte] {
      index += 1
      return [meant]
    }
    guard take(0x75) else { throw stop("there is no such escape") }
    var unit = try hexadecimal()
    if (0xD800..<0xDC00).contains(unit), take(0x5C), take(0x75) {
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw stop("half of a surrogate pair stands alone") }
      unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(unit) else { throw stop("half of a surrogate pair stands alone") }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() throws -> UInt32 {
    guard index + 4 <= bytes.count, bytes[index..<index + 4].allSatisfy(JSONParser.isHexadecimal),
      let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw stop("four hexadecimal digits should stand here") }
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

  private func checkEncoding() throws {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    throw Stop(finding: Diagnostic(.unreadable, "the file is not UTF-8 text", at: SourceLocation(file: file)))
  }

  /// Columns count scalars, as everywhere; counted on from the last place, since a file may be one long line.
  private var place: SourceLocation {
    mutating get {
      let from = max(counted.index, lineStart)
      if from == lineStart, counted.index <= lineStart { counted.column = 1 }
      counted.column += bytes[from..<max(from, index)].count { $0 & 0xC0 != 0x80 }
      counted.index = max(from, index)
      return SourceLocation(file: file, line: line, column: counted.column)
    }
  }

  private mutating func stop(_ message: String) -> Stop { Stop(finding: Diagnostic(.badJSON, message, at: place)) }
}
