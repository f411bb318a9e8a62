internal import DyadCore

/// Reads N-Triples and N-Quads (W3C, RDF 1.1), a statement a line; what is wrong with one is told, and the others are read.
struct NQuadsParser {
  struct Term: Hashable {
    enum Kind: Hashable {
      case iri, blank
      /// The type's address, and the language.
      case literal(type: String, language: String?)
    }
    var kind: Kind
    var text: String
  }

  struct Statement {
    var subject, predicate, object: Term
    var place: SourceLocation
    var objectPlace: SourceLocation
  }

  private static let mostFindings = 100

  static func read(_ bytes: [UInt8], file: String) -> Checked<[Statement]> {
    var statements: [Statement] = []
    var findings: [Diagnostic] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while start < bytes.count, findings.count < mostFindings {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      var reader = Line(bytes: bytes[start..<end], file: file, line: line)
      do {
        if let statement = try reader.statement() { statements.append(statement) }
      } catch { findings.append(error.finding) }
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
      start = end + 1
      line += 1
    }
    return Checked(statements, findings)
  }

  private struct Stop: Error { let finding: Diagnostic }

  private struct Line {
    let bytes: ArraySlice<UInt8>
    let file: String
    let line: Int
    var index: Int

    init(bytes: ArraySlice<UInt8>, file: String, line: Int) {
      (self.bytes, self.file, self.line, index) = (bytes, file, line, bytes.startIndex)
    }

    var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    var place: SourceLocation {
      SourceLocation(
        file: file, line: line, column: bytes[bytes.startIndex..<index].count { $0 & 0xC0 != 0x80 } + 1)
    }

    func stop(_ message: String) -> Stop { Stop(finding: Diagnostic(.badRDF, message, at: place)) }

    mutating func skipSpace() { while peek == 0x20 || peek == 0x09 { index += 1 } }

    mutating func take(_ byte: UInt8) -> Bool {
      guard peek == byte else { return false }
      index += 1
      return true
    }

    mutating func statement() throws(Stop) -> Statement? {
      skipSpace()
      if peek == nil || peek == 0x23 { return nil }
      let start = place
      let subject = try term("a subject")
      if case .literal = subject.kind { throw stop("a literal cannot be the subject") }
      let predicate = try term("a predicate")
      guard predicate.kind == .iri else { throw stop("only an address can be the predicate") }
      skipSpace()
      let objectPlace = place
      let object = try term("an object")
      skipSpace()
      if peek != 0x2E { _ = try term("the graph or a full stop") }
      skipSpace()
      guard take(0x2E) else { throw stop("a full stop should stand here") }
      skipSpace()
      if let rest = peek, rest != 0x23 { throw stop("the line goes on after its full stop") }
      return Statement(subject: subject, predicate: predicate, object: object, place: start, objectPlace: objectPlace)
    }

    private mutating func term(_ what: String) throws(Stop) -> Term {
      skipSpace()
      switch peek {
      case 0x3C: return Term(kind: .iri, text: try iri())
      case 0x5F: return Term(kind: .blank, text: try blank())
      case 0x22: return try literal()
      default: throw stop("\(what) should stand here")
      }
    }

    private mutating func iri() throws(Stop) -> String {
      index += 1
      var text: [UInt8] = []
      while let byte = peek, byte != 0x3E {
        switch byte {
        case 0...0x20, 0x22, 0x3C, 0x5E, 0x60, 0x7B...0x7D:
          throw stop("the character '\(Character(Unicode.Scalar(byte)))' cannot stand in an address")
        case 0x5C: text += try escape(isIRI: true)
        default:
          text.append(byte)
          index += 1
        }
      }
      guard take(0x3E) else { throw stop("the address has no end") }
      let iri = try decoded(text)
      guard iri.contains(":") else { throw stop("the address has no scheme") }
      return iri
    }

    private mutating func blank() throws(Stop) -> String {
      index += 1
      guard take(0x3A) else { throw stop("a colon should stand here") }
      let start = index
      while let byte = peek, byte != 0x20, byte != 0x09, byte != 0x3C, byte != 0x22 { index += 1 }
      // A full stop at the end belongs to the statement.
      while index > start, bytes[index - 1] == 0x2E { index -= 1 }
      guard index > start else { throw stop("a blank node needs a name") }
      return try decoded(Array(bytes[start..<index]))
    }

    private mutating func literal() throws(Stop) -> Term {
      index += 1
      var text: [UInt8] = []
      while let byte = peek, byte != 0x22 {
        if byte == 0x5C {
          text += try escape(isIRI: false)
        } else {
          text.append(byte)
          index += 1
        }
      }
      guard take(0x22) else { throw stop("the literal has no end") }
      let words = try decoded(text)
      if take(0x40) {
        let start = index
        while let byte = peek, byte != 0x20, byte != 0x09, byte != 0x2E, byte != 0x3C { index += 1 }
        let language = try decoded(Array(bytes[start..<index]))
        guard language.isLanguageTag else { throw stop("'\(language)' is no tag of a language") }
        return Term(kind: .literal(type: "", language: language), text: words)
      }
      guard take(0x5E) else { return Term(kind: .literal(type: "", language: nil), text: words) }
      guard take(0x5E), peek == 0x3C else { throw stop("a type should stand here") }
      return Term(kind: .literal(type: try iri(), language: nil), text: words)
    }

    private mutating func escape(isIRI: Bool) throws(Stop) -> [UInt8] {
      index += 1
      let plain: [UInt8: UInt8] = [
        0x74: 9, 0x62: 8, 0x6E: 10, 0x72: 13, 0x66: 12, 0x22: 0x22, 0x27: 0x27, 0x5C: 0x5C,
      ]
      if !isIRI, let byte = peek, let meant = plain[byte] {
        index += 1
        return [meant]
      }
      let count = peek == 0x75 ? 4 : peek == 0x55 ? 8 : 0
      guard count > 0 else { throw stop("there is no such escape") }
      index += 1
      guard index + count <= bytes.endIndex, bytes[index..<index + count].allSatisfy(JSONParser.isHexadecimal),
        let value = UInt32(String(decoding: bytes[index..<index + count], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { throw stop("the escape names no character") }
      index += count
      return Array(String(Character(scalar)).utf8)
    }

    private func decoded(_ text: [UInt8]) throws(Stop) -> String {
      guard let words = String(validating: text, as: UTF8.self) else {
        throw Stop(finding: Diagnostic(.unreadable, "the line is not UTF-8 text", at: place))
      }
      return words
    }
  }
}
