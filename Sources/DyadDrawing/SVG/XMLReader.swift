internal import Foundation
#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// Reads an XML document into elements; comments and processing instructions are dropped.
final class XMLReader: NSObject, XMLParserDelegate {
  private var stack: [XMLElement] = []
  private var root: XMLElement?

  static func read(_ bytes: [UInt8]) -> XMLElement? {
    let reader = XMLReader()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    return parser.parse() ? reader.root : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    stack.append(XMLElement(name: name, attributes: attributes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard !stack.isEmpty else { return }
    stack[stack.count - 1].content.append(.text(text))
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    let element = stack.removeLast()
    if stack.isEmpty {
      root = element
    } else {
      stack[stack.count - 1].content.append(.element(element))
    }
  }
}
