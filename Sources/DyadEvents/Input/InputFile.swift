internal import DyadSyntax

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that is open for reading, or the standard input, with the digest of what was read.
final class InputFile {
  let name: String
  /// The size in bytes; `nil` of a pipe.
  let size: Int?
  private let descriptor: Int32
  private(set) var position = 0
  private var digest = SHA256()

  init(_ path: String) throws(EventFileError) {
    name = path
    descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw EventFileError(.unreadable, file: path, InputFile.reason()) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw EventFileError(.unreadable, file: path, InputFile.reason()) }
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// Reads on; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(EventFileError) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 {
        position += count
        digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        return count
      }
      guard errno == EINTR else { throw EventFileError(.unreadable, file: name, InputFile.reason()) }
    }
  }

  /// Reads at a place, besides the reading in order; shorter at the end of the file.
  func bytes(at offset: Int, count: Int) throws(EventFileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let read = bytes.withUnsafeMutableBytes { buffer in
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        return pread(descriptor, room.baseAddress, room.count, off_t(offset + filled))
      }
      if read == 0 { break }
      guard read > 0 else {
        if errno == EINTR { continue }
        throw EventFileError(.unreadable, file: name, InputFile.reason())
      }
      filled += read
    }
    return Array(bytes[..<filled])
  }

  /// The SHA-256 of the whole file; reads what was not read.
  func sha256() throws(EventFileError) -> String {
    let rest = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { rest.deallocate() }
    while try read(into: rest) > 0 {}
    return digest.hex
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
