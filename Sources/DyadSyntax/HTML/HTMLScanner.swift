/// Reads HTML as it is found on the web as a series of tokens; every text is HTML, so that nothing is refused.
///
/// Text stays as it is written, with its character references; the content of scripts and styles is one text.
package struct HTMLScanner {
  package enum Token: Equatable, Sendable {
    case start(name: String, attributes: [String: String])
    case end(name: String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var index = 0
  /// The element whose content is not markup, until its end tag.
  private var rawElement: String?

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static let rawElements: Set<String> = ["script", "style", "title", "textarea", "xmp", "iframe", "noembed"]

  /// The next token; `nil` at the end.
  package mutating func next() -> Token? {
    while index < bytes.count {
      if let name = rawElement {
        rawElement = nil
        if let text = rawText(of: name) { return .text(text) }
        continue
      }
      guard bytes[index] == UInt8(ascii: "<") else { return .text(text(to: nextBracket(after: index))) }
      if let token = tag() { return token }
      if skipDeclaration() { continue }
      // A bracket that begins no tag is text.
      return .text(text(to: nextBracket(after: index + 1)))
    }
    return nil
  }

  private mutating func text(to end: Int) -> String {
    defer { index = end }
    return String(decoding: bytes[index..<end], as: UTF8.self)
  }

  private func nextBracket(after start: Int) -> Int {
    start >= bytes.count ? bytes.count : bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
  }

  /// The text up to the end tag of the element, which is not consumed.
  private mutating func rawText(of name: String) -> String? {
    let closing = Array("</\(name)".utf8)
    var end = index
    while end < bytes.count {
      end = nextBracket(after: end)
      guard end < bytes.count else { break }
      let isEnd =
        end + closing.count <= bytes.count
        && zip(closing, bytes[end..<end + closing.count]).allSatisfy { $0 == $1.lowercasedASCII }
      if isEnd { break }
      end += 1
    }
    return end > index ? text(to: min(end, bytes.count)) : nil
  }

  /// Skips a comment, a DOCTYPE or a processing instruction.
  private mutating func skipDeclaration() -> Bool {
    guard index + 1 < bytes.count, [UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/")].contains(bytes[index + 1])
    else { return false }
    let isComment = bytes[index...].starts(with: Array("<!--".utf8))
    let ending = Array((isComment ? "-->" : ">").utf8)
    var end = index + (isComment ? 4 : 2)
    while end < bytes.count, !bytes[end...].starts(with: ending) { end += 1 }
    index = min(end + ending.count, bytes.count)
    return true
  }

  private mutating func tag() -> Token? {
    var at = index + 1
    let isEnd = at < bytes.count && bytes[at] == UInt8(ascii: "/")
    if isEnd { at += 1 }
    guard at < bytes.count, bytes[at].isASCIILetter else { return nil }
    let start = at
    while at < bytes.count, !bytes[at].endsHTMLName { at += 1 }
    let name = String(decoding: bytes[start..<at].map(\.lowercasedASCII), as: UTF8.self)
    var attributes: [String: String] = [:]
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if bytes[at].isHTMLSpace || bytes[at] == UInt8(ascii: "/") {
        at += 1
        continue
      }
      let (key, value) = attribute(&at)
      if attributes[key] == nil { attributes[key] = value }
    }
    index = min(at + 1, bytes.count)
    if isEnd { return .end(name: name) }
    if HTMLScanner.rawElements.contains(name) { rawElement = name }
    return .start(name: name, attributes: attributes)
  }

  private func attribute(_ at: inout Int) -> (key: String, value: String) {
    let start = at
    // A key may begin with an equals sign, so that the scan always advances.
    at += 1
    while at < bytes.count, !bytes[at].endsHTMLName, bytes[at] != UInt8(ascii: "=") { at += 1 }
    let key = String(decoding: bytes[start..<at].map(\.lowercasedASCII), as: UTF8.self)
    var equals = at
    while equals < bytes.count, bytes[equals].isHTMLSpace { equals += 1 }
    guard equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else { return (key, "") }
    at = equals + 1
    while at < bytes.count, bytes[at].isHTMLSpace { at += 1 }
    guard at < bytes.count else { return (key, "") }
    let quote = bytes[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = bytes[(at + 1)...].firstIndex(of: quote) ?? bytes.count
      defer { at = min(end + 1, bytes.count) }
      return (key, String(decoding: bytes[(at + 1)..<end], as: UTF8.self))
    }
    let first = at
    while at < bytes.count, !bytes[at].isHTMLSpace, bytes[at] != UInt8(ascii: ">") { at += 1 }
    return (key, String(decoding: bytes[first..<at], as: UTF8.self))
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(lowercasedASCII) }
  fileprivate var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self + 32 : self }
  fileprivate var isHTMLSpace: Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(self) }
  fileprivate var endsHTMLName: Bool { isHTMLSpace || self == UInt8(ascii: ">") || self == UInt8(ascii: "/") }
}
