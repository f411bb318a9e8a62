#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Divides bytes into records: lines, or rows of CSV whose quoted cells may contain line breaks.
///
/// The memory is that of the longest record allowed. A longer one is skipped to its end; after a quote that nothing
/// closes, reading continues with the next line.
final class RecordReader {
  /// A record, or why there is none.
  enum Record {
    /// Without its line end; valid until the next record is read.
    case row(UnsafeRawBufferPointer)
    /// Longer than the limit; its beginning.
    case tooLong(UnsafeRawBufferPointer)
    /// A quoted cell does not end; the first line.
    case unterminated(UnsafeRawBufferPointer)
  }

  static let limit = 1 << 20
  private static let chunk = 1 << 18

  private let input: any ByteInput
  private let base = UnsafeMutableRawPointer.allocate(byteCount: limit + chunk, alignment: 64)
  private let buffer: UnsafeMutableRawBufferPointer
  private var (start, end) = (0, 0)
  private var isAtEnd = false
  private var nextLine = 1

  /// The line on which the last record begins.
  private(set) var line = 0
  /// The delimiter of quoted cells; `nil` where a quote is a character like others.
  var quotedDelimiter: UInt8?

  init(_ input: any ByteInput) {
    self.input = input
    buffer = UnsafeMutableRawBufferPointer(start: base, count: RecordReader.limit + RecordReader.chunk)
  }

  deinit { base.deallocate() }

  /// The beginning of the input, at most a chunk of it.
  func head() throws(EventFileError) -> UnsafeRawBufferPointer {
    while end < RecordReader.chunk, !isAtEnd { try fill() }
    if end >= 3, nextLine == 1, start == 0, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { start = 3 }
    return UnsafeRawBufferPointer(rebasing: buffer[start..<end])
  }

  /// The next record that is not an empty line; `nil` at the end.
  func next() throws(EventFileError) -> Record? {
    while let record = try any() {
      if case .row(let bytes) = record, bytes.isEmpty { continue }
      return record
    }
    return nil
  }

  private func any() throws(EventFileError) -> Record? {
    line = nextLine
    var scan = Scan()
    while true {
      if let length = scan.end(of: buffer, from: start, to: end, isLast: isAtEnd, quotedDelimiter) {
        return record(length, lines: scan.lines + 1, terminator: 1)
      }
      if isAtEnd {
        guard start < end else { return nil }
        if scan.isQuoted { return firstLine() }
        return record(end - start, lines: scan.lines + 1, terminator: 0)
      }
      if end - start >= RecordReader.limit { return scan.isQuoted && scan.lines > 0 ? firstLine() : try tooLong() }
      try fill()
    }
  }

  private func record(_ length: Int, lines: Int, terminator: Int) -> Record {
    var bytes = UnsafeRawBufferPointer(rebasing: buffer[start..<start + length])
    if bytes.last == 0x0D { bytes = UnsafeRawBufferPointer(rebasing: bytes.dropLast()) }
    start += length + terminator
    nextLine += lines
    return .row(bytes)
  }

  private func firstLine() -> Record {
    let length = buffer[start..<end].firstIndex(of: 0x0A).map { $0 - start } ?? end - start
    guard case .row(let bytes) = record(length, lines: 1, terminator: start + length < end ? 1 : 0) else {
      preconditionFailure()
    }
    return .unterminated(bytes)
  }

  /// Skips the rest of the line, and keeps its beginning at the start of the buffer.
  private func tooLong() throws(EventFileError) -> Record {
    let kept = 1 << 10
    base.copyMemory(from: base + start, byteCount: kept)
    var found: Int?
    while found == nil {
      end = try input.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[kept..<kept + RecordReader.chunk]))
      if end == 0 { isAtEnd = true }
      end += kept
      if isAtEnd { break }
      found = buffer[kept..<end].firstIndex(of: 0x0A)
    }
    start = found.map { $0 + 1 } ?? end
    nextLine += 1
    return .tooLong(UnsafeRawBufferPointer(rebasing: buffer[..<kept]))
  }

  private func fill() throws(EventFileError) {
    if buffer.count - end < RecordReader.chunk {
      let rest = end - start
      base.copyMemory(from: base + start, byteCount: rest)
      (start, end) = (0, rest)
    }
    let room = UnsafeMutableRawBufferPointer(rebasing: buffer[end..<min(buffer.count, end + RecordReader.chunk)])
    let count = try input.read(into: room)
    end += count
    isAtEnd = count == 0
  }
}

/// The search for the end of a record, which continues after more was read.
private struct Scan {
  private var offset = 0
  private(set) var isQuoted = false
  /// The line ends within quotes so far.
  private(set) var lines = 0

  /// The length of the record; `nil` where its end was not read yet.
  mutating func end(
    of buffer: UnsafeMutableRawBufferPointer, from start: Int, to end: Int, isLast: Bool, _ delimiter: UInt8?
  ) -> Int? {
    guard let delimiter else {
      guard start + offset < end,
        let base = buffer.baseAddress, let found = memchr(base + start + offset, 0x0A, end - start - offset)
      else {
        offset = end - start
        return nil
      }
      return UnsafeMutableRawPointer(found) - base - start
    }
    while start + offset < end {
      let index = start + offset
      let byte = buffer[index]
      if isQuoted {
        if byte == 0x0A { lines += 1 }
        if byte == 0x22 {
          // Whether the quote is doubled shows in the next byte.
          guard index + 1 < end || isLast else { return nil }
          if index + 1 < end, buffer[index + 1] == 0x22 { offset += 1 } else { isQuoted = false }
        }
      } else if byte == 0x0A {
        return offset
      } else if byte == 0x22, offset == 0 || buffer[index - 1] == delimiter {
        isQuoted = true
      }
      offset += 1
    }
    return nil
  }
}
