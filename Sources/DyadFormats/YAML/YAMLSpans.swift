internal import Yams

/// Finds the bytes of nodes: libyaml marks their starts, and the text after a mark shows the end.
struct YAMLSpans {
  /// A node whose bytes are in doubt.
  struct Doubt: Error {}

  private let bytes: [UInt8]
  private let lines: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = YAMLSpans.lineStarts(in: bytes)
  }

  /// - Parameter isInFlow: whether the node is part of a collection in brackets.
  func node(_ node: Yams.Node, isInFlow: Bool = false) throws(Doubt) -> YAMLNode {
    guard let mark = node.mark else { throw Doubt() }
    let start = try content(at: offset(of: mark))
    // Yams does not pass on the style of collections.
    let isFlow = byte(start) == 0x7B || byte(start) == 0x5B
    switch node {
    case .scalar(let scalar): return try self.scalar(scalar, at: start)
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      for (key, value) in mapping {
        // The indentation of a mapping is that of its keys, which no tag and no anchor may precede.
        guard key.scalar != nil, let mark = key.mark, try content(at: offset(of: mark)) == offset(of: mark) else {
          throw Doubt()
        }
        let key = try self.node(key, isInFlow: isFlow)
        entries.append(YAMLNode.Entry(key: key, value: try self.node(value, isInFlow: isFlow)))
      }
      if isFlow { return try flow(.mapping(entries), at: start, after: entries.last?.value, 0x7B, 0x7D) }
      // A pair within a list, as in [a: b], has no brackets of its own.
      guard !isInFlow else { throw Doubt() }
      return try block(.mapping(entries), entries.first?.key, entries.last?.value)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence { items.append(try self.node(item, isInFlow: isFlow)) }
      if isFlow { return try flow(.sequence(items), at: start, after: items.last, 0x5B, 0x5D) }
      return try block(.sequence(items), items.first, items.last)
    case .alias: throw Doubt()
    }
  }

  // MARK: Collections

  private func block(_ content: YAMLNode.Content, _ first: YAMLNode?, _ last: YAMLNode?) throws(Doubt) -> YAMLNode {
    guard let first, let last else { throw Doubt() }
    return YAMLNode(content, isFlow: false, bytes: first.bytes.lowerBound..<last.bytes.upperBound)
  }

  private func flow(
    _ content: YAMLNode.Content, at start: Int, after last: YAMLNode?, _ open: UInt8, _ close: UInt8
  ) throws(Doubt) -> YAMLNode {
    guard byte(start) == open else { throw Doubt() }
    var end = skippingSpace(from: last?.bytes.upperBound ?? start + 1)
    // A missing value may be followed by what belongs to it.
    while byte(end) == 0x2C || byte(end) == 0x3A { end = skippingSpace(from: end + 1) }
    guard byte(end) == close else { throw Doubt() }
    return YAMLNode(content, isFlow: true, bytes: start..<end + 1)
  }

  // MARK: Scalars

  private func scalar(_ scalar: Yams.Node.Scalar, at start: Int) throws(Doubt) -> YAMLNode {
    let (style, end): (YAMLNode.Style, Int)
    switch scalar.style {
    case .singleQuoted: (style, end) = (.singleQuoted, try quoted(from: start, 0x27))
    case .doubleQuoted: (style, end) = (.doubleQuoted, try quoted(from: start, 0x22))
    case .literal: (style, end) = (.literal, try blockEnd(of: scalar.string, from: start))
    case .folded: (style, end) = (.folded, try blockEnd(of: scalar.string, from: start))
    case .plain, .any: (style, end) = (.plain, try matching(scalar.string, from: start))
    }
    return YAMLNode(.scalar(scalar.string, style), isFlow: false, bytes: start..<end)
  }

  private func quoted(from start: Int, _ quote: UInt8) throws(Doubt) -> Int {
    guard byte(start) == quote else { throw Doubt() }
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == 0x5C, quote == 0x22 {
        index += 2
      } else if bytes[index] == quote {
        guard quote == 0x27, byte(index + 1) == quote else { return index + 1 }
        index += 2
      } else {
        index += 1
      }
    }
    throw Doubt()
  }

  /// The end of a scalar without escapes: every character of its text is written, and white space may be added.
  private func matching(_ text: String, from start: Int) throws(Doubt) -> Int {
    var (index, end) = (start, start)
    for character in text.utf8 where !YAMLSpans.isSpace(character) {
      while let next = byte(index), YAMLSpans.isSpace(next) { index += 1 }
      guard byte(index) == character else { throw Doubt() }
      index += 1
      end = index
    }
    return end
  }

  /// The end of the last line of a block scalar, with the empty lines that it keeps.
  private func blockEnd(of text: String, from start: Int) throws(Doubt) -> Int {
    guard byte(start) == 0x7C || byte(start) == 0x3E else { throw Doubt() }
    let header = lineEnd(from: start)
    var end = lineEnd(from: try matching(text, from: header))
    guard bytes[start..<header].prefix(3).contains(0x2B) else { return end }
    while let next = nextLine(after: end), bytes[next..<lineEnd(from: next)].allSatisfy(YAMLSpans.isSpace) {
      guard next < bytes.count else { break }
      end = lineEnd(from: next)
    }
    return end
  }

  // MARK: Places

  private func offset(of mark: Mark) throws(Doubt) -> Int {
    guard lines.indices.contains(mark.line - 1) else { throw Doubt() }
    var index = lines[mark.line - 1]
    for _ in 1..<max(1, mark.column) {
      index += 1
      while let next = byte(index), next & 0xC0 == 0x80 { index += 1 }
    }
    guard index <= bytes.count else { throw Doubt() }
    return index
  }

  /// The start of the node itself, after its anchor and its tag.
  private func content(at start: Int) throws(Doubt) -> Int {
    var index = start
    while byte(index) == 0x26 || byte(index) == 0x21 {
      while let next = byte(index), !YAMLSpans.isSpace(next) { index += 1 }
      index = skippingSpace(from: index)
    }
    return index
  }

  /// After white space, line breaks and comments.
  private func skippingSpace(from start: Int) -> Int {
    var index = start
    while let next = byte(index) {
      if next == 0x23 {
        index = lineEnd(from: index)
      } else if YAMLSpans.isSpace(next) {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  private func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  private func lineEnd(from start: Int) -> Int {
    var index = start
    while let next = byte(index), next != 0x0A, next != 0x0D { index += 1 }
    return index
  }

  private func nextLine(after end: Int) -> Int? {
    guard let first = byte(end) else { return nil }
    return first == 0x0D && byte(end + 1) == 0x0A ? end + 2 : end + 1
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// The starts of lines as libyaml counts them: also after CR, NEL, LS and PS.
  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A: starts.append(index + 1)
      case 0x0D where index + 1 == bytes.count || bytes[index + 1] != 0x0A: starts.append(index + 1)
      case 0x85 where index > 0 && bytes[index - 1] == 0xC2: starts.append(index + 1)
      case 0xA8, 0xA9:
        if index > 1, bytes[index - 1] == 0x80, bytes[index - 2] == 0xE2 { starts.append(index + 1) }
      default: break
      }
    }
    return starts
  }
}
