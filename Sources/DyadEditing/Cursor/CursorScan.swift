/// One pass over a text, which notes what contains the cursor.
final class CursorScan {
  typealias Step = YAMLCursor.Step

  struct Found {
    var path: [Step]
    var role: YAMLCursor.Role
    var word: Range<Int>
    var quoting: YAMLCursor.Quoting
    var isInFlow: Bool
    var mapping: Frame?
  }

  /// A mapping or a list that is open at the place of the scan.
  final class Frame {
    let isList: Bool
    /// The column of its keys or dashes; `nil` in brackets.
    let column: Int?
    var key: String?
    var entries: [YAMLCursor.Sibling] = []
    /// In brackets: whether a value comes next, rather than a key.
    var expectsValue: Bool
    /// In brackets: whether a comma has to come first.
    var isComplete = false

    init(isList: Bool, column: Int?) { (self.isList, self.column, expectsValue) = (isList, column, isList) }
  }

  let bytes: [UInt8]
  let cursor: Int
  var frames: [Frame] = []
  var place = 0
  var found: Found?

  init(_ bytes: [UInt8], _ cursor: Int) { (self.bytes, self.cursor) = (bytes, cursor) }

  func run() {
    while place <= bytes.count {
      readLine()
      // The next line.
      guard place < bytes.count else { break }
      place = lineEnd(from: place) + 1
    }
  }

  // MARK: Lines

  private func readLine() {
    let start = place
    let end = lineEnd(from: start)
    skipSpaces(to: end)
    guard place < end, bytes[place] != 0x23 else {
      if (start...end).contains(cursor), place >= cursor || place == end { noteBlank(at: cursor - start) }
      place = end
      return
    }
    if (start..<place).contains(cursor) { noteBlank(at: cursor - start) }
    readNode(lineStart: start)
  }

  /// What begins at the place: dashes, a key with its value, or a text.
  private func readNode(lineStart: Int) {
    let end = lineEnd(from: place)
    let column = place - lineStart
    if bytes[place] == 0x2D, place + 1 == end || bytes[place + 1] == 0x20 || bytes[place + 1] == 0x0D {
      openList(at: column)
      place += 1
      let afterDash = place
      skipSpaces(to: end)
      if place < end, bytes[place] != 0x23 { return readNode(lineStart: lineStart) }
      if (afterDash...end).contains(cursor) { note(.start, cursor..<cursor, .none) }
      place = end
      return
    }
    if let key = keyToken(at: place, to: end) {
      openMapping(at: column)
      frames.last?.key = key.text
      if (key.word.lowerBound...key.word.upperBound).contains(cursor) { noteKey(key.word, key.quoting) }
      place = key.end + 1
      return readValue(of: key.text, lineStart: lineStart)
    }
    // A text that may become a key.
    closeFrames(for: column)
    let isKey = frames.last.map { !$0.isList && $0.column == column } ?? true
    let text = readText(to: end, isKeyIfPlain: isKey ? column : nil)
    if let top = frames.last, top.isList || top.column != column { add(text) }
  }

  private func readValue(of key: String, lineStart: Int) {
    let end = lineEnd(from: place)
    let afterColon = place
    skipSpaces(to: end)
    guard place < end, bytes[place] != 0x23 else {
      if (afterColon...max(afterColon, min(place, end))).contains(cursor), cursor > afterColon || place == end {
        note(.value, cursor..<cursor, .none)
      }
      add(nil)
      place = end
      return
    }
    if (afterColon + 1..<max(afterColon + 1, place)).contains(cursor) { note(.value, cursor..<cursor, .none) }
    if bytes[place] == 0x7C || bytes[place] == 0x3E { return readBlock() }
    add(readText(to: end, isKeyIfPlain: nil))
  }

  private func add(_ text: String?) {
    guard let top = frames.last, !top.isList, let key = top.key else { return }
    top.entries.append(YAMLCursor.Sibling(key: key, value: text))
  }

