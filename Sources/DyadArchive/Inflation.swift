private import CZlib

/// Decompresses a stream of DEFLATE data, piece by piece (RFC 1951), with the library zlib.
///
///     let inflation = Inflation(.gzip)
package final class Inflation {
  /// What is around the compressed data.
  package enum Wrapper: Sendable {
    /// Nothing, as in a ZIP archive.
    case none
    /// The head and the checksum of a gzip file (RFC 1952).
    case gzip

    fileprivate var windowBits: Int32 { self == .none ? -MAX_WBITS : MAX_WBITS + 16 }
  }

  /// What a step has done.
  package struct Step: Sendable {
    /// How many bytes it has taken from the input.
    package var consumed: Int
    /// How many bytes it has written to the output.
    package var produced: Int
    /// Whether the stream has ended.
    package var isAtEnd: Bool
  }

  private var stream = z_stream()

  package init(_ wrapper: Wrapper) {
    let size = Int32(MemoryLayout<z_stream>.size)
    precondition(inflateInit2_(&stream, wrapper.windowBits, ZLIB_VERSION, size) == Z_OK, "zlib is another version")
  }

  deinit { inflateEnd(&stream) }

  /// Begins another stream of the same sort.
  package func restart() { inflateReset(&stream) }

  /// Decompresses as much as fits; `nil` where the data is damaged.
  package func step(from input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Step? {
    let (available, room) = (UInt32(clamping: input.count), UInt32(clamping: output.count))
    stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.avail_in = available
    stream.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.avail_out = room
    let result = inflate(&stream, Z_NO_FLUSH)
    // No progress is no damage: more input or more room is needed.
    guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else { return nil }
    return Step(
      consumed: Int(available - stream.avail_in), produced: Int(room - stream.avail_out),
      isAtEnd: result == Z_STREAM_END)
  }

  /// All data of a stream; `nil` where it is damaged, not complete, or longer than the limit.
  package static func inflated(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    let inflation = Inflation(.none)
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var place = bytes.startIndex
    while true {
      let step = bytes[place...].withUnsafeBytes { input in
        piece.withUnsafeMutableBytes { inflation.step(from: input, into: $0) }
      }
      guard let step, output.count + step.produced <= limit else { return nil }
      output += piece[..<step.produced]
      place += step.consumed
      if step.isAtEnd { return output }
      if step.consumed == 0 && step.produced == 0 { return nil }
    }
  }
}
