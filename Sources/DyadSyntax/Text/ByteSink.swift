/// A buffered destination of bytes: a file, standard output, or memory.
///
/// It writes pieces of 64 KB. The first error is thrown at the end, so that writers of formats need no
/// error handling.
///
///     let bytes = ByteSink.collected { sink in sink.write("id,name\n") }
public final class ByteSink {
  private var buffer: [UInt8] = []
  private let drain: ([UInt8]) throws -> Void
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
    buffer.reserveCapacity(ByteSink.piece + 4096)
  }

  /// Writes the text as UTF-8.
  public func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= ByteSink.piece { pass() }
  }

  /// Writes a literal without allocating.
  @_disfavoredOverload
  public func write(_ text: StaticString) {
    text.withUTF8Buffer { buffer.append(contentsOf: $0) }
    if buffer.count >= ByteSink.piece { pass() }
  }

  /// Writes one byte.
  public func write(byte: UInt8) { buffer.append(byte) }

  /// Writes the bytes.
  public func write(bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= ByteSink.piece { pass() }
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

  private func pass() {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard failure == nil, !buffer.isEmpty else { return }
    do { try drain(buffer) } catch { failure = error }
  }

  /// The bytes that are written, in memory.
  public static func collected(_ write: (ByteSink) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    withoutActuallyEscaping({ (piece: [UInt8]) in bytes += piece }) { drain in
      let sink = ByteSink(drain)
      write(sink)
      sink.pass()
    }
    return bytes
  }
}
