/// The elements of a page of HTML as a tree, as far as its text and its metadata need it.
///
///     let page = HTMLDocument(Array("<title>Ferry</title><p>It sails".utf8))
///     page.elements(named: "title").map { page.text(of: $0) }      // ["Ferry"]
package struct HTMLDocument: Sendable {
  package struct Element: Sendable {
    package let name: String
    /// The attributes as they are written, with their character references.
    package let attributes: [String: String]
    package fileprivate(set) var children: [Child] = []

    /// The value of an attribute, its character references replaced.
    package subscript(attribute: String) -> String? { attributes[attribute].map(HTMLText.decoded) }
  }

  package enum Child: Sendable {
    /// The index of an element.
    case element(Int)
    /// Text as it is written.
    case text(String)
  }

  /// All elements in the order of the page; the first contains the others.
  package private(set) var elements: [Element] = [Element(name: "#document", attributes: [:])]

  /// Deeper elements are children of the deepest ones.
  private static let greatestDepth = 200

  package init(_ bytes: [UInt8]) {
    var scanner = HTMLScanner(bytes)
    var open = [0]
    while let token = scanner.next() {
      switch token {
      case .text(let text): elements[open[open.count - 1]].children.append(.text(text))
      case .start(let name, let attributes):
        close(impliedBy: name, &open)
        let index = elements.count
        elements.append(Element(name: name, attributes: attributes))
        elements[open[open.count - 1]].children.append(.element(index))
        if !HTMLDocument.empty.contains(name), open.count < HTMLDocument.greatestDepth { open.append(index) }
      case .end(let name):
        guard let place = open.lastIndex(where: { elements[$0].name == name }), place > 0 else { continue }
        open.removeSubrange(place...)
      }
    }
  }

  /// Elements without an end tag.
  package static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
  ]
  /// Before these, an open paragraph ends.
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
  ]
  /// Elements that end an earlier one of the same group, up to the list or table around both.
  private static let siblings: [String: (group: Set<String>, within: Set<String>)] = [
    "li": (["li"], ["ul", "ol", "menu"]), "dt": (["dt", "dd"], ["dl"]), "dd": (["dt", "dd"], ["dl"]),
    "tr": (["tr", "td", "th"], ["table"]), "td": (["td", "th"], ["tr", "table"]),
    "th": (["td", "th"], ["tr", "table"]), "option": (["option"], ["select"]),
  ]

  private func close(impliedBy name: String, _ open: inout [Int]) {
    if let last = open.last, elements[last].name == "p", HTMLDocument.blocks.contains(name) { open.removeLast() }
    guard let (group, within) = HTMLDocument.siblings[name] else { return }
    var place = open.count - 1
    var end: Int?
    while place > 0, !within.contains(elements[open[place]].name) {
      if group.contains(elements[open[place]].name) { end = place }
      place -= 1
    }
    if let end { open.removeSubrange(end...) }
  }

  // MARK: Reading

  /// The elements of that name, in the order of the page.
  package func elements(named name: String) -> [Element] { elements.filter { $0.name == name } }

  /// The text within the element, with one space for any white space; scripts and styles have none.
  package func text(of element: Element) -> String {
    var raw = ""
    collect(element, into: &raw)
    return HTMLText.decoded(raw).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text of an element whose content is not markup, such as a script, as it is written.
  package func content(of element: Element) -> String {
    element.children.reduce(into: "") { content, child in if case .text(let text) = child { content += text } }
  }

  private func collect(_ element: Element, into text: inout String) {
    guard !["script", "style", "noscript", "template"].contains(element.name) else { return }
    for child in element.children {
      switch child {
      case .text(let words): text += words
      case .element(let index):
        if HTMLDocument.blocks.contains(elements[index].name) || elements[index].name == "br" { text += " " }
        collect(elements[index], into: &text)
      }
    }
  }
}
