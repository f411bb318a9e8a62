/// A value with the places in the text that it was read from: its own, and those of its fields by path.
///
///     dossier.events[0].place(of: "actors/0")     // where the first actor is named, or else the nearest field around it
public struct Located<Value> {
  /// The value.
  public var value: Value
  /// Where it is written; `nil` for what was made in code.
  public var place: SourceLocation?
  /// Where its fields are written, by their paths: `actors/0`.
  public var places: [String: SourceLocation]

  /// A value with its places.
  public init(_ value: Value, at place: SourceLocation? = nil, places: [String: SourceLocation] = [:]) {
    (self.value, self.place, self.places) = (value, place, places)
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

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
