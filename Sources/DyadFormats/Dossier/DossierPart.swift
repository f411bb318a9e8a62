/// A stretch of the text of a dossier that means the same on its own: a record of a section, or a section.
///
/// What is not written in the plain layout of the manual is not divided further, so that a part never begins within a
/// text in quotes or in brackets that is whole.
package struct DossierPart: Sendable {
  /// The key of the section.
  package let section: String
  /// The id of the record; `nil` for a section as a whole.
  package let id: String?
  /// Whole lines, in bytes of the file.
  package let bytes: Range<Int>
  /// The number of lines before it.
  package let line: Int

  /// What precedes the lines of a record where it is read on its own.
  package var header: String { id == nil ? "" : section + ":\n" }

  /// The whole text as one part.
  package static func whole(_ bytes: [UInt8]) -> DossierPart {
    DossierPart(section: "", id: nil, bytes: 0..<bytes.count, line: 0)
  }
}

extension DossierPart {
  /// The parts of the text, in order; `nil` if its layout is not plain.
  package static func all(in bytes: [UInt8]) -> [DossierPart]? {
    bytes.withUnsafeBufferPointer { buffer in
      var division = Division(bytes: buffer)
      return division.divide() ? division.parts : nil
    }
  }
}

/// The division of a text by the indentation of its lines.
private struct Division {
  let bytes: UnsafeBufferPointer<UInt8>
  var parts: [DossierPart] = []
  private var sections: Set<String> = []
  private var section: Section?

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// A section while its lines are read.
  private struct Section {
    let name: String
    let start: Int
    let line: Int
    /// Whether its records are parts.
    var isDivided: Bool
    /// The indentation of its records.
    var indent: Int?
    var records: [(id: String, start: Int, line: Int)] = []
    var ids: Set<String> = []
  }

  private static let divided = Set(Outline.sections.map(\.name))

  mutating func divide() -> Bool {
    var (start, line) = (0, 0)
    while start < bytes.count {
      guard let end = lineEnd(from: start), read(start..<end, line) else { return false }
      (start, line) = (end + 1, line + 1)
    }
    close(at: bytes.count)
    return true
  }

  /// The line break after the place, or the end; `nil` for what YAML counts as a line break and editors do not.
  private func lineEnd(from start: Int) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A {
      switch bytes[index] {
      case 0x0D where index + 1 == bytes.count || bytes[index + 1] != 0x0A: return nil
      case 0x85 where index > 0 && bytes[index - 1] == 0xC2: return nil
      case 0xA8 where index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2: return nil
      case 0xA9 where index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2: return nil
      default: index += 1
      }
    }
    return index
  }

  private mutating func read(_ line: Range<Int>, _ number: Int) -> Bool {
    guard let first = bytes[line].firstIndex(where: { $0 != 0x20 && $0 != 0x0D }), bytes[first] != 0x23 else {
      return true
    }
    if bytes[first] == 0x09 { return false }
    let indent = first - line.lowerBound
    guard indent > 0 else {
      close(at: line.lowerBound)
      guard let key = key(at: first, in: line) else {
        // A word that may become the key of a section, and is an error until then.
        guard Division.isLetter(bytes[first]), !bytes[line].contains(0x3A) else { return false }
        section = Section(name: "", start: line.lowerBound, line: number, isDivided: false)
        return true
      }
      guard sections.insert(key.name).inserted else { return false }
      section = Section(
        name: key.name, start: line.lowerBound, line: number,
        isDivided: key.isAlone && Division.divided.contains(key.name))
      return true
    }
    guard let records = section?.indent ?? section.map({ _ in indent }) else { return false }
    guard section?.isDivided == true, indent <= records else { return true }
    // Changed where it is: a copy of the records of a section for each line would take most of the time.
    section?.indent = records
    if indent == records, let key = key(at: first, in: line), section?.ids.insert(key.name).inserted == true {
      section?.records.append((key.name, line.lowerBound, number))
    } else {
      section?.isDivided = false
    }
    return true
  }

  /// The key without quotes at the place, and whether nothing but a comment follows it.
  private func key(at start: Int, in line: Range<Int>) -> (name: String, isAlone: Bool)? {
    var index = start
    while index < line.upperBound, Division.isKey(bytes[index]) { index += 1 }
    guard index > start, Division.isLetter(bytes[start]), index < line.upperBound, bytes[index] == 0x3A else {
      return nil
    }
    let name = String(decoding: bytes[start..<index], as: UTF8.self)
    guard index + 1 < line.upperBound else { return (name, true) }
    let next = bytes[index + 1]
    guard next == 0x20 || next == 0x0D else { return nil }
    let rest = bytes[index + 1..<line.upperBound].first { $0 != 0x20 && $0 != 0x0D }
    return (name, rest == nil || rest == 0x23)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static func isKey(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x5F || byte == 0x7E
  }

  private mutating func close(at end: Int) {
    guard let section else { return }
    self.section = nil
    guard section.isDivided, !section.records.isEmpty else {
      parts.append(DossierPart(section: section.name, id: nil, bytes: section.start..<end, line: section.line))
      return
    }
    let ends = section.records.dropFirst().map(\.start) + [end]
    for (record, end) in zip(section.records, ends) {
      parts.append(DossierPart(section: section.name, id: record.id, bytes: record.start..<end, line: record.line))
    }
  }
}
