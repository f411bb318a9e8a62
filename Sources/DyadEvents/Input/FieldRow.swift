internal import CDelimiters

/// The fields of a row, as bytes; nothing is copied until a field is read as text.
struct FieldRow: ~Copyable {
  /// A field beyond these is counted only as too many.
  static let limit = 4096

  /// The row without its line end.
  private(set) var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
  /// How many fields it has.
  private(set) var count = 0
  /// Whether one of its bytes is zero.
  private(set) var hasZero = false
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

  /// Tabs that no quote hides.
  private mutating func divideEverywhere() {
    var zeros: Int32 = 0
    let found = dyad_find_delimiters(
      bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, delimiter, ends + 1, FieldRow.limit - 1,
      &zeros)
    ends[found + 1] = Int32(truncatingIfNeeded: bytes.count)
    (count, hasZero) = (found + 1, zeros != 0)
  }

  /// A quote opens a cell only at its start, as for `RecordReader`.
  private mutating func divideAtQuotes() {
    hasZero = bytes.contains(0)
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
    let field = UnsafeRawBufferPointer(rebasing: bytes[start..<Int(ends[index + 1])])
    // Most fields have nothing to trim.
    if !isQuoted, field.isEmpty || field[0] > 0x20 && field[field.count - 1] > 0x20 { return Field(bytes: field) }
    return Field(bytes: field).trimmed(isQuoted)
  }

  subscript(_ index: Int) -> Field { field(index) }

  /// The bytes of several fields, with what is between them; all must be there.
  func bytes(of fields: ClosedRange<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[Int(ends[fields.lowerBound]) + 1..<Int(ends[fields.upperBound + 1])])
  }
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

  /// The text as UTF-8: the bytes themselves if they are ASCII, or else a copy.
  func text(in texts: RowTexts) -> UnsafeRawBufferPointer { !hasQuotes && isASCII ? bytes : texts.bytes(of: text) }

  private var isASCII: Bool {
    var (place, high): (Int, UInt64) = (0, 0)
    while place + 8 <= bytes.count {
      high |= bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      place += 8
    }
    while place < bytes.count {
      high |= UInt64(bytes[place])
      place += 1
    }
    return high & 0x8080_8080_8080_8080 == 0
  }

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
