import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An SVG, read by an XML parser.
final class SVG: NSObject, XMLParserDelegate {
  struct Element: Hashable {
    var name: String
    var attributes: [String: String]
    var text = ""
  }
  private(set) var elements: [Element] = []
  private(set) var isWellFormed = false
  private var open: [Int] = []

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func texts(_ name: String) -> [String] { elements.filter { $0.name == name }.map(\.text) }
  var root: [String: String] { elements.first?.attributes ?? [:] }

  /// The elements of the group with this title.
  func group(_ title: String) -> [Element] {
    guard let start = elements.firstIndex(where: { $0.name == "title" && $0.text == title }) else {
      return []
    }
    return Array(elements[(start + 1)...].prefix { $0.name != "g" || $0.attributes["class"] == nil })
  }

  func parser(
    _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
    attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }
  func parser(_: XMLParser, foundCharacters string: String) {
    if let last = open.last { elements[last].text += string }
  }
  func parser(_: XMLParser, didEndElement _: String, namespaceURI _: String?, qualifiedName _: String?) {
    open.removeLast()
  }
}
