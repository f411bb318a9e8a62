/// The files of a ZIP archive in memory, such as a DOCX or EPUB document.
///
///     ZipArchive(bytes)?.file(named: "docProps/core.xml", limit: 1 << 20)
package struct ZipArchive: Sendable {
  private let bytes: [UInt8]
  private let entries: [String: ZipDirectory.Entry]

  /// The archive; `nil` where the bytes are none.
  package init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let directory = ZipDirectory(size: bytes.count, { ZipArchive.piece(of: bytes, $0, $1) }) else { return nil }
    entries = Dictionary(directory.entries.map { ($0.path, $0) }) { _, last in last }
  }

  /// The content of a file; `nil` where it is missing, damaged, or larger than the limit.
  package func file(named name: String, limit: Int) -> [UInt8]? {
    guard let entry = entries[name],
      let start = ZipDirectory.content(of: entry, { ZipArchive.piece(of: bytes, $0, $1) }),
      start <= bytes.count, entry.size <= bytes.count - start
    else { return nil }
    let content = bytes[start..<start + entry.size]
    if entry.isDeflated { return Inflation.inflated(content, limit: limit) }
    return content.count <= limit ? Array(content) : nil
  }

  /// The names of the files.
  package var names: [String] { entries.keys.sorted() }

  private static func piece(of bytes: [UInt8], _ offset: Int, _ count: Int) -> [UInt8] {
    Array(bytes.dropFirst(offset).prefix(count))
  }
}
