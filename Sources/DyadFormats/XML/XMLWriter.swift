/// Writes XML as it is told: every value escaped, line ends in values kept.
struct XMLWriter {
  let sink: ByteSink

  init(_ sink: ByteSink) {
    self.sink = sink
    sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  func start(_ name: StaticString, _ attributes: [(StaticString, String)] = []) {
    tag(name, attributes)
    sink.write(">")
  }

  func end(_ name: StaticString) {
    sink.write("</")
    sink.write(name)
    sink.write(">\n")
  }

  func empty(_ name: StaticString, _ attributes: [(StaticString, String)]) {
    tag(name, attributes)
    sink.write("/>\n")
  }

  func element(_ name: StaticString, _ attributes: [(StaticString, String)] = [], text: String) {
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

  /// Also what a reader would make a space or a line end of.
  static func escape(_ text: String, to sink: ByteSink) {
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
