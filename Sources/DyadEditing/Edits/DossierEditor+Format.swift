/// The layout of the files.
extension DossierEditor {
  /// Gives every file the canonical layout; the paths of those that had another.
  ///
  /// Only white space changes: the result has the same values and, apart from spaces and line ends, the same characters.
  package mutating func format() throws(EditError) -> [String] {
    var texts: [[UInt8]] = []
    for file in files {
      guard file.root != nil, let text = Formatting.formatted(file.bytes), isSameInk(file.bytes, text) else {
        if file.bytes.isEmpty { texts.append(file.bytes) } else { throw .form(file.place(of: 0)) }
        continue
      }
      texts.append(text)
    }
    let changed = files.indices.filter { files[$0].bytes != texts[$0] }.map { files[$0].path }
    try become(texts)
    return changed
  }

  private func isSameInk(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    func ink(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } }
    return ink(one) == ink(other)
  }
}
