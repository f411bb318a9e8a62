internal import Synchronization

/// A value that is made on first use, and is shared by the copies of its owner.
///
/// The owner replaces it where what it is made of changes.
final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    if let value = made.withLock({ $0 }) { return value }
    let value = make()
    made.withLock { $0 = value }
    return value
  }
}
