internal import DyadFormats
internal import DyadSyntax

/// The canonical layout of a text: indentation, empty lines and spaces, and nothing else.
///
/// The order of records and keys, quotes, brackets and comments are the author's.
struct Formatting {
  private let bytes: [UInt8]
  private let lines: TextLines
  private let starts: [Int]
  /// By how much each line moves to the right.
  private var shifts: [Int: Int] = [:]
  private var edits: [TextEdit] = []

  /// The text in canonical layout; `nil` if it cannot be read.
  static func formatted(_ bytes: [UInt8]) -> [UInt8]? {
    let text = unixLines(bytes)
    guard let root = YAMLNode(of: text) else { return nil }
    var layout = Formatting(text)
    layout.lay(root, at: 0)
    guard let indented = TextEdit.apply(layout.lineEdits(around: root), to: text), let again = YAMLNode(of: indented)
    else {
      return nil
    }
    return EmptyLines(indented, again).formatted
  }

  private init(_ bytes: [UInt8]) {
    (self.bytes, lines) = (bytes, TextLines(bytes: bytes))
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// With a line feed for each line break of YAML, which may also be a carriage return, or both.
  private static func unixLines(_ bytes: [UInt8]) -> [UInt8] {
    bytes.indices.compactMap { index in
      guard bytes[index] == 0x0D else { return bytes[index] }
      return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? nil : 0x0A
    }
  }

  // MARK: Parts

  private mutating func lay(_ node: YAMLNode, at column: Int) {
    if node.isFlow { return space(node) }
    switch node.content {
    case .scalar: break
    case .mapping(let entries):
      for entry in entries {
        move(entry.key.bytes.lowerBound..<entry.value.bytes.upperBound, from: entry.key.bytes.lowerBound, to: column)
        if !entry.value.bytes.isEmpty { gap(entry.key.bytes.upperBound..<entry.value.bytes.lowerBound, ":", ": ") }
        lay(entry.value, at: column + 2)
      }
    case .sequence(let items):
      for item in items {
        guard let dash = bytes[..<item.bytes.lowerBound].lastIndex(of: 0x2D) else { continue }
        move(dash..<item.bytes.upperBound, from: dash, to: column)
        gap(dash..<item.bytes.lowerBound, "-", "- ")
        lay(item, at: column + 2)
      }
    }
  }

  /// Moves the lines of a part; those of parts within it are moved again.
  private mutating func move(_ range: Range<Int>, from start: Int, to column: Int) {
    let first = starts.line(of: start)
    let isFirst = lines.isEmpty(starts[first]..<start)
    // After a dash, the place of the text follows from that of the dash.
    let shift = column - lines.column(of: start)
    if isFirst { shifts[first] = shift }
    let last = starts.line(of: max(start, range.upperBound))
    if last > first { for line in first + 1...last { shifts[line] = shift } }
  }

  private mutating func space(_ node: YAMLNode) {
    let (inner, parts): (String, [Range<Int>])
    switch node.content {
    case .scalar: return
    case .mapping(let entries):
      for entry in entries {
        if !entry.value.bytes.isEmpty { gap(entry.key.bytes.upperBound..<entry.value.bytes.lowerBound, ":", ": ") }
        space(entry.value)
      }
      (inner, parts) = (
        " ",
        // The place of a value that is not there may be that of the bracket.
        entries.map { entry in
          entry.key.bytes.lowerBound..<(entry.value.bytes.isEmpty ? entry.key : entry.value).bytes.upperBound
        }
      )
    case .sequence(let items):
      items.forEach { space($0) }
      (inner, parts) = ("", items.map(\.bytes))
    }
    let (open, close) = (node.bytes.lowerBound + 1, node.bytes.upperBound - 1)
    guard let first = parts.first, let last = parts.last else { return gap(open..<close, "", "") }
    gap(open..<first.lowerBound, "", inner)
    for (one, next) in zip(parts, parts.dropFirst()) { gap(one.upperBound..<next.lowerBound, ",", ", ") }
    gap(last.upperBound..<close, "", inner)
  }

  /// Sets the white space around a sign, if both are on one line and nothing else is there.
  private mutating func gap(_ range: Range<Int>, _ sign: String, _ spaced: String) {
    guard range.lowerBound <= range.upperBound, !bytes[range].contains(0x0A) else { return }
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard text != spaced, text.filter({ $0 != " " && $0 != "\t" }) == sign else { return }
    edits.append(TextEdit(file: "", range: range, replacement: spaced))
  }

  // MARK: Lines

  private func lineEdits(around root: YAMLNode) -> [TextEdit] {
    let protected = ScalarLines(root, starts)
    var all = edits
    var shift = 0
    for (index, start) in starts.enumerated() {
      let end = lines.end(from: start)
      guard !lines.isEmpty(start..<end) else {
        if end > start, !protected.contains(index) {
          all.append(TextEdit(file: "", range: start..<end, replacement: ""))
        }
        continue
      }
      let text = bytes[start..<end].firstIndex { $0 != 0x20 } ?? end
      let own =
        bytes[text] == 0x23 && !protected.contains(index)
        ? commentShift(at: index, text - start, after: shift) : shifts[index]
      shift = own ?? 0
      let indent = max(0, text - start + shift)
      if shift != 0 {
        all.append(TextEdit(file: "", range: start..<text, replacement: String(repeating: " ", count: indent)))
      }
      let last = bytes[start..<end].lastIndex { $0 != 0x20 && $0 != 0x09 } ?? start
      if last + 1 < end, !protected.contains(index), !protected.contains(index + 1) {
        all.append(TextEdit(file: "", range: last + 1..<end, replacement: ""))
      }
    }
    return all
  }

  /// A comment moves with the line below it, if it is written at the same column, else with the line above it.
  private func commentShift(at index: Int, _ column: Int, after shift: Int) -> Int {
    for next in starts.indices[(index + 1)...] {
      let (start, end) = (starts[next], lines.end(from: starts[next]))
      guard let text = bytes[start..<end].firstIndex(where: { $0 != 0x20 }), bytes[text] != 0x23 else { continue }
      return text - start == column ? shifts[next] ?? 0 : shift
    }
    return shift
  }
}

/// The lines on which a scalar goes on, where white space may be part of it.
struct ScalarLines {
  private var lines: Set<Int> = []

