internal import DyadArchive

/// Bytes in order, as they are after decompression.
protocol ByteInput: AnyObject {
  /// The name for messages.
  var name: String { get }
  /// Reads on; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(EventFileError) -> Int
}

/// A file as it is.
final class PlainInput: ByteInput {
  private let file: InputFile
  /// What was read to recognize the compression.
  private var head: ArraySlice<UInt8>

  init(_ file: InputFile, head: ArraySlice<UInt8>) { (self.file, self.head) = (file, head) }

  var name: String { file.name }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(EventFileError) -> Int {
    guard !head.isEmpty else { return try file.read(into: buffer) }
    let count = min(head.count, buffer.count)
    buffer.copyBytes(from: head.prefix(count))
    head = head.dropFirst(count)
    return count
  }
}

/// What compressed data may expand to.
enum ExpansionLimit {
  /// DEFLATE reaches 1,032; files of events are between 3 and 30.
  static let ratio = 250
  /// Below this size, any ratio is allowed.
  static let unchecked = 1 << 26
  /// The largest file of events that is known has 41 GB as text.
  static let size = 1 << 38

  static func allows(_ expanded: Int, from compressed: Int) -> Bool {
    expanded <= unchecked || (expanded <= size && expanded / ratio <= compressed)
  }
}

/// A file that gzip has compressed, or a member of a ZIP archive.
final class InflatedInput: ByteInput {
  let name: String
  private let source: any ByteInput
  private let inflation: Inflation
  private let isGzip: Bool
  private let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var input = UnsafeRawBufferPointer(start: nil, count: 0)
  private var isSourceAtEnd = false
  private var isStreamAtEnd = false
  private var (compressed, expanded) = (0, 0)

  init(_ source: any ByteInput, named name: String, _ wrapper: Inflation.Wrapper) {
    (self.source, self.name, isGzip) = (source, name, wrapper == .gzip)
    inflation = Inflation(wrapper)
  }

  deinit { piece.deallocate() }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(EventFileError) -> Int {
    while true {
      if input.isEmpty, !isSourceAtEnd {
        let count = try source.read(into: piece)
        isSourceAtEnd = count == 0
        input = UnsafeRawBufferPointer(rebasing: piece[..<count])
      }
      if isStreamAtEnd {
        // A gzip file may have several streams; zeros after the last one are padding.
        guard isGzip, let next = input.first, next == 0x1F else { return 0 }
        inflation.restart()
        isStreamAtEnd = false
      }
      guard let step = inflation.step(from: input, into: buffer) else {
        throw EventFileError(.damaged, file: name, "the compressed data is damaged")
      }
      input = UnsafeRawBufferPointer(rebasing: input[step.consumed...])
      isStreamAtEnd = step.isAtEnd
      compressed += step.consumed
      expanded += step.produced
      guard ExpansionLimit.allows(expanded, from: compressed) else {
        throw EventFileError(
          .tooLarge, file: name,
          "\(compressed) bytes expand to more than \(expanded - 1); the limit is \(ExpansionLimit.ratio) times as many")
      }
      if step.produced > 0 { return step.produced }
      if step.isAtEnd || step.consumed > 0 || !isSourceAtEnd { continue }
      throw EventFileError(.damaged, file: name, "the compressed data ends early")
    }
  }
}
