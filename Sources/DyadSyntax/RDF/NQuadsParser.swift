/// Parses N-Triples and N-Quads (W3C, RDF 1.1), one statement a line.
///
///     let errors = NQuadsParser.parse(bytes, document: "network.nq") { print($0.subject.text) }
///
/// After an error in a line, parsing continues with the next one. The graph of a statement is checked and dropped.
package struct NQuadsParser {
  package struct Term: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case iri, blank
      /// The IRI of the type, and the language.
      case literal(type: String, language: String?)
    }
    package var kind: Kind
    package var text: String

    package init(kind: Kind, text: String) { (self.kind, self.text) = (kind, text) }
  }

  /// A reference, since readers have statements in several lists.
  package final class Statement: Sendable {
    package let subject: Term
    /// The IRI of the predicate.
    package let predicate: String
    package let object: Term
    package let location: TextLocation
    private let objectColumn: Int

    init(subject: Term, predicate: String, object: Term, location: TextLocation, objectColumn: Int) {
      (self.subject, self.predicate, self.object) = (subject, predicate, object)
      (self.location, self.objectColumn) = (location, objectColumn)
    }

    /// A statement is on one line.
    package var objectLocation: TextLocation {
      TextLocation(document: location.document, line: location.line, column: objectColumn)
    }
  }

  package static let maximumErrors = 100

  /// Calls the body for each statement as soon as it is parsed; returns the errors.
  package static func parse(
    _ bytes: [UInt8], document: String, _ body: (Statement) -> Void
  ) -> [SyntaxError] {
    var errors: [SyntaxError] = []
    bytes.withUnsafeBufferPointer { bytes in
      var names = Names()
      var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var line = 1
      while start < bytes.count {
        guard errors.count < maximumErrors else {
          let location = TextLocation(document: document, line: line)
          errors.append(SyntaxError(.nquads, "too much is wrong; nothing from here on was read", at: location))
          return
        }
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var reader = NQuadsLine(UnsafeBufferPointer(rebasing: bytes[start..<end]), document: document, line: line)
        do throws(SyntaxError) {
          if let statement = try reader.statement(&names) { body(statement) }
        } catch { errors.append(error) }
        if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
        start = end + 1
        line += 1
      }
    }
    return errors
  }

  /// A cache of recent IRIs, which repeat from line to line.
  struct Names {
    private var recent: [(hash: Int, text: String)] = Array(repeating: (0, ""), count: 256)

    mutating func text(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
      var hash = 5381
      for byte in bytes { hash = hash &* 33 &+ Int(byte) }
      let slot = hash & 255
      if recent[slot].hash == hash, recent[slot].text.withBytes({ $0.elementsEqual(bytes) }) {
        return recent[slot].text
      }
      guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
      recent[slot] = (hash, text)
      return text
    }
  }
}
