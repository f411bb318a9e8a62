/// What is being written at a place of a YAML text, which may be unfinished.
///
///     let text = Array("events:\n  quay:\n    type: CON".utf8)
///     YAMLCursor(in: text, at: text.count)?.path     // [.key("events"), .key("quay"), .key("type")]
///
/// The text is read from its beginning as far as its lines, brackets and quotes show; a bracket or a quote that is not closed ends
/// before the next line that is indented like a key around it.
package struct YAMLCursor: Sendable {
  package enum Step: Hashable, Sendable { case key(String), item }

  package enum Role: Sendable {
    /// A key of the mapping at the path.
    case key
    /// The value at the path.
    case value
    /// The value at the path, or the first key of a mapping there.
    case start
  }

  package enum Quoting: Sendable { case none, single, double, block }

  package struct Sibling: Hashable, Sendable {
    package let key: String
    /// The value, if it is text.
    package let value: String?
  }

  package let path: [Step]
  package let role: Role
  /// The bytes of the word or text, without quotes; up to the cursor they are `written`.
  package let word: Range<Int>
  package let written: Range<Int>
  package let quoting: Quoting
  package let isInFlow: Bool
  /// The other keys of the same mapping.
  package let siblings: [Sibling]

  /// - Parameters:
  ///   - bytes: the text of a record or a file.
  ///   - place: the place of the cursor, in bytes.
  package init?(in bytes: [UInt8], at place: Int) {
    let scan = CursorScan(bytes, place)
    scan.run()
    guard let found = scan.found else { return nil }
    (path, role, word, quoting) = (found.path, found.role, found.word, found.quoting)
    written = word.lowerBound..<max(word.lowerBound, min(place, word.upperBound))
    isInFlow = found.isInFlow
    siblings = found.mapping?.entries ?? []
  }

  /// The keys on the path, without the items of lists.
  package var keys: [String] {
    path.compactMap { if case .key(let key) = $0 { key } else { nil } }
  }
}
