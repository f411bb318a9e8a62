internal import DyadCore

/// N-Triples, or N-Quads with the graph behind each statement (W3C, RDF 1.1), in their canonical form.
final class NQuadsSyntax: RDFSyntax {
  private let sink: ByteSink
  private let ending: [UInt8]
  private var start: [UInt8] = []

  init(_ sink: ByteSink, graph: String? = nil) {
    self.sink = sink
    ending = Array((graph.map { " <\($0)> .\n" } ?? " .\n").utf8)
  }

  func begin() {}

  func subject(_ iri: String) {
    start = Array("<".utf8)
    start.append(contentsOf: RDFText.escapedIRI(iri).utf8)
    start.append(contentsOf: "> ".utf8)
  }

  func add(_ predicate: RDFName, _ object: RDFObject) {
    sink.write(bytes: start)
    sink.write(predicate.full)
    sink.write(byte: 0x20)
    switch object {
    case .name(let name): sink.write(name.full)
    case .iri(let iri):
      sink.write(byte: 0x3C)
      sink.write(RDFText.escapedIRI(iri))
      sink.write(byte: 0x3E)
    case .words(let words): RDFText.quote(words, to: sink)
    case .typed(let words, let type):
      RDFText.quote(words, to: sink)
      sink.write("^^")
      sink.write(type.full)
    case .spoken(let words, let language):
      RDFText.quote(words, to: sink)
      sink.write("@")
      sink.write(language)
    }
    sink.write(bytes: ending)
  }

  func end() {}
}

/// How words and addresses are written so that no character ends them.
enum RDFText {
  /// As the canonical form of RDF datasets has it: the few short escapes, `\u00XX` for other controls, all else as it is.
  static func quote(_ text: String, to sink: ByteSink) {
    sink.write(byte: 0x22)
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated()
      where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xEF {
        if byte == 0xEF {
          // U+FFFE and U+FFFF, which are no characters.
          guard index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE else { continue }
          if start < index { sink.write(bytes: bytes[start..<index]) }
          start = index + 3
          sink.write(bytes[index + 2] == 0xBE ? "\\uFFFE" : "\\uFFFF")
          continue
        }
        if start < index { sink.write(bytes: bytes[start..<index]) }
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
      if start < bytes.count { sink.write(bytes: bytes[start...]) }
    }
    sink.write(byte: 0x22)
  }

  /// A message that quotes a file: not longer than a screen, and with nothing in it that steers one.
  static func shown(_ message: String) -> String {
    let most = 400
    let scalars = message.unicodeScalars.prefix(most)
    let isWhole = scalars.endIndex == message.unicodeScalars.endIndex
    if isWhole, case .success = Clean.text(message) { return message }
    var shown = ""
    for scalar in scalars {
      if case .failure(let refused) = Clean.text(String(scalar)) {
        shown += "(\(refused.description))"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return isWhole ? shown : shown + " …"
  }

  /// Whether it may stand in an address as it is.
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F: false
    default: true
    }
  }

  /// What may not stand in an address is percent-encoded.
  static func escapedIRI(_ iri: String) -> String {
    if iri.utf8.allSatisfy(isPlain) { return iri }
    var escaped: [UInt8] = []
    for byte in iri.utf8 {
      if isPlain(byte) {
        escaped.append(byte)
      } else {
        escaped += Array(((byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)).utf8)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
