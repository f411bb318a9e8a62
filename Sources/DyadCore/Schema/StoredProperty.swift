/// A property of a record that is read and set where it is stored, which takes a third of the time of its key path.
///
/// A property without storage of its own is read and set by its key path.
struct StoredProperty<Record, Value>: @unchecked Sendable {
  // The key path of a property contains nothing that changes.
  private let path: WritableKeyPath<Record, Value>
  private let offset: Int?

  init(_ path: WritableKeyPath<Record, Value>) { (self.path, offset) = (path, MemoryLayout<Record>.offset(of: path)) }

  func get(_ record: UnsafePointer<Record>) -> Value {
    guard let offset else { return record.pointee[keyPath: path] }
    return UnsafeRawPointer(record).load(fromByteOffset: offset, as: Value.self)
  }

  func set(_ value: Value, in record: inout Record) {
    guard let offset else { return record[keyPath: path] = value }
    withUnsafeMutablePointer(to: &record) { record in
      (UnsafeMutableRawPointer(record) + offset).assumingMemoryBound(to: Value.self).pointee = value
    }
  }
}