  init(_ root: YAMLNode, _ starts: [Int]) { visit(root, starts) }

  func contains(_ line: Int) -> Bool { lines.contains(line) }

  private mutating func visit(_ node: YAMLNode, _ starts: [Int]) {
    switch node.content {
    case .scalar:
      let (first, last) = (starts.line(of: node.bytes.lowerBound), starts.line(of: node.bytes.upperBound))
      if last > first { lines.formUnion(first + 1...last) }
    case .mapping(let entries):
      for entry in entries {
        visit(entry.key, starts)
        visit(entry.value, starts)
      }
    case .sequence(let items): for item in items { visit(item, starts) }
    }
  }
}

/// The empty lines of a text: one between sections, at most one elsewhere, none at the ends.
private struct EmptyLines {
  private let rows: [ArraySlice<UInt8>]
  private let protected: ScalarLines
  private let sections: Set<Int>

  init(_ bytes: [UInt8], _ root: YAMLNode) {
    let starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    rows = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    protected = ScalarLines(root, starts)
    let keys = root.isFlow ? [] : (root.entries ?? []).dropFirst().map(\.key.bytes.lowerBound)
    sections = Set(keys.map(starts.line))
  }

  var formatted: [UInt8] {
    let heads = Set(sections.map(head))
    var result: [ArraySlice<UInt8>] = []
    for (index, row) in rows.enumerated() {
      if heads.contains(index), result.last?.isEmpty == false { result.append([]) }
      let isSpare = row.isEmpty && !protected.contains(index) && (result.last?.isEmpty ?? true)
      if !isSpare { result.append(row) }
    }
    while result.last?.isEmpty == true, !protected.contains(rows.count - 2) { result.removeLast() }
    var bytes = Array(result.joined(separator: [0x0A]))
    if bytes.last != 0x0A { bytes.append(0x0A) }
    return bytes
  }

  /// The first of the comments above a section, or its own line.
  private func head(of line: Int) -> Int {
    var head = line
    while head > 0, rows[head - 1].first(where: { $0 != 0x20 }) == 0x23, !protected.contains(head - 1) { head -= 1 }
    return head
  }
}

extension [Int] {
  /// The last of the ascending starts of lines that is not after the place.
  func line(of place: Int) -> Int {
    var (low, high) = (0, count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if self[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }
}
