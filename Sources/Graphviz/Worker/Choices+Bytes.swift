extension ByteCodable where Self: RawRepresentable, RawValue: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    guard let value = Self(rawValue: try reader.value()) else { throw ByteReader.Malformed() }
    self = value
  }

  package func write(to bytes: inout [UInt8]) { rawValue.write(to: &bytes) }
}

extension Engine: ByteCodable {}
extension ImageFormat: ByteCodable {}
extension Permissions: ByteCodable {}
