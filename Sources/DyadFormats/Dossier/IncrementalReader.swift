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
    let source: Source.ID?
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
        if var last = lastGood[part.name] {
          last.move(to: part.line - 1, source: source?.place)
          result.value += last.dossiers
        }
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
    let key = Key(
      section: part.section, text: String(decoding: bytes[part.bytes], as: UTF8.self), source: source?.value)
    var reading = used[key] ?? cache[key]
    if reading?.isCurrent(texts) == false { reading = nil }
    if reading == nil { parsed += 1 }
    var found = reading ?? read(part.header + key.text, source)
    found.move(to: part.line - (part.id == nil ? 0 : 1), source: source?.place)
    used[key] = found
    return found
  }

  private func read(_ text: String, _ source: Located<Source.ID>?) -> Reading {
    var reading = Reading()
    let root = YAMLText.root(of: text, file: file)
    let refused = CleanText.firstRefused(in: text, file: file)
    guard let node = root.value, root.errors.isEmpty, refused == nil else {
      reading.isBroken = !root.errors.isEmpty || refused != nil
      reading.ownFindings = refused.map { [$0] } ?? root.diagnostics
      return reading
    }
    let walk = DossierWalk(file: file, texts: texts.folder, memory: texts)
    walk.context.defaultSource = source.map { Located($0.value, at: Move.elsewhere) }
    walk.read(node)
    reading.ownDossiers = [walk.dossier]
    reading.ownFindings = walk.context.findings
    let paths = walk.dossier.sources.compactMap(\.value.path) + walk.dossier.counts.compactMap(\.value.path)
    reading.stamps = paths.map { ($0, texts.stamp(of: $0)) }
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

/// A part as it was read.
private struct Reading {
  /// With places that count from the part.
  var ownDossiers: [Dossier] = []
  var ownFindings: [Diagnostic] = []
  /// With places that are those of the file.
  private(set) var dossiers: [Dossier] = []
  private(set) var findings: [Diagnostic] = []
  var isBroken = false
  /// The source texts that it depends on.
  var stamps: [(path: String, stamp: TextMemory.Stamp?)] = []
  private var move: Move?

  func isCurrent(_ texts: TextMemory) -> Bool { stamps.allSatisfy { texts.stamp(of: $0.path) == $0.stamp } }

  /// Gives it the places that it has after so many lines.
  mutating func move(to lines: Int, source: SourceLocation?) {
    let move = Move(lines: lines, source: source)
    guard self.move != move else { return }
    self.move = move
    dossiers = ownDossiers.map { move($0) }
    findings = ownFindings.map { move($0) }
  }
}
