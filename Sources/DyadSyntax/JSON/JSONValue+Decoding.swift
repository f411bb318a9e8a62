/// Decodes `Decodable` values from JSON in the form that `JSONDecoder` expects.
extension JSONValue {
  package func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
    try Value(from: JSONValueDecoder(value: self, codingPath: []))
  }
}

private struct JSONValueDecoder: Decoder {
  let value: JSONValue
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(
      type, DecodingError.Context(codingPath: codingPath, debugDescription: "not a \(type): \(value.text())"))
  }

  func container<Key: CodingKey>(keyedBy _: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let members = value.object else { throw mismatch([String: JSONValue].self) }
    return KeyedDecodingContainer(KeyedContainer<Key>(members: members, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let items = value.array else { throw mismatch([JSONValue].self) }
    return UnkeyedContainer(items: items, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { SingleContainer(decoder: self) }
}

extension JSONValueDecoder {
  private struct SingleContainer: SingleValueDecodingContainer {
    let decoder: JSONValueDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    private func unwrap<Value>(_ value: Value?) throws -> Value {
      guard let value else { throw decoder.mismatch(Value.self) }
      return value
    }

    private func integer<Value: FixedWidthInteger>() throws -> Value {
      guard case .number(let digits) = decoder.value else { throw decoder.mismatch(Value.self) }
      return try unwrap(Value(digits) ?? Double(digits).flatMap(Value.init(exactly:)))
    }

    func decodeNil() -> Bool { decoder.value == .null }
    func decode(_: Bool.Type) throws -> Bool { try unwrap(decoder.value.bool) }
    func decode(_: String.Type) throws -> String { try unwrap(decoder.value.string) }
    func decode(_: Double.Type) throws -> Double { try unwrap(decoder.value.number) }
    func decode(_: Float.Type) throws -> Float { try unwrap(decoder.value.number.map(Float.init)) }
    func decode(_: Int.Type) throws -> Int { try integer() }
    func decode(_: Int8.Type) throws -> Int8 { try integer() }
    func decode(_: Int16.Type) throws -> Int16 { try integer() }
    func decode(_: Int32.Type) throws -> Int32 { try integer() }
    func decode(_: Int64.Type) throws -> Int64 { try integer() }
    func decode(_: UInt.Type) throws -> UInt { try integer() }
    func decode(_: UInt8.Type) throws -> UInt8 { try integer() }
    func decode(_: UInt16.Type) throws -> UInt16 { try integer() }
    func decode(_: UInt32.Type) throws -> UInt32 { try integer() }
    func decode(_: UInt64.Type) throws -> UInt64 { try integer() }
    func decode<Value: Decodable>(_: Value.Type) throws -> Value { try Value(from: decoder) }
  }

  private struct UnkeyedContainer: UnkeyedDecodingContainer {
    let items: [JSONValue]
    let codingPath: [any CodingKey]
    var currentIndex = 0
    var count: Int? { items.count }
    var isAtEnd: Bool { currentIndex == items.count }

    private mutating func next() throws -> JSONValueDecoder {
      guard !isAtEnd else {
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: "the array has no more elements")
        throw DecodingError.valueNotFound(JSONValue.self, context)
      }
      currentIndex += 1
      return JSONValueDecoder(value: items[currentIndex - 1], codingPath: codingPath)
    }

    mutating func decodeNil() -> Bool {
      guard !isAtEnd, items[currentIndex] == .null else { return false }
      currentIndex += 1
      return true
    }
    mutating func decode<Value: Decodable>(_: Value.Type) throws -> Value { try Value(from: next()) }
    mutating func nestedContainer<Key: CodingKey>(keyedBy key: Key.Type) throws -> KeyedDecodingContainer<Key> {
      try next().container(keyedBy: key)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try next() }
  }

  private struct KeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: [String: JSONValue]
    let codingPath: [any CodingKey]
    var allKeys: [Key] { members.keys.sorted().compactMap(Key.init(stringValue:)) }

    private func member(_ key: Key) throws -> JSONValueDecoder {
      guard let value = members[key.stringValue] else {
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: "no key '\(key.stringValue)'")
        throw DecodingError.keyNotFound(key, context)
      }
      return JSONValueDecoder(value: value, codingPath: codingPath + [key])
    }

    func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try member(key).value == .null }
    func decode<Value: Decodable>(_: Value.Type, forKey key: Key) throws -> Value { try Value(from: member(key)) }
    func nestedContainer<Nested: CodingKey>(
      keyedBy nested: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
      try member(key).container(keyedBy: nested)
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try member(key).unkeyedContainer()
    }
    func superDecoder() -> any Decoder { JSONValueDecoder(value: .object(members), codingPath: codingPath) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }
  }
}
