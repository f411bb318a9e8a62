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
    XMLText.escape(text, .preservingSpace, to: sink)
    end(name)
  }

  private func tag(_ name: StaticString, _ attributes: [(StaticString, String)]) {
    sink.write("<")
    sink.write(name)
    for (key, value) in attributes {
      sink.write(" ")
      sink.write(key)
      sink.write("=\"")
      XMLText.escape(value, .preservingSpace, to: sink)
      sink.write("\"")
    }
  }
}
