/// A value that is copied as one reference, and itself only when a copy is changed.
///
/// A graph is in every snapshot, difference and picture, its claims in every list of a snapshot, and the records of a dossier in
/// every list on the way to a graph. They are copied more often than they are changed.
@usableFromInline
struct Shared<Value> {
  @usableFromInline
  final class Box {
    // Changed only through the one reference to it, so that accesses are checked as those of the copy.
    @exclusivity(unchecked) @usableFromInline var value: Value

    @inlinable init(_ value: Value) { self.value = value }
  }

  @usableFromInline var box: Box

  @inlinable init(_ value: Value) { box = Box(value) }

  @inlinable var value: Value {
    _read { yield box.value }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value
    }
  }
}

extension Shared: @unchecked Sendable where Value: Sendable {}

extension Shared: Equatable where Value: Equatable {
  @usableFromInline
  static func == (one: Shared, other: Shared) -> Bool { one.box === other.box || one.value == other.value }
}

extension Shared: Hashable where Value: Hashable {
  @usableFromInline
  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
