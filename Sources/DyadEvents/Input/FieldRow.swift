/// The fields of a row, as bytes; nothing is copied until a field is read as text.
struct FieldRow: ~Copyable {
  /// A field beyond these is counted only as too many.
  static let limit = 4096

  /// The row without its line end.
  private(set) var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
  /// How many fields it has.
  private(set) var count = 0
  /// Where each field ends; it begins after the end of the one before.
  private let ends = UnsafeMutablePointer<Int32>.allocate(capacity: limit + 8)
  private let isQuoted: Bool
  private let delimiter: UInt8

  init(_ syntax: RowSyntax) {
    (isQuoted, delimiter) = (syntax == .csv, syntax.delimiter)
    ends[0] = -1
  }

  deinit { ends.deallocate() }

  /// Divides a row at its delimiters.
  mutating func divide(_ row: UnsafeRawBufferPointer) {
    bytes = row
    if isQuoted { divideAtQuotes() } else { divideEverywhere() }
  }

  /// 64 bytes at a time: most bytes of a row are inside of fields that nobody reads.
  private mutating func divideEverywhere() {
    var (place, field) = (0, 1)
    let length = bytes.count
    while place + 64 <= length, field + 64 <= FieldRow.limit {
      var hits = delimiters(at: place)
      let found = hits.nonzeroBitCount
      var slot = field
      // Eight at a time without a branch; those beyond the last one are overwritten.
      repeat {
        for index in 0..<8 {
          ends[slot &+ index] = Int32(truncatingIfNeeded: place &+ hits.trailingZeroBitCount)
          hits &= hits &- 1
        }
        slot &+= 8
      } while hits != 0
      field &+= found
      place &+= 64
    }
    while place < length, field < FieldRow.limit {
      if bytes[place] == delimiter {
        ends[field] = Int32(truncatingIfNeeded: place)
        field += 1
      }
      place += 1
    }
    ends[field] = Int32(truncatingIfNeeded: length)
    count = field
  }

  /// A bit for each of 64 bytes: whether it is the delimiter.
  private func delimiters(at place: Int) -> UInt64 {
    let pattern = UInt64(delimiter) &* 0x0101_0101_0101_0101
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var bits: UInt64 = 0
    for index in 0..<8 {
      let word = bytes.loadUnaligned(fromByteOffset: place &+ index &* 8, as: UInt64.self).littleEndian ^ pattern
      // The high bit of every byte that is zero, and of no other; then the bits side by side.
      let zeros = ~(((word & low) &+ low) | word | low)
      let byte = ((zeros &>> 7) &* 0x0102_0408_1020_4080) &>> 56
      bits |= byte &<< UInt64(index &* 8)
    }
    return bits
  }

  /// A quote opens a cell only at its start, as for `RecordReader`.
  private mutating func divideAtQuotes() {
    var (place, field, isInside, isAtStart) = (0, 1, false, true)
    while place < bytes.count {
      let byte = bytes[place]
      if isInside {
        if byte == 0x22 {
          if place + 1 < bytes.count, bytes[place + 1] == 0x22 { place += 1 } else { isInside = false }
        }
      } else if byte == delimiter, field < FieldRow.limit {
        ends[field] = Int32(truncatingIfNeeded: place)
        field += 1
        isAtStart = true
        place += 1
        continue
      } else if byte == 0x22, isAtStart {
        isInside = true
      }
      isAtStart = false
      place += 1
    }
    ends[field] = Int32(truncatingIfNeeded: bytes.count)
    count = field
  }

  // MARK: Fields

  /// The field without spaces around it; empty where the row is shorter.
  func field(_ index: Int) -> Field {
    guard index >= 0, index < count else { return Field(bytes: UnsafeRawBufferPointer(start: nil, count: 0)) }
    let start = Int(ends[index]) + 1
    return Field(bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<Int(ends[index + 1])])).trimmed(isQuoted)
  }

  subscript(_ index: Int) -> Field { field(index) }
}

/// How the rows of a file are written.
enum RowSyntax: Sendable {
  /// Fields between tabs; a quote is a character like others.
  case tabs
  /// Fields between commas, which may be quoted.
  case csv

  var delimiter: UInt8 { self == .tabs ? 0x09 : 0x2C }
}

/// A field of a row, as bytes.
struct Field {
  private(set) var bytes: UnsafeRawBufferPointer
  /// Whether a doubled quote in it means one.
  private var hasQuotes = false

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isEmpty: Bool { bytes.isEmpty }

  fileprivate func trimmed(_ isQuoted: Bool) -> Field {
    var (low, high) = (0, bytes.count)
    if isQuoted, high >= 2, bytes[0] == 0x22, bytes[high - 1] == 0x22 {
      var field = Field(bytes: UnsafeRawBufferPointer(rebasing: bytes[1..<high - 1]))
      field.hasQuotes = field.bytes.contains(0x22)
      return field.trimmed(false)
    }
    while low < high, bytes[low] == 0x20 { low += 1 }
    while low < high, bytes[high - 1] == 0x20 { high -= 1 }
    guard low > 0 || high < bytes.count else { return self }
    var field = self
    field.bytes = UnsafeRawBufferPointer(rebasing: bytes[low..<high])
    return field
  }

  /// The text; where it is not UTF-8, with replacement characters.
  var text: String {
    guard hasQuotes else { return String(decoding: bytes, as: UTF8.self) }
    var (plain, isSecond) = ([UInt8](), false)
    for byte in bytes {
      isSecond = byte == 0x22 && !isSecond
      if !isSecond { plain.append(byte) }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The text; `nil` where the field is empty.
  var content: String? { isEmpty ? nil : text }

  static func == (field: Field, text: StaticString) -> Bool {
    field.bytes.count == text.utf8CodeUnitCount
      && field.bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  // MARK: Numbers

  /// The digits as a number; `nil` where there are none, others, or more than 18.
  var digits: Int? { Field.digits(bytes) }

  private static func digits(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var number = 0
    for byte in bytes {
      let digit = byte &- 0x30
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// A whole number, also as `12.0` or `-3`; `nil` where it is none.
  var integer: Int? { decimal(places: 0) }

  /// The number in tenths, exactly; further decimals are rounded away from zero.
  var tenths: Int? { decimal(places: 1) }

  private func decimal(places: Int) -> Int? {
    guard let first = bytes.first else { return nil }
    let isNegative = first == 0x2D
    let unsigned = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(isNegative || first == 0x2B ? 1 : 0))
    let point = unsigned.firstIndex(of: 0x2E) ?? unsigned.count
    let whole = UnsafeRawBufferPointer(rebasing: unsigned[..<point])
    let decimals = unsigned.dropFirst(point + 1)
    guard let number = whole.isEmpty && !decimals.isEmpty ? 0 : Field.digits(whole), number < 1 << 53,
      decimals.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    var value = number
    var index = decimals.startIndex
    for _ in 0..<places {
      value *= 10
      if index < decimals.endIndex {
        value += Int(decimals[index] - 0x30)
        index += 1
      }
    }
    if index < decimals.endIndex, decimals[index] >= 0x35 { value += 1 }
    return isNegative ? -value : value
  }

  /// The number; `nil` where it is none.
  var double: Double? { isEmpty ? nil : Double(text).flatMap { $0.isFinite ? $0 : nil } }
}
