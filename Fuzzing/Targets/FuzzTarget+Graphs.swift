import DyadCore
import DyadFormats
import DyadTestSupport

extension FuzzTarget {
  /// A target for each format that is read from one file.
  static let graphs: [FuzzTarget] =
    Format.all.filter { $0.bytesReader != nil || $0.id == "dossier" }.map { format in
      FuzzTarget(
        name: format.id, law: "what is accepted comes back the same from its format and from YAML",
        seeds: {
          (0..<3).map { format.bytes(of: everything(seed: $0)) } + (0..<3).map { format.bytes(of: anyGraph(seed: $0)) }
        }
      ) { bytes in
        if format.id == "dossier", String(validating: bytes, as: UTF8.self) == nil { return }
        GraphLaws.check(GraphLaws.read(bytes, as: format), as: format)
      }
    } + [writers]

  /// All writers on one graph.
  private static let writers = FuzzTarget(
    name: "writers", law: "each format writes every accepted graph",
    seeds: { (0..<3).map { given(Format.named("json")).bytes(of: everything(seed: $0)) } }
  ) { bytes in
    let read = GraphLaws.read(bytes, as: given(Format.named("json")))
    guard read.errors.isEmpty else { return }
    let linked = KnowledgeGraph.linking(read.value)
    guard linked.errors.isEmpty else { return }
    for format in Format.all where format.writer != nil {
      require(format.isFolder || !format.bytes(of: linked.value).isEmpty, "\(format.id) writes nothing")
    }
  }

  /// The tables of dyad: the input is divided into files by lines such as `== events.csv`.
  static let tables = FuzzTarget(
    name: "csv", law: "what is accepted comes back the same from YAML",
    seeds: {
      (0..<3).map { seed in
        let files = given(Format.named("csv")).files(of: everything(seed: seed)).sorted { $0.key < $1.key }
        return files.flatMap { Array("== \($0.key)\n".utf8) + $0.value }
      }
    }
  ) { bytes in
    let known = Set(tableNames)
    var written: Set<String> = []
    for part in bytes.parts(after: Array("== ".utf8)) {
      let name = String(decoding: part.prefix { $0 != 0x0A }, as: UTF8.self)
      guard known.contains(name), written.insert(name).inserted else { continue }
      _ = folder.file(name, part.drop { $0 != 0x0A }.dropFirst())
    }
    GraphLaws.check(given(given(Format.named("csv")).reader)(folder.path))
    written.forEach(folder.remove)
  }

  private static let folder = ScratchFolder("csv")
  private static let tableNames = given(Format.named("csv")).files(of: everything(seed: 0)).keys.map { $0 }

  /// A mapping, and after a line `==` the table.
  static let mapping = FuzzTarget(name: "mapping", law: "what is accepted comes back the same from YAML") { bytes in
    let parts = bytes.parts(after: Array("==\n".utf8), keepingFirst: true)
    let files = ScratchFolder.mapping
    let map = files.file("map.yaml", parts.first ?? [])
    let table = files.file("t.csv", parts.dropFirst().first ?? [])
    GraphLaws.check(CSVReader.read(table, mapping: map))
  }
}

extension ScratchFolder {
  fileprivate static let mapping = ScratchFolder("mapping")
}

extension [UInt8] {
  /// The parts that follow a mark at the start of a line.
  fileprivate func parts(after mark: [UInt8], keepingFirst: Bool = false) -> [ArraySlice<UInt8>] {
    var starts: [(mark: Int, part: Int)] = []
    var index = 0
    while index < count {
      if self[index...].starts(with: mark) { starts.append((index, index + mark.count)) }
      guard let end = self[index...].firstIndex(of: 0x0A) else { break }
      index = end + 1
    }
    let ends = starts.dropFirst().map(\.mark) + [count]
    let parts = zip(starts, ends).map { self[$0.part..<Swift.max($0.part, $1)] }
    return keepingFirst ? [self[..<(starts.first?.mark ?? count)]] + parts : parts
  }
}
