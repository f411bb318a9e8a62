/// The files of a ZIP archive, such as a DOCX or EPUB document.
///
///     ZipArchive(bytes)?.file(named: "docProps/core.xml", limit: 1 << 20)
package struct ZipArchive: Sendable {
  private struct Entry: Sendable {
    var offset: Int
    var size: Int
    var isDeflated: Bool
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]

  /// The archive; `nil` where the bytes are none.
  package init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    // The directory is at the end, before a comment of at most 64 KB.
    let earliest = max(0, bytes.count - 22 - 0xFFFF)
    let ends = stride(from: bytes.count - 22, through: earliest, by: -1)
    guard bytes.count >= 22, let end = ends.first(where: { number(at: $0, 4) == 0x0605_4B50 }),
      let count = number(at: end + 10, 2), var place = number(at: end + 16, 4)
    else { return nil }
    for _ in 0..<count {
      guard number(at: place, 4) == 0x0201_4B50, let method = number(at: place + 10, 2),
        let size = number(at: place + 20, 4), let name = number(at: place + 28, 2),
        let extra = number(at: place + 30, 2), let comment = number(at: place + 32, 2),
        let offset = number(at: place + 42, 4), place + 46 + name <= bytes.count
      else { return nil }
      let path = String(decoding: bytes[place + 46..<place + 46 + name], as: UTF8.self)
      if method == 0 || method == 8 { entries[path] = Entry(offset: offset, size: size, isDeflated: method == 8) }
      place += 46 + name + extra + comment
    }
  }

  /// The content of a file; `nil` where it is missing, damaged, or larger than the limit.
  package func file(named name: String, limit: Int) -> [UInt8]? {
    guard let entry = entries[name], let length = number(at: entry.offset + 26, 2),
      let extra = number(at: entry.offset + 28, 2)
    else { return nil }
    let start = entry.offset + 30 + length + extra
    guard start <= bytes.count, entry.size <= bytes.count - start else { return nil }
    let content = bytes[start..<start + entry.size]
    if entry.isDeflated { return Inflate.inflated(content, limit: limit) }
    return content.count <= limit ? Array(content) : nil
  }

  /// The names of the files.
  package var names: [String] { entries.keys.sorted() }

  private func number(at index: Int, _ width: Int) -> Int? {
    guard index >= 0, index + width <= bytes.count else { return nil }
    return (0..<width).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
  }
}
