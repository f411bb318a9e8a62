/// Attributes by name, walked in the order of their names.
///
/// ```swift
/// var attributes: Attributes = ["label": "France", "penwidth": 2]
/// attributes["color"] = "navy"
/// ```
public struct Attributes: Sendable, Hashable {
  private var values: [String: Value] = [:]

  public init() {}

  public subscript(name: String) -> Value? {
    get { values[name] }
    set { values[name] = newValue }
  }

  public var isEmpty: Bool { values.isEmpty }
  public var count: Int { values.count }

  /// These attributes and the others, which win where both speak.
  public func merging(_ others: Attributes) -> Attributes {
    var result = self
    result.values.merge(others.values) { _, other in other }
    return result
  }
}

extension Attributes: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Value)...) {
    for (name, value) in elements { values[name] = value }
  }
}

extension Attributes: Sequence {
  public func makeIterator() -> IndexingIterator<[(name: String, value: Value)]> {
    values.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }.makeIterator()
  }
}
