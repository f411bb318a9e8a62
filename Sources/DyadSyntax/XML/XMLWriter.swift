/// Writes XML element by element; every value is escaped, and white space in values is preserved.
package struct XMLWriter {
  package let sink: ByteSink

  package init(_ sink: ByteSink) {
    self.sink = sink
    sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  package func start(_ name: StaticString, _ attributes: [(StaticString, String)] = []) {
    tag(name, attributes)
    sink.write(">")
  }

  package func end(_ name: StaticString) {
    sink.write("</")
    sink.write(name)
    sink.write(">\n")
  }

  package func empty(_ name: StaticString, _ attributes: [(StaticString, String)]) {
    tag(name, attributes)
    sink.write("/>\n")
  }

  package func element(_ name: StaticString, _ attributes: [(StaticString, String)] = [], text: String) {
    start(name, attributes)
    XMLWriter.escape(text, to: sink)
    end(name)
  }

  private func tag(_ name: StaticString, _ attributes: [(StaticString, String)]) {
    sink.write("<")
    sink.write(name)
    for (key, value) in attributes {
      sink.write(" ")
      sink.write(key)
      sink.write("=\"")
      XMLWriter.escape(value, to: sink)
      sink.write("\"")
    }
  }

  /// Escapes tabs and line ends too, which a parser would normalize to spaces.
  package static func escape(_ text: String, to sink: ByteSink) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated() {
        let reference: StaticString
        switch byte {
        case 0x26: reference = "&amp;"
        case 0x3C: reference = "&lt;"
        case 0x3E: reference = "&gt;"
        case 0x22: reference = "&quot;"
        case 0x09: reference = "&#9;"
        case 0x0A: reference = "&#10;"
        case 0x0D: reference = "&#13;"
        default: continue
        }
        if start < index { sink.write(bytes: bytes[start..<index]) }
        sink.write(reference)
        start = index + 1
      }
      if start < bytes.count { sink.write(bytes: bytes[start...]) }
    }
  }
}
