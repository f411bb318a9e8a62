/// Tokens of the scan, and collections in brackets.
extension CursorScan {
  struct Token {
    var word: Range<Int>
    /// After the closing quote.
    var end: Int
    var quoting: YAMLCursor.Quoting
  }

  /// A key at the place, which a colon follows in the line.
  func keyToken(at start: Int, to end: Int) -> (text: String, word: Range<Int>, end: Int, quoting: YAMLCursor.Quoting)?
  {
    if bytes[start] == 0x22 || bytes[start] == 0x27 {
      guard let close = closing(of: bytes[start], from: start + 1, to: end) else { return nil }
      var colon = close + 1
      while colon < end, bytes[colon] == 0x20 { colon += 1 }
      guard colon < end, bytes[colon] == 0x3A else { return nil }
      let word = start + 1..<close
      return (string(word), word, colon, bytes[start] == 0x22 ? .double : .single)
    }
    guard bytes[start] != 0x7B, bytes[start] != 0x5B else { return nil }
    for index in start..<end {
      if bytes[index] == 0x23, index > start, bytes[index - 1] == 0x20 { return nil }
      guard bytes[index] == 0x3A, index + 1 == end || isSpace(bytes[index + 1]) else { continue }
      let word = start..<trimmed(start..<index)
      return (string(word), word, index, .none)
    }
    return nil
  }

  /// The text in quotes at the place; one that is not closed before a line like a key ends with its line.
  func quoted(closingBefore column: Int) -> Token {
    let quote = bytes[place]
    let quoting: YAMLCursor.Quoting = quote == 0x22 ? .double : .single
    let first = lineEnd(from: place)
    var end = first
    while true {
      if let close = closing(of: quote, from: place + 1, to: end) {
        return Token(word: place + 1..<close, end: close + 1, quoting: quoting)
      }
      guard end < bytes.count, !isKeyLine(after: end, column) else { break }
      end = lineEnd(from: end + 1)
    }
    let stop = trimmed(place + 1..<first)
    return Token(word: place + 1..<max(stop, min(cursor, first), place + 1), end: first, quoting: quoting)
  }

  /// Reads a collection in brackets; one that is not closed ends before a line like a key.
  func readFlow(closingBefore column: Int) {
    var depth = 0
    repeat {
      let gap = place
      guard skipGap(closingBefore: column) else {
        noteGap(gap..<place)
        frames.removeLast(depth)
        return
      }
      noteGap(gap..<place)
      switch bytes[place] {
      case 0x7B, 0x5B:
        if let top = frames.last, depth > 0, !top.isList, !top.expectsValue { top.key = "" }
        frames.append(Frame(isList: bytes[place] == 0x5B, column: nil))
        depth += 1
        place += 1
      case 0x7D, 0x5D:
        frames.removeLast()
        depth -= 1
        place += 1
        if depth > 0 { complete(nil) }
      case 0x2C:
        frames.last?.isComplete = false
        frames.last?.expectsValue = frames.last?.isList ?? false
        place += 1
      case 0x3A where frames.last.map { !$0.isList && !$0.expectsValue } ?? false:
        frames.last?.expectsValue = true
        place += 1
      default: readFlowText(column)
      }
    } while depth > 0
  }

  private func readFlowText(_ column: Int) {
    let token: Token
    if bytes[place] == 0x22 || bytes[place] == 0x27 {
      token = quoted(closingBefore: column)
    } else {
      var end = place
      while end < bytes.count, bytes[end] != 0x0A, ![0x2C, 0x5D, 0x7D].contains(bytes[end]) {
        if bytes[end] == 0x3A, end + 1 == bytes.count || isSpace(bytes[end + 1]) { break }
        if bytes[end] == 0x23, end > place, bytes[end - 1] == 0x20 { break }
        end += 1
      }
      // A colon or another character that begins nothing.
      if end == place { end += 1 }
      let stop =
        (place...end).contains(cursor) && end < bytes.count ? max(trimmed(place..<end), cursor) : trimmed(place..<end)
      token = Token(word: place..<max(place, stop), end: end, quoting: .none)
    }
    let hasCursor = (token.word.lowerBound...token.word.upperBound).contains(cursor)
    place = token.end
    guard let top = frames.last else { return }
    if top.isList {
      if hasCursor { note(.start, token.word, token.quoting) }
      complete(nil)
    } else if top.expectsValue {
      if hasCursor { note(.value, token.word, token.quoting) }
      complete(string(token.word))
    } else {
      top.key = string(token.word)
      if hasCursor { noteKey(token.word, token.quoting) }
    }
  }

  /// The end of a value in brackets.
  private func complete(_ text: String?) {
    guard let top = frames.last, top.column == nil else { return }
    top.isComplete = true
    if !top.isList, let key = top.key { top.entries.append(YAMLCursor.Sibling(key: key, value: text)) }
  }

  private func noteGap(_ gap: Range<Int>) {
    guard let top = frames.last, top.column == nil, !top.isComplete,
      gap.contains(cursor) || gap.upperBound == cursor
    else { return }
    // A word that ends at the cursor has noted itself; one that begins there does so afterwards.
    if let found, !found.word.isEmpty, found.word.upperBound == cursor { return }
    if top.expectsValue { note(.value, cursor..<cursor, .none) } else { noteKey(cursor..<cursor, .none) }
  }

  /// Skips white space and comments in brackets; `false` at the end, or before a line like a key.
  private func skipGap(closingBefore column: Int) -> Bool {
    while place < bytes.count {
      if bytes[place] == 0x0A {
        if isKeyLine(after: place, column) { return false }
        place += 1
      } else if isSpace(bytes[place]) {
        place += 1
      } else if bytes[place] == 0x23, place > 0, isSpace(bytes[place - 1]) {
        place = lineEnd(from: place)
      } else {
        return true
      }
    }
    return false
  }

  /// Whether the next line with text is a key or a dash at the column, or before it.
  private func isKeyLine(after end: Int, _ column: Int) -> Bool {
    var line = end + 1
    while line <= bytes.count {
      let next = lineEnd(from: line)
      if let first = (line..<max(line, next)).first(where: { !isSpace(bytes[$0]) }) {
        guard first - line <= column else { return false }
        return bytes[first] == 0x2D || keyToken(at: first, to: next) != nil
      }
      line = next + 1
    }
    return false
  }

  // MARK: Bytes

  func lineEnd(from start: Int) -> Int {
    var index = min(start, bytes.count)
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index
  }

  func skipSpaces(to end: Int) { while place < end, isSpace(bytes[place]) { place += 1 } }

  /// The end of the range without white space.
  func trimmed(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func closing(of quote: UInt8, from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end {
      if bytes[index] == 0x5C, quote == 0x22 {
        index += 1
      } else if bytes[index] == quote {
        guard quote == 0x27, index + 1 < end, bytes[index + 1] == quote else { return index }
        index += 1
      }
      index += 1
    }
    return nil
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0D || byte == 0x09 || byte == 0x0A }
}
