/// The escaping of literals and IRIs.
package enum RDFText {
  /// A literal in quotes, escaped as the canonical form of RDF datasets requires: the short escapes, and `\u00XX` for other
  /// control characters.
  package static func quote(_ text: String, to sink: ByteSink) {
    sink.write(byte: 0x22)
    text.withBytes { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated()
      where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xEF {
        if byte == 0xEF {
          // U+FFFE and U+FFFF are noncharacters.
          guard index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE else { continue }
          sink.write(UnsafeBufferPointer(rebasing: bytes[start..<index]))
          start = index + 3
          sink.write(bytes[index + 2] == 0xBE ? "\\uFFFE" : "\\uFFFF")
          continue
        }
        sink.write(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        start = index + 1
        switch byte {
        case 0x22: sink.write("\\\"")
        case 0x5C: sink.write("\\\\")
        case 0x08: sink.write("\\b")
        case 0x09: sink.write("\\t")
        case 0x0A: sink.write("\\n")
        case 0x0C: sink.write("\\f")
        case 0x0D: sink.write("\\r")
        default: sink.write("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true))
        }
      }
      sink.write(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    sink.write(byte: 0x22)
  }

  /// Whether an IRI may contain the byte unescaped.
  package static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F: false
    default: true
    }
  }

  /// Writes an IRI in angle brackets, escaped.
  package static func write(iri: String, to sink: ByteSink) {
    sink.write(byte: 0x3C)
    iri.withBytes { bytes in
      if bytes.allSatisfy(isPlain) { sink.write(bytes) } else { sink.write(escapedIRI(iri)) }
    }
    sink.write(byte: 0x3E)
  }

  /// The IRI with forbidden characters percent-encoded.
  package static func escapedIRI(_ iri: String) -> String {
    PercentEncoding.encode(iri, keeping: isPlain)
  }

  /// Whether the text has the form of a language tag in N-Triples: letters, then hyphens with letters and digits.
  package static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return (1...8).contains(parts[0].utf8.count) && parts[0].allSatisfy { $0.isASCII && $0.isLetter }
      && parts.allSatisfy {
        (1...8).contains($0.utf8.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
  }
}
