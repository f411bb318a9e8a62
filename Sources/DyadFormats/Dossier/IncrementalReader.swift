package import DyadCore

/// Reads a file of a dossier again and again while it is edited; parts that have not changed are not parsed again.
///
///     var reader = IncrementalReader(file: "ferry/events.yaml", texts: TextMemory(besides: "ferry"))
///     let dossiers = reader.read(text)     // on every keystroke
///
/// The findings are those of `DossierReader`, except where the YAML has a syntax error: then the error is that of its part, all other
/// parts are read, and the part keeps its last records, so that references to them are not reported.
package struct IncrementalReader {
  /// The name of the file in places.
  package let file: String
  /// The parts of the text that was read last; `nil` where it was read as a whole.
  package private(set) var parts: [DossierPart]?
  private let texts: TextMemory
  private var cache: [Key: Reading] = [:]
  /// The last readings without a syntax error, by section and id.
  private var lastGood: [String: Reading] = [:]
  private var broken: [ClosedRange<Int>] = []
  /// How many parts the last call parsed.
  package private(set) var parsed = 0

  private struct Key: Hashable {
    let section: String
    let text: String
    let source: Located<Source.ID>?

    static func == (left: Self, right: Self) -> Bool {
      left.section == right.section && left.text == right.text && left.source == right.source
    }
    func hash(into hasher: inout Hasher) {
      hasher.combine(section)
      hasher.combine(text)
    }
  }

  package init(file: String, texts: TextMemory) { (self.file, self.texts) = (file, texts) }

  /// The dossiers of the text, one for each part, with the findings of reading.
  package mutating func read(_ text: String) -> Checked<[Dossier]> {
    (parsed, broken) = (0, [])
    let bytes = Array(text.utf8)
    guard let parts = DossierPart.all(in: bytes), !parts.isEmpty else { return whole(text) }
    var used: [Key: Reading] = [:]
    used.reserveCapacity(parts.count)
    var result = Checked<[Dossier]>([])
    result.value.reserveCapacity(parts.count)
    var source: Located<Source.ID>?
    if let part = parts.first(where: { $0.section == "source" }) {
      source = reading(of: part, bytes, nil, &used).dossiers.first?.defaultSources.first
    }
    var isChecked = false
    for part in parts {
      let reading = reading(of: part, bytes, source, &used)
      if reading.isBroken {
        // Where the rest of the file is valid YAML, the part ends within a text that goes on.
        if !isChecked, isWhole(bytes[part.bytes.lowerBound...], header: part.header) { return whole(text) }
        isChecked = true
        broken.append(part.line + 1...part.line + max(1, bytes[part.bytes].count { $0 == 0x0A }))
        if let last = lastGood[part.name] { result.value += last.dossiers }
      } else if part.id != nil {
        lastGood[part.name] = reading
      }
      result.value += reading.dossiers
      result.diagnostics += reading.findings
    }
    (cache, self.parts) = (used, parts)
    return result
  }

  /// Whether the place is in a part with a syntax error, whose other places are those of an earlier text.
  package func isBroken(at place: SourceLocation) -> Bool { broken.contains { $0.contains(place.line) } }

  // MARK: Parts

  private mutating func reading(
    of part: DossierPart, _ bytes: [UInt8], _ source: Located<Source.ID>?, _ used: inout [Key: Reading]
  ) -> Reading {
    let key = Key(section: part.section, text: String(decoding: bytes[part.bytes], as: UTF8.self), source: source)
    let shift = part.line - (part.id == nil ? 0 : 1)
    var reading = used[key] ?? cache[key]
    if reading?.isCurrent(texts) == false { reading = nil }
    if reading == nil { parsed += 1 }
    let found = (reading ?? read(part.header + key.text, source, shift)).moved(to: shift, except: source?.place)
    used[key] = found
    return found
  }

  private func read(_ text: String, _ source: Located<Source.ID>?, _ shift: Int) -> Reading {
    var reading = Reading(shift: 0)
    let root = YAMLText.root(of: text, file: file)
    let refused = CleanText.firstRefused(in: text, file: file)
    guard let node = root.value, root.errors.isEmpty, refused == nil else {
      reading.isBroken = !root.errors.isEmpty || refused != nil
      reading.findings = refused.map { [$0] } ?? root.diagnostics
      return reading
    }
    let walk = DossierWalk(file: file, texts: texts.folder, memory: texts)
    walk.context.defaultSource = source
    walk.read(node)
    reading.dossiers = [walk.dossier]
    reading.findings = walk.context.findings
    reading.stamps = walk.dossier.sources.compactMap(\.value.path).map { ($0, texts.stamp(of: $0)) }
    return reading
  }

  private func isWhole(_ rest: ArraySlice<UInt8>, header: String) -> Bool {
    YAMLText.root(of: header + String(decoding: rest, as: UTF8.self), file: file).errors.isEmpty
  }

  private mutating func whole(_ text: String) -> Checked<[Dossier]> {
    (cache, parts, parsed) = ([:], nil, 1)
    let checked = DossierReader.one(.success(text), file: file, texts: texts.folder, memory: texts)
    return checked
  }
}

extension DossierPart {
  fileprivate var name: String { "\(section)/\(id ?? "")" }
}

/// A part as it was read, with places that are those of the file.
private struct Reading {
  var dossiers: [Dossier] = []
  var findings: [Diagnostic] = []
  var isBroken = false
  /// How many lines its places were moved by.
  var shift: Int
  /// The source texts that it depends on.
  var stamps: [(path: String, stamp: TextMemory.Stamp?)] = []

  init(shift: Int) { self.shift = shift }

  func isCurrent(_ texts: TextMemory) -> Bool { stamps.allSatisfy { texts.stamp(of: $0.path) == $0.stamp } }

  /// The same at another line; the source that the file names once has its place elsewhere.
  func moved(to line: Int, except source: SourceLocation?) -> Reading {
    let lines = line - shift
    guard lines != 0 else { return self }
    var moved = self
    moved.shift = line
    let move = Move(lines: lines, fixed: source)
    moved.dossiers = dossiers.map(move.callAsFunction)
    moved.findings = findings.map(move.callAsFunction)
    return moved
  }
}
