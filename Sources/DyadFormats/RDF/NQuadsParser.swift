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

  /// Gives each statement away as it is read, and what is wrong at the end.
  static func read(_ bytes: [UInt8], file: String, _ take: (Statement) -> Void) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    bytes.withUnsafeBufferPointer { bytes in
      var names = Names()
      var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var line = 1
      while start < bytes.count {
        guard findings.count < mostFindings else {
          let place = SourceLocation(file: file, line: line)
          findings.append(Diagnostic(.badRDF, "too much is wrong; nothing from here on was read", at: place))
          return
        }
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var reader = NQuadsLine(UnsafeBufferPointer(rebasing: bytes[start..<end]), file: file, line: line)
        do throws(NQuadsLine.Stop) {
          if let statement = try reader.statement(&names) { take(statement) }
        } catch { findings.append(error.finding) }
        if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
        start = end + 1
        line += 1
      }
    }
    return findings
  }

  /// The addresses of subjects and predicates that came lately: they come again and again, and are held once.
  struct Names {
    private var lately: [(hash: Int, text: String)] = Array(repeating: (0, ""), count: 256)

    mutating func text(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
      var hash = 5381
      for byte in bytes { hash = hash &* 33 &+ Int(byte) }
      let slot = hash & 255
      if lately[slot].hash == hash, lately[slot].text.utf8.elementsEqual(bytes) { return lately[slot].text }
      guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
      lately[slot] = (hash, text)
      return text
    }
  }
}
