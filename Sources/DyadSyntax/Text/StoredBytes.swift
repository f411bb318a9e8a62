/// Bytes that are written again and again: they stay where they are, so that nobody counts references to them.
final class StoredBytes: @unchecked Sendable {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ content: some Collection<UInt8>) {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: content.count)
    _ = memory.initialize(from: content)
    bytes = UnsafeBufferPointer(memory)
  }

  deinit { bytes.deallocate() }
}
