internal import DyadCore
package import Foundation

/// The bytes of a file, or of standard input for `-`.
package enum FileBytes {
  /// The maximum size of a file, since files are read into memory.
  static let largest = 1 << 30

  static func read(_ path: String) -> Checked<[UInt8]?> {
    if path == "-" { return bounded(standardInput(atMost: largest), "standard input") }
    func refused(_ reason: String) -> Checked<[UInt8]?> {
      Checked(nil, [Diagnostic(.unreadable, "the file \(reason)", at: SourceLocation(file: path))])
    }
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    guard let status = FileStatus(of: place) else { return refused("does not exist") }
    guard status.isRegular else { return refused("is not a file") }
    guard status.size <= largest else { return refused("is larger than \(largest >> 30) GB") }
    guard let data = try? Data(contentsOf: place) else { return refused("cannot be read") }
    return bounded(data, path)
  }

  /// Standard input up to one byte more than the limit, which shows that there is more.
  package static func standardInput(atMost limit: Int) -> Data {
    var bytes = Data()
    while bytes.count <= limit {
      let most = min(1 << 20, limit + 1 - bytes.count)
      guard let next = try? FileHandle.standardInput.read(upToCount: most), !next.isEmpty else { break }
      bytes += next
    }
    return bytes
  }

  private static func bounded(_ data: Data, _ file: String) -> Checked<[UInt8]?> {
    guard data.count <= largest else {
      return Checked(nil, [Diagnostic(.unreadable, "the file is too large", at: SourceLocation(file: file))])
    }
    return Checked(Array(data))
  }
}

extension FileBytes {
  /// A reader of the bytes of one file.
  static func reader(_ read: @escaping Format.BytesReader) -> Format.Reader {
    { path in
      let name = path == "-" ? "standard input" : path
      let bytes = FileBytes.read(path)
      return bytes.value.map { read($0, name) } ?? Checked([], bytes.diagnostics)
    }
  }
}