  // MARK: Texts

  /// Reads a text, or a collection in brackets; the text, unless it is a collection.
  ///
  /// - Parameter column: the column of the mapping of which the text may be a key.
  private func readText(to end: Int, isKeyIfPlain column: Int?) -> String? {
    switch bytes[place] {
    case 0x7B, 0x5B:
      readFlow(closingBefore: enclosingColumn)
      return nil
    case 0x22, 0x27:
      let token = quoted(closingBefore: enclosingColumn)
      if (token.word.lowerBound...token.word.upperBound).contains(cursor) { note(.value, token.word, token.quoting) }
      place = token.end
      return string(token.word)
    default:
      var stop = end
      if let comment = (place..<end).first(where: { bytes[$0] == 0x23 && $0 > 0 && bytes[$0 - 1] == 0x20 }) {
        stop = comment
      }
      let word = place..<trimmed(place..<stop)
      if (word.lowerBound...stop).contains(cursor) {
        let whole = word.lowerBound..<max(word.upperBound, cursor)
        if column != nil { noteKey(whole, .none) } else { note(.start, whole, .none) }
      }
      place = end
      return string(word)
    }
  }

  private func readBlock() {
    let header = lineEnd(from: place)
    let parent = enclosingColumn
    let start = min(header + 1, bytes.count)
    var end = header
    while end < bytes.count {
      let line = end + 1
      let next = lineEnd(from: line)
      let first = (line..<max(line, next)).first { bytes[$0] != 0x20 && bytes[$0] != 0x0D }
      if let first, first - line <= parent { break }
      end = next
    }
    if start <= cursor, cursor <= end { note(.value, start..<max(start, end), .block) }
    if (place...header).contains(cursor) { note(.value, place..<header, .none) }
    add(nil)
    place = end
  }

  /// The column of the nearest mapping or list that is not in brackets.
  var enclosingColumn: Int { frames.last { $0.column != nil }?.column ?? 0 }

  // MARK: Notes

  func note(_ role: YAMLCursor.Role, _ word: Range<Int>, _ quoting: YAMLCursor.Quoting) {
    found = Found(
      path: path(), role: role, word: word, quoting: quoting, isInFlow: frames.last.map { $0.column == nil } ?? false,
      mapping: frames.last { !$0.isList })
  }

  func noteKey(_ word: Range<Int>, _ quoting: YAMLCursor.Quoting) {
    found = Found(
      path: path(withoutLast: true), role: .key, word: word, quoting: quoting,
      isInFlow: frames.last.map { $0.column == nil } ?? false, mapping: frames.last { !$0.isList })
  }

  private func noteBlank(at column: Int) {
    let all = frames
    closeFrames(for: column)
    if let top = frames.last, !top.isList, top.column == column {
      noteKey(cursor..<cursor, .none)
    } else if frames.isEmpty {
      noteKey(cursor..<cursor, .none)
    } else {
      note(.start, cursor..<cursor, .none)
      found?.mapping = nil
    }
    frames = all
  }

  private func path(withoutLast: Bool = false) -> [Step] {
    var path = frames.map { $0.isList ? Step.item : Step.key($0.key ?? "") }
    if withoutLast, let last = frames.last, !last.isList { path.removeLast() }
    return path
  }

  // MARK: Frames

  private func openList(at column: Int) {
    while let top = frames.last, (top.column ?? .max) > column { frames.removeLast() }
    if let top = frames.last, top.isList, top.column == column { return }
    frames.append(Frame(isList: true, column: column))
  }

  private func openMapping(at column: Int) {
    closeFrames(for: column)
    if let top = frames.last, !top.isList, top.column == column { return }
    frames.append(Frame(isList: false, column: column))
  }

  /// Closes what ends before a key or a text at the column.
  private func closeFrames(for column: Int) {
    while let top = frames.last, (top.column ?? .max) > column || top.isList && top.column == column {
      frames.removeLast()
    }
  }
}
