/// A value that is copied as one reference, and itself only when a copy is changed.
///
/// A graph is in every snapshot, difference and picture, which are copied more often than they are changed.
struct Shared<Value: Hashable & Sendable>: Hashable, @unchecked Sendable {
  private final class Box {
    var value: Value

    init(_ value: Value) { self.value = value }
  }

  private var box: Box

  init(_ value: Value) { box = Box(value) }

  var value: Value {
    _read { yield box.value }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value
    }
  }

  static func == (one: Shared, other: Shared) -> Bool { one.box === other.box || one.value == other.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
