/// A buffered destination of bytes: a file, standard output, or memory.
///
/// It writes pieces of about 64 KB. The first error is thrown at the end, so that writers of formats need no
/// error handling.
///
///     let bytes = ByteSink.collected { sink in sink.write("id,name\n") }
public final class ByteSink {
  private var buffer: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  /// Writes a piece; `nil` in memory, where the buffer grows.
  private let drain: (([UInt8]) throws -> Void)?
  private let end: (_ isWhole: Bool) throws -> Void
  private var failure: (any Error)?
  private static let piece = 1 << 16

  /// Creates a sink.
  ///
  /// - Parameters:
  ///   - drain: writes a piece.
  ///   - finish: called once, at the end; `isWhole` is `false` if a piece could not be written.
  public init(
    _ drain: @escaping ([UInt8]) throws -> Void, finish: @escaping (_ isWhole: Bool) throws -> Void = { _ in }
  ) {
    (self.drain, end) = (drain, finish)
    buffer = .allocate(capacity: ByteSink.piece)
  }

  /// A sink in memory.
  private init() {
    (drain, end) = (nil, { _ in })
    buffer = .allocate(capacity: 256)
  }

  deinit { buffer.deallocate() }

  /// Writes the text as UTF-8.
  public func write(_ text: String) { text.withBytes(write) }

  /// Writes a literal without allocating.
  @_disfavoredOverload
  public func write(_ text: StaticString) { text.withUTF8Buffer(write) }

  /// Writes one byte.
  public func write(byte: UInt8) {
    if count == buffer.count { makeRoom(for: 1) }
    buffer[count] = byte
    count += 1
  }

  /// Writes the bytes.
  public func write(bytes: some Sequence<UInt8>) {
    if bytes.withContiguousStorageIfAvailable(write) == nil { for byte in bytes { write(byte: byte) } }
  }

  /// Ends the output with an error, as if it could not be written.
  public func fail(_ error: any Error) { failure = failure ?? error }

  /// Writes the rest of the buffer, and throws the first error.
  public func finish() throws {
    pass()
    if let failure {
      try? end(false)
      throw failure
    }
    try end(true)
  }

  /// Writes bytes in memory.
  package func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, let base = buffer.baseAddress else { return }
    guard bytes.count <= buffer.count - count else {
      makeRoom(for: bytes.count)
      return write(bytes)
    }
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Empties the buffer, or enlarges it.
  private func makeRoom(for added: Int) {
    if drain != nil { pass() }
    guard added > buffer.count - count else { return }
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(2 * buffer.count, count + added))
    _ = larger.update(fromContentsOf: buffer[..<count])
    buffer.deallocate()
    buffer = larger
  }

  private func pass() {
    defer { count = 0 }
    guard let drain, failure == nil, count > 0 else { return }
    do { try drain(Array(buffer[..<count])) } catch { failure = error }
  }

  /// The bytes that are written, in memory.
  public static func collected(_ write: (ByteSink) -> Void) -> [UInt8] {
    let sink = ByteSink()
    write(sink)
    return Array(sink.buffer[..<sink.count])
  }
}

extension String {
  /// Calls the body with the bytes of the text in UTF-8, mostly where they are stored.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var text = self
    return text.withUTF8(body)
  }
}
