internal import DyadArchive

/// A part of a file: the bytes of a member of a ZIP archive.
final class FilePart: ByteInput {
  private let file: InputFile
  private var (position, end): (Int, Int)

  init(of file: InputFile, from start: Int, count: Int) { (self.file, position, end) = (file, start, start + count) }

  var name: String { file.name }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(EventFileError) -> Int {
    let bytes = try file.bytes(at: position, count: min(buffer.count, end - position))
    buffer.copyBytes(from: bytes)
    position += bytes.count
    return bytes.count
  }
}

extension InputFile {
  /// The members of a ZIP archive, each as an input of its own.
  func members() throws(EventFileError) -> [any ByteInput] {
    guard let size else {
      throw EventFileError(.unreadable, file: name, "a ZIP archive cannot be read from a pipe; name the file")
    }
    let read = { (offset: Int, count: Int) throws(EventFileError) -> [UInt8] in
      try self.bytes(at: offset, count: count)
    }
    guard let directory = try ZipDirectory(size: size, read) else {
      throw EventFileError(.damaged, file: name, "the ZIP archive has no directory that can be read")
    }
    var members: [any ByteInput] = []
    for entry in directory.entries {
      let path = "\(name)/\(entry.path)"
      guard let start = try ZipDirectory.content(of: entry, read), entry.size <= size - start else {
        throw EventFileError(.damaged, file: path, "the ZIP archive is damaged")
      }
      let part = FilePart(of: self, from: start, count: entry.size)
      members.append(entry.isDeflated ? InflatedInput(part, named: path, .none) : NamedInput(part, named: path))
    }
    return members
  }
}

/// An input under another name.
private final class NamedInput: ByteInput {
  let name: String
  private let input: any ByteInput

  init(_ input: any ByteInput, named name: String) { (self.input, self.name) = (input, name) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(EventFileError) -> Int { try input.read(into: buffer) }
}
