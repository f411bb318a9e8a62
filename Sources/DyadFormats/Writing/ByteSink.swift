/// Where the bytes of a text go as they are made: into a file, to standard output, or into memory.
///
/// It passes them on in pieces of 64 KB. A piece that cannot be written is told once, at the end, so that a writer of a
/// format has nothing to say about files.
///
///     let bytes = ByteSink.collected { sink in sink.write("who stands how with whom\n") }
public final class ByteSink {
  private var buffer: [UInt8] = []
  private let drain: ([UInt8]) throws -> Void
  private let end: (_ isWhole: Bool) throws -> Void
  private var failure: (any Error)?
  private static let piece = 1 << 16

  /// `drain` takes the pieces; `finish` is called once, at the end, and told whether all of them were taken.
  public init(
    _ drain: @escaping ([UInt8]) throws -> Void, finish: @escaping (_ isWhole: Bool) throws -> Void = { _ in }
  ) {
    (self.drain, end) = (drain, finish)
    buffer.reserveCapacity(ByteSink.piece + 4096)
  }

  public func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= ByteSink.piece { pass() }
  }

  /// A text that the program itself holds.
  @_disfavoredOverload
  public func write(_ text: StaticString) {
    text.withUTF8Buffer { buffer.append(contentsOf: $0) }
    if buffer.count >= ByteSink.piece { pass() }
  }

  public func write(byte: UInt8) { buffer.append(byte) }

  public func write(bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= ByteSink.piece { pass() }
  }

  /// Passes on what is left, and throws what went wrong on the way.
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

  /// All that is written, in memory.
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
