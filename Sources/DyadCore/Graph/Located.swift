/// A value with the places in the text that it was read from: its own, and those of its fields by path.
///
///     dossier.events[0].place(of: "actors/0")     // where the first actor is named, or else the nearest field around it
public struct Located<Value> {
  @usableFromInline
  struct Contents {
    @usableFromInline var value: Value
    @usableFromInline var place: SourceLocation?
    @usableFromInline var places: [String: SourceLocation]

    @inlinable
    init(value: Value, place: SourceLocation?, places: [String: SourceLocation]) {
      (self.value, self.place, self.places) = (value, place, places)
    }
  }
  @usableFromInline var contents: Shared<Contents>

  /// The value.
  @inlinable public var value: Value {
    _read { yield contents.value.value }
    _modify { yield &contents.value.value }
  }
  /// Where it is written; `nil` for what was made in code.
  @inlinable public var place: SourceLocation? {
    _read { yield contents.value.place }
    _modify { yield &contents.value.place }
  }
  /// Where its fields are written, by their paths: `actors/0`.
  @inlinable public var places: [String: SourceLocation] {
    _read { yield contents.value.places }
    _modify { yield &contents.value.places }
  }

  /// A value with its places.
  @inlinable
  public init(_ value: Value, at place: SourceLocation? = nil, places: [String: SourceLocation] = [:]) {
    contents = Shared(Contents(value: value, place: place, places: places))
  }

  /// Where the field is written, or else the nearest field around it.
  public func place(of path: String) -> SourceLocation? {
    var path = path[...]
    while !path.isEmpty {
      if let found = places[String(path)] { return found }
      path = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
    }
    return place
  }
}

extension Located.Contents: Sendable where Value: Sendable {}
extension Located.Contents: Equatable where Value: Equatable {}
extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
