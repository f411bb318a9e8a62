/// An element of an XML document with its attributes and its content.
///
///     var root = try XMLElement(parsing: svg)
///     root["role"] = "img"
///     let bytes = root.document
package struct XMLElement: Sendable {
  package enum Content: Sendable {
    case element(XMLElement)
    case text(String)
  }

  package var name: String
  package var attributes: [(name: String, value: String)]
  package var content: [Content]

  package init(name: String, attributes: [(name: String, value: String)] = [], content: [Content] = []) {
    (self.name, self.attributes, self.content) = (name, attributes, content)
  }

  package subscript(name: String) -> String? {
    get { attributes.first { $0.name == name }?.value }
    set {
      attributes.removeAll { $0.name == name }
      if let newValue { attributes.append((name, newValue)) }
    }
  }

  /// Changes each element directly within, in its place.
  package mutating func updateElements(_ update: (inout XMLElement) -> Void) {
    for index in content.indices {
      guard case .element(var element) = content[index] else { continue }
      // The only reference to what is changed, so that nothing is copied.
      content[index] = .text("")
      update(&element)
      content[index] = .element(element)
    }
  }

  /// The text of the element and of the elements within.
  package var text: String {
    content.map { part in
      switch part {
      case .text(let text): text
      case .element(let element): element.text
      }
    }.joined()
  }
}

extension XMLElement {
  /// The root of a document, with qualified names and with attributes sorted by name; comments and instructions are
  /// dropped.
  package init(parsing bytes: [UInt8], document: String = "") throws(SyntaxError) {
    var parser = try XMLPullParser(bytes, document: document, mode: .qualified)
    var root = XMLElement(name: "")
    var open: [XMLElement] = []
    while let event = try parser.next() {
      switch event {
      case .start(let name, let attributes):
        for value in attributes.values { try XMLElement.check(value, at: parser.location) }
        let sorted = attributes.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        open.append(XMLElement(name: name, attributes: sorted))
      case .text(let text):
        try XMLElement.check(text, at: parser.location)
        open[open.count - 1].content.append(.text(text))
      case .end:
        let element = open.removeLast()
        if open.isEmpty { root = element } else { open[open.count - 1].content.append(.element(element)) }
      }
    }
    self = root
  }

  private static func check(_ text: String, at location: TextLocation) throws(SyntaxError) {
    guard XMLText.isValid(text) else {
      throw SyntaxError(.xml, "the text contains a character that XML does not allow", at: location)
    }
  }

  /// The element as a document, one element a line; text beside elements is dropped.
  package var document: [UInt8] { ByteSink.collected { XMLWriter($0).element(self, indent: 0) } }

  /// The same document without indents, for a part of a page.
  package var compactDocument: [UInt8] { ByteSink.collected { XMLWriter($0).element(self, indent: nil) } }
}

extension XMLWriter {
  /// - Parameter indent: the number of spaces before it; `nil` for none at any depth.
  fileprivate func element(_ element: XMLElement, indent: Int?) {
    let space = indent.map { String(repeating: " ", count: $0) } ?? ""
    sink.write(space)
    sink.write("<")
    sink.write(element.name)
    for (name, value) in element.attributes {
      sink.write(" ")
      sink.write(name)
      sink.write("=\"")
      XMLText.escape(value, .preservingSpace, to: sink)
      sink.write("\"")
    }
    var hasElements = false
    for case .element(let inner) in element.content {
      if !hasElements { sink.write(">\n") }
      hasElements = true
      self.element(inner, indent: indent.map { $0 + 1 })
    }
    if hasElements { return end(element.name, after: space) }
    let text = element.text
    guard !text.allSatisfy(\.isWhitespace) else { return sink.write("/>\n") }
    sink.write(">")
    XMLText.escape(text, .text, to: sink)
    end(element.name, after: "")
  }

  private func end(_ name: String, after space: String) {
    sink.write(space)
    sink.write("</")
    sink.write(name)
    sink.write(">\n")
  }
}
