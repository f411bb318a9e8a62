/// A value with the places in a text that it came from: its own, and those of its fields by path.
///
///     event.place(of: "actors/0")     // where the first actor is named, or else the nearest field around it
public struct Located<Value> {
  public var value: Value
  public var place: SourceLocation?
  public var places: [String: SourceLocation]

  public init(_ value: Value, at place: SourceLocation? = nil, places: [String: SourceLocation] = [:]) {
    (self.value, self.place, self.places) = (value, place, places)
  }

  /// Where the field stands, or the nearest one around it.
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
