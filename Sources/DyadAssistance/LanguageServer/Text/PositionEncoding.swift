/// How a client counts the characters of a line.
package enum PositionEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The first that the server has of those that a client offers; UTF-16 is what the protocol requires.
  static func negotiated(_ offered: [String]) -> PositionEncoding {
    offered.lazy.compactMap(PositionEncoding.init).first ?? .utf16
  }

  /// The units of a scalar, by the first byte of its UTF-8.
  fileprivate func units(ofLead byte: UInt8) -> Int {
    switch self {
    case .utf8: byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    case .utf16: byte < 0xF0 ? 1 : 2
    case .utf32: 1
    }
  }
}

/// A place in a text as the protocol counts: lines and characters from 0.
package struct Position: Hashable, Comparable, Sendable {
  package var line: Int
  package var character: Int

  package init(line: Int, character: Int) { (self.line, self.character) = (line, character) }

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

/// The lines of a text, to convert places.
package struct LineIndex: Sendable {
  private let bytes: [UInt8]
  /// Where each line begins, after `\n`, `\r\n` and `\r`.
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices {
        let byte = buffer[index]
        if byte == 0x0A || byte == 0x0D && (index + 1 == buffer.count || buffer[index + 1] != 0x0A) {
          starts.append(index + 1)
        }
      }
    }
    self.starts = starts
  }

  package var count: Int { starts.count }

  /// The bytes of a line without its line break.
  package func line(_ number: Int) -> Range<Int> {
    guard starts.indices.contains(number) else { return bytes.count..<bytes.count }
    var end = number + 1 < starts.count ? starts[number + 1] : bytes.count
    while end > starts[number], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return starts[number]..<end
  }

  /// The byte of a place; beyond the end of a line, its end.
  package func offset(of position: Position, _ encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    let line = line(position.line)
    var (index, units) = (line.lowerBound, 0)
    while index < line.upperBound, units < position.character {
      units += encoding.units(ofLead: bytes[index])
      // Between the halves of a surrogate pair is before it.
      if units > position.character { return index }
      index += 1
      while index < line.upperBound, bytes[index] & 0xC0 == 0x80 { index += 1 }
    }
    return index
  }

  /// The place of a byte.
  package func position(of offset: Int, _ encoding: PositionEncoding) -> Position {
    let number = self.number(ofLineAt: offset)
    var units = 0
    for index in starts[number]..<max(starts[number], min(offset, bytes.count)) where bytes[index] & 0xC0 != 0x80 {
      units += encoding.units(ofLead: bytes[index])
    }
    return Position(line: number, character: units)
  }

  /// The number of the line with the byte, from 0.
  package func number(ofLineAt offset: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The byte of a line and a column that count from 1, columns in scalars.
  package func offset(line: Int, column: Int) -> Int {
    offset(of: Position(line: line - 1, character: column - 1), .utf32)
  }
}
