/// A value that is copied as one reference, and itself only when a copy is changed.
///
/// A graph is in every snapshot, difference and picture, and its claims in every list of a snapshot. They are copied more often
/// than they are changed.
@usableFromInline
struct Shared<Value: Hashable & Sendable>: Hashable, @unchecked Sendable {
  @usableFromInline
  final class Box {
    @usableFromInline var value: Value

    @usableFromInline init(_ value: Value) { self.value = value }
  }

  @usableFromInline var box: Box

  @usableFromInline init(_ value: Value) { box = Box(value) }

  @inlinable var value: Value {
    _read { yield box.value }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value
    }
  }

  @usableFromInline
  static func == (one: Shared, other: Shared) -> Bool { one.box === other.box || one.value == other.value }

  @usableFromInline
  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
