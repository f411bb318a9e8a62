/// The directory of a ZIP archive, read where it is stored: at the end of the archive.
package struct ZipDirectory: Sendable {
  /// A file of the archive.
  package struct Entry: Sendable {
    package let path: String
    /// Where its own head begins.
    package let offset: Int
    /// Its size in the archive.
    package let size: Int
    package let isDeflated: Bool
  }

  /// The files that are stored or deflated, in their order; folders are left out.
  package private(set) var entries: [Entry] = []

  /// The directory; `nil` where there is none, or one of the 64-bit form.
  ///
  /// `read` returns at most that many bytes from an offset of the archive.
  package init?<Failure>(size: Int, _ read: (_ offset: Int, _ count: Int) throws(Failure) -> [UInt8]) throws(Failure) {
    // It is followed by a comment of at most 64 KB.
    let start = max(0, size - 22 - 0xFFFF)
    let tail = try read(start, size - start)
    let ends = stride(from: tail.count - 22, through: 0, by: -1)
    guard let end = ends.first(where: { tail.number(at: $0, 4) == 0x0605_4B50 }),
      let count = tail.number(at: end + 10, 2), let length = tail.number(at: end + 12, 4),
      let offset = tail.number(at: end + 16, 4), offset <= size, length <= size - offset
    else { return nil }
    let directory = try read(offset, length)
    var place = 0
    for _ in 0..<count {
      guard directory.number(at: place, 4) == 0x0201_4B50, let method = directory.number(at: place + 10, 2),
        let size = directory.number(at: place + 20, 4), let name = directory.number(at: place + 28, 2),
        let extra = directory.number(at: place + 30, 2), let comment = directory.number(at: place + 32, 2),
        let offset = directory.number(at: place + 42, 4), place + 46 + name <= directory.count
      else { return nil }
      let path = String(decoding: directory[place + 46..<place + 46 + name], as: UTF8.self)
      if method == 0 || method == 8, !path.hasSuffix("/") {
        entries.append(Entry(path: path, offset: offset, size: size, isDeflated: method == 8))
      }
      place += 46 + name + extra + comment
    }
  }

  /// Where the content of a file begins; `nil` where its head is damaged.
  package static func content<Failure>(
    of entry: Entry, _ read: (_ offset: Int, _ count: Int) throws(Failure) -> [UInt8]
  ) throws(Failure) -> Int? {
    let head = try read(entry.offset, 30)
    guard head.number(at: 0, 4) == 0x0403_4B50, let name = head.number(at: 26, 2), let extra = head.number(at: 28, 2)
    else { return nil }
    return entry.offset + 30 + name + extra
  }
}

extension [UInt8] {
  /// The number in that many bytes, the lowest first.
  fileprivate func number(at index: Int, _ width: Int) -> Int? {
    guard index >= 0, index + width <= count else { return nil }
    return (0..<width).reduce(0) { $0 | Int(self[index + $1]) << (8 * $1) }
  }
}
