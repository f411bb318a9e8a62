/// A value as bytes, for the socket between a process and its worker: both are the same program, so there are no versions.
package protocol ByteCodable {
  init(from reader: inout ByteReader) throws(ByteReader.Malformed)
  func write(to bytes: inout [UInt8])
}

extension [UInt8] {
  /// Appends the parts of a value, in the order in which they are read.
  mutating func append<each Part: ByteCodable>(parts: repeat each Part) {
    repeat (each parts).write(to: &self)
  }
}

/// Reads values in the order in which they were written. A worker may be damaged, so every length is checked.
package struct ByteReader {
  /// The bytes are not those of the value.
  package struct Malformed: Error {}

  private var rest: ArraySlice<UInt8>

  package init(_ bytes: [UInt8]) { rest = bytes[...] }

  package var isAtEnd: Bool { rest.isEmpty }

  package mutating func bytes(_ count: Int) throws(Malformed) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw Malformed() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  package mutating func value<Value: ByteCodable>(_ type: Value.Type = Value.self) throws(Malformed) -> Value {
    try Value(from: &self)
  }
}

extension UInt64: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self = try reader.bytes(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  package func write(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: littleEndian) { bytes.append(contentsOf: $0) }
  }
}

extension Int: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self = Int(truncatingIfNeeded: try reader.value(UInt64.self))
  }

  package func write(to bytes: inout [UInt8]) { UInt64(truncatingIfNeeded: self).write(to: &bytes) }
}

extension Double: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self = Double(bitPattern: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) { bitPattern.write(to: &bytes) }
}

extension UInt8: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self = try reader.bytes(1).first ?? 0
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(self) }
}

extension Bool: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) { self = try reader.value(UInt8.self) != 0 }

  package func write(to bytes: inout [UInt8]) { bytes.append(self ? 1 : 0) }
}

extension String: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(decoding: try reader.bytes(try reader.value()), as: UTF8.self)
  }

  package func write(to bytes: inout [UInt8]) {
    utf8.count.write(to: &bytes)
    bytes.append(contentsOf: utf8)
  }
}

extension Optional: ByteCodable where Wrapped: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self = try reader.value(Bool.self) ? .some(try reader.value()) : .none
  }

  package func write(to bytes: inout [UInt8]) {
    (self != nil).write(to: &bytes)
    self?.write(to: &bytes)
  }
}

extension Array: ByteCodable where Element: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    let count = try reader.value(Int.self)
    if Element.self == UInt8.self, let own = Array<UInt8>(try reader.bytes(count)) as? [Element] {
      self = own
      return
    }
    self = []
    for _ in 0..<Swift.max(count, 0) { append(try reader.value()) }
  }

  package func write(to bytes: inout [UInt8]) {
    count.write(to: &bytes)
    if let own = self as? [UInt8] { bytes += own } else { forEach { $0.write(to: &bytes) } }
  }
}

extension Dictionary: ByteCodable where Key: ByteCodable, Value: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self = [:]
    for _ in 0..<Swift.max(try reader.value(Int.self), 0) { self[try reader.value()] = try reader.value(Value.self) }
  }

  package func write(to bytes: inout [UInt8]) {
    count.write(to: &bytes)
    for (key, value) in self {
      key.write(to: &bytes)
      value.write(to: &bytes)
    }
  }
}
