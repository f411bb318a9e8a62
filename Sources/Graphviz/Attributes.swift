/// Attributes by name, iterated in the order of their names.
///
///     var attributes: Attributes = ["label": "France", "penwidth": 2]
///     attributes["color"] = "navy"
public struct Attributes: Sendable, Hashable {
  private var values: [String: Value] = [:]

  /// Creates an empty collection.
  public init() {}

  /// The value of an attribute; nil if it is not set.
  public subscript(name: String) -> Value? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// Whether no attribute is set.
  public var isEmpty: Bool { values.isEmpty }
  /// The number of attributes.
  public var count: Int { values.count }

  /// The union of both; the values of the others override those of this collection.
  public func merging(_ others: Attributes) -> Attributes {
    var result = self
    result.values.merge(others.values) { _, other in other }
    return result
  }
}

extension Attributes: ExpressibleByDictionaryLiteral {
  /// Creates attributes from a literal; the last of equal names wins.
  public init(dictionaryLiteral elements: (String, Value)...) {
    for (name, value) in elements { values[name] = value }
  }
}

extension Attributes: Sequence {
  /// An iterator over names and values, sorted by name.
  public func makeIterator() -> IndexingIterator<[(name: String, value: Value)]> {
    values.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }.makeIterator()
  }
}
