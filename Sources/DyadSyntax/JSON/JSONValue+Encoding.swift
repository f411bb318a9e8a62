/// Encodes `Encodable` values as JSON in the form that `JSONEncoder` gives them.
extension JSONValue {
  package init(encoding value: some Encodable) throws {
    let target = EncodingTarget()
    try value.encode(to: JSONValueEncoder(target: target, codingPath: []))
    self = target.value
  }
}

/// The destination of the value of an encoder or a container.
private final class EncodingTarget {
  private var scalar = JSONValue.null
  private var items: [EncodingTarget]?
  private var members: [String: EncodingTarget]?

  var value: JSONValue {
    if let items { return .array(items.map(\.value)) }
    return members.map { .object($0.mapValues(\.value)) } ?? scalar
  }

  var count: Int { items?.count ?? 0 }

  func set(_ value: JSONValue) { scalar = value }
  func becomeArray() { items = items ?? [] }
  func becomeObject() { members = members ?? [:] }

  func append() -> EncodingTarget {
    let target = EncodingTarget()
    items?.append(target)
    return target
  }

  func member(_ key: some CodingKey) -> EncodingTarget {
    let target = EncodingTarget()
    members?[key.stringValue] = target
    return target
  }

  func set(_ number: Double, _ codingPath: [any CodingKey]) throws {
    guard number.isFinite else {
      let context = EncodingError.Context(codingPath: codingPath, debugDescription: "JSON has no \(number)")
      throw EncodingError.invalidValue(number, context)
    }
    set(JSONValue(number))
  }
}

private struct JSONValueEncoder: Encoder {
  let target: EncodingTarget
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
    target.becomeObject()
    return KeyedEncodingContainer(KeyedContainer<Key>(target: target, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    target.becomeArray()
    return UnkeyedContainer(target: target, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    SingleContainer(target: target, codingPath: codingPath)
  }
}

extension JSONValueEncoder {
  private struct SingleContainer: SingleValueEncodingContainer {
    let target: EncodingTarget
    let codingPath: [any CodingKey]

    func encodeNil() { target.set(.null) }
    func encode(_ value: Bool) { target.set(.bool(value)) }
    func encode(_ value: String) { target.set(.string(value)) }
    func encode(_ value: Double) throws { try target.set(value, codingPath) }
    func encode(_ value: Float) throws { try target.set(Double(value), codingPath) }
    func encode(_ value: Int) { target.set(.number(String(value))) }
    func encode(_ value: Int8) { target.set(.number(String(value))) }
    func encode(_ value: Int16) { target.set(.number(String(value))) }
    func encode(_ value: Int32) { target.set(.number(String(value))) }
    func encode(_ value: Int64) { target.set(.number(String(value))) }
    func encode(_ value: UInt) { target.set(.number(String(value))) }
    func encode(_ value: UInt8) { target.set(.number(String(value))) }
    func encode(_ value: UInt16) { target.set(.number(String(value))) }
    func encode(_ value: UInt32) { target.set(.number(String(value))) }
    func encode(_ value: UInt64) { target.set(.number(String(value))) }
    func encode(_ value: some Encodable) throws {
      try value.encode(to: JSONValueEncoder(target: target, codingPath: codingPath))
    }
  }

  private struct UnkeyedContainer: UnkeyedEncodingContainer {
    let target: EncodingTarget
    let codingPath: [any CodingKey]
    var count: Int { target.count }

    private func next() -> SingleContainer { SingleContainer(target: target.append(), codingPath: codingPath) }

    func encodeNil() { next().encodeNil() }
    func encode(_ value: some Encodable) throws { try next().encode(value) }
    func nestedContainer<Key: CodingKey>(keyedBy key: Key.Type) -> KeyedEncodingContainer<Key> {
      superEncoder().container(keyedBy: key)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }
    func superEncoder() -> any Encoder { JSONValueEncoder(target: target.append(), codingPath: codingPath) }
  }

  private struct KeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let target: EncodingTarget
    let codingPath: [any CodingKey]

    private func member(_ key: Key) -> SingleContainer {
      SingleContainer(target: target.member(key), codingPath: codingPath + [key])
    }

    func encodeNil(forKey key: Key) { member(key).encodeNil() }
    func encode(_ value: some Encodable, forKey key: Key) throws { try member(key).encode(value) }
    func nestedContainer<Nested: CodingKey>(
      keyedBy nested: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
      superEncoder(forKey: key).container(keyedBy: nested)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      superEncoder(forKey: key).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { JSONValueEncoder(target: target, codingPath: codingPath) }
    func superEncoder(forKey key: Key) -> any Encoder {
      JSONValueEncoder(target: target.member(key), codingPath: codingPath + [key])
    }
  }
}
