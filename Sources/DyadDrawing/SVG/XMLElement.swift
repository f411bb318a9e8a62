internal import DyadContent
/// An element of an XML document: its name, its attributes in order, and what stands in it.
struct XMLElement {
  enum Content {
    case element(XMLElement)
    case text(String)
  }

  var name: String
  var attributes: [(name: String, value: String)] = []
  var content: [Content] = []

  subscript(name: String) -> String? {
    get { attributes.first { $0.name == name }?.value }
    set {
      attributes.removeAll { $0.name == name }
      if let newValue { attributes.append((name, newValue)) }
    }
  }

  var text: String {
    content.map { part in
      switch part {
      case .text(let text): text
      case .element(let element): element.text
      }
    }.joined()
  }

  func write(to text: inout String, indent: Int = 0) {
    let space = String(repeating: " ", count: indent)
    text += "\(space)<\(name)"
    for (name, value) in attributes { text += " \(name)=\"\(Markup.escaped(value))\"" }
    let words = content.compactMap { part -> String? in if case .text(let text) = part { text } else { nil } }.joined()
    let elements = content.compactMap { part -> XMLElement? in if case .element(let inner) = part { inner } else { nil }
    }
    if elements.isEmpty {
      let isEmpty = words.allSatisfy(\.isWhitespace)
      text += isEmpty ? "/>\n" : ">\(Markup.escaped(words))</\(name)>\n"
    } else {
      text += ">\n"
      for element in elements { element.write(to: &text, indent: indent + 1) }
      text += "\(space)</\(name)>\n"
    }
  }
}
