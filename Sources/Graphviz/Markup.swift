/// The tags of HTML-like markup, read byte by byte, as the XML parser of Graphviz reads them.
package struct Markup {
  private let source: String

  package init(_ source: String) { self.source = source }

  /// The reason why the markup is not allowed, as a predicate, or nil.
  package func violation(allowing permissions: Permissions) -> String? {
    if permissions.contains(.markup) { return nil }
    var source = source
    return source.withUTF8 { bytes in
      var scanner = TagScanner(bytes)
      while let name = scanner.nextTag() {
        if !Markup.isAllowed(name, permissions) { return "contains <\(name.lowercased)>, which is not allowed" }
        while let (key, value) = scanner.nextAttribute() {
          if !Markup.isAllowed(value, of: key, permissions) {
            return "contains <\(name.lowercased) \(key.lowercased)=\"\(value.string)\">, which is not allowed"
          }
        }
      }
      return nil
    }
  }

  private static func isAllowed(_ tag: TagScanner.Piece, _ permissions: Permissions) -> Bool {
    if tag.first == UInt8(ascii: "!") || tag.first == UInt8(ascii: "?") { return false }
    return permissions.contains(.files) || !tag.isEqual(to: "img")
  }

  private static func isAllowed(_ value: TagScanner.Piece, of name: TagScanner.Piece, _ permissions: Permissions)
    -> Bool
  {
    if name.isEqual(to: "face") { return AttributeRules.isFont(value.string) }
    if name.isEqual(to: "color") || name.isEqual(to: "bgcolor") { return AttributeRules.isColorList(value.string) }
    if name.isEqual(to: "href") { return permissions.contains(.links) || AttributeRules.isLink(value.string) }
    if name.isEqual(to: "src") { return permissions.contains(.files) }
    guard let range = ranges.first(where: { name.isEqual(to: $0.0) })?.1 else { return true }
    return AttributeRules.areValid(value.string, in: range) && value.string.contains(where: \.isNumber)
  }

  private static let ranges: [(StaticString, ClosedRange<Double>)] = [
    ("border", 0...127), ("cellborder", 0...127), ("cellpadding", 0...255), ("cellspacing", 0...127),
    ("width", 0...10_000), ("height", 0...10_000), ("rowspan", 1...200), ("colspan", 1...200),
    ("point-size", 1...2000), ("gradientangle", -3600...3600),
  ]
}

/// Finds tags and their attributes in markup without copying it.
private struct TagScanner {
  /// A part of the markup.
  struct Piece {
    let bytes: UnsafeBufferPointer<UInt8>

    var first: UInt8? { bytes.first }
    var string: String { String(decoding: bytes, as: UTF8.self) }
    var lowercased: String { string.lowercased() }

    /// Whether it is this name, which is in lower case, regardless of its own case.
    func isEqual(to name: StaticString) -> Bool {
      guard bytes.count == name.utf8CodeUnitCount else { return false }
      return name.withUTF8Buffer { zip(bytes, $0).allSatisfy { byte, other in TagScanner.lowercased(byte) == other } }
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The name of the next tag that is not a comment; its attributes follow.
  mutating func nextTag() -> Piece? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      index += 1
      guard starts("!--") else {
        if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
        return piece { !TagScanner.endsName($0) }
      }
      while index < bytes.count, !starts("-->") { index += 1 }
    }
    return nil
  }

  /// The next attribute of the tag; nil after the last, at the end of the tag.
  mutating func nextAttribute() -> (key: Piece, value: Piece)? {
    skip { TagScanner.isSpace($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=") }
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: ">") {
      index += 1
      return nil
    }
    let key = piece { !TagScanner.endsName($0) }
    skip(TagScanner.isSpace)
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (key, piece { _ in false }) }
    index += 1
    skip(TagScanner.isSpace)
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      return (key, piece { !TagScanner.endsName($0) })
    }
    let quote = bytes[index]
    index += 1
    let value = piece { $0 != quote }
    index = min(index + 1, bytes.count)
    return (key, value)
  }

  private mutating func piece(_ belongs: (UInt8) -> Bool) -> Piece {
    let start = index
    skip(belongs)
    return Piece(bytes: UnsafeBufferPointer(rebasing: bytes[start..<index]))
  }

  private mutating func skip(_ belongs: (UInt8) -> Bool) {
    while index < bytes.count, belongs(bytes[index]) { index += 1 }
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes.count - index >= $0.count && $0.elementsEqual(bytes[index..<index + $0.count]) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/")
  }
  private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
