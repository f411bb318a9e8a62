internal import Yams

/// A node of a YAML text with the bytes that it takes, for edits in place.
///
///     YAMLNode(of: Array("kind: ties # so far".utf8))?.content     // a mapping; its value takes the bytes 6..<10
package struct YAMLNode: Sendable {
  package enum Style: Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

  package struct Entry: Sendable {
    package var key: YAMLNode
    package var value: YAMLNode
  }

  package enum Content: Sendable {
    case scalar(String, Style)
    case mapping([Entry])
    case sequence([YAMLNode])
  }

  package var content: Content
  /// Whether it is a collection in brackets.
  package var isFlow: Bool
  /// Without anchors, tags and the line break at its end; empty for a missing value.
  package var bytes: Range<Int>

  package var scalar: String? { if case .scalar(let text, _) = content { text } else { nil } }
  package var entries: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }
  package var items: [YAMLNode]? { if case .sequence(let items) = content { items } else { nil } }

  package init(_ content: Content, isFlow: Bool, bytes: Range<Int>) {
    (self.content, self.isFlow, self.bytes) = (content, isFlow, bytes)
  }

  /// The scalar, key or value, that contains the byte.
  package func scalar(at byte: Int) -> YAMLNode? {
    switch content {
    case .scalar: return bytes.contains(byte) || bytes.upperBound == byte ? self : nil
    case .sequence(let items):
      return items.lazy.compactMap { $0.scalar(at: byte) }.first
    case .mapping(let entries):
      return entries.lazy.compactMap { $0.key.scalar(at: byte) ?? $0.value.scalar(at: byte) }.first
    }
  }

  /// The root of the text; `nil` for an empty text, for one that is not YAML, and where a place is in doubt.
  package init?(of bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self), !YAMLText.isUnsafe(text),
      // Every scalar is text; the default resolver matches each key against seven regular expressions.
      let root = try? Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot(),
      let node = try? YAMLSpans(bytes).node(root)
    else { return nil }
    self = node
  }
}
