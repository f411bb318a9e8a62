import DyadCore
import DyadFormats

/// The laws of what a reader of graphs accepts.
enum GraphLaws {
  /// What is read without errors is written and read again as the same, in its own format and as a dossier.
  static func check(_ read: Checked<[Dossier]>, as format: Format? = nil) {
    guard read.errors.isEmpty, !read.value.isEmpty else { return }
    let linked = KnowledgeGraph.linking(read.value)
    // A dossier of nothing is written as an empty file, which is refused.
    guard linked.errors.isEmpty, !read.value.allSatisfy(\.isEmpty) else { return }
    if let format { comesBack(linked.value, as: format) }
    if format?.id != "dossier" { comesBack(linked.value, as: dossier) }
  }

  static let dossier = given(Format.named("dossier"))

  private static func comesBack(_ graph: KnowledgeGraph, as format: Format) {
    let bytes = format.bytes(of: graph)
    let again = read(bytes, as: format)
    let linked = KnowledgeGraph.linking(again.value)
    let errors = (again.errors + linked.errors).map { "\($0)" }
    require(errors.isEmpty, "\(format.id) is refused: \(errors)\n\(String(decoding: bytes, as: UTF8.self))")
    let expected = KnowledgeGraph.linking([format.omits.reduce(Dossier(graph)) { $1.removed(from: $0) }])
    require(expected.errors.isEmpty, "\(format.id) omits too much: \(expected.errors)")
    same(linked.value, expected.value, format)
  }

  static func read(_ bytes: [UInt8], as format: Format) -> Checked<[Dossier]> {
    if let read = format.bytesReader { return read(bytes, "fuzz") }
    let text = String(decoding: bytes, as: UTF8.self)
    let checked = DossierReader.read(text: text, file: "fuzz.yaml", folder: "/nowhere")
    return Checked([checked.value], checked.diagnostics)
  }

  private static func same(_ one: KnowledgeGraph, _ other: KnowledgeGraph, _ format: Format) {
    func same<ID: Comparable, Thing: Equatable>(_ one: [ID: Thing], _ other: [ID: Thing]) {
      for id in Set(one.keys).union(other.keys).sorted() where one[id] != other[id] {
        let (read, expected) = (one[id].map { "\($0)" } ?? "none", other[id].map { "\($0)" } ?? "none")
        fatalError("the law does not hold: \(format.id) changes '\(id)':\nread     \(read)\nexpected \(expected)")
      }
    }
    require(one.title == other.title, "\(format.id) changes the title")
    same(one.sources, other.sources)
    same(one.entities, other.entities)
    same(one.offices, other.offices)
    same(one.holdings, other.holdings)
    same(one.kinds, other.kinds)
    same(one.relations, other.relations)
    same(one.events, other.events)
    same(one.countTables, other.countTables)
    same(one.views, other.views)
    same(one.reviews, other.reviews)
  }
}
