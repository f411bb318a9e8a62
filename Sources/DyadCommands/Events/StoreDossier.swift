internal import DyadCore
internal import DyadEventStore
internal import DyadEvents
internal import DyadFormats
internal import DyadSyntax
internal import Foundation

/// A store of events as a dossier that has nothing but counts: its parties are entities, and each data set is a source with a
/// table of counts by month.
enum StoreDossier {
  /// The graph of a store; `nil` for any other file.
  static func read(_ path: String) throws -> KnowledgeGraph? {
    guard isStore(path) else { return nil }
    let store = try EventStore(at: path, for: .reading)
    let ids = try store.dataSets()
    guard !ids.isEmpty else { throw Failure.input("'\(path)' has no events") }
    var dossier = Dossier(title: ids.map { EventDataSet.named($0)?.title ?? $0 }.joined(separator: ", "))
    var codes: Set<String> = []
    for id in ids {
      let progress = RunProgress("pairs")
      let table = try store.dyadPeriods(
        of: id, by: .month, rule: .story, keepingRows: nil,
        { pairs, count in progress.step(pairs, share: Double(pairs) / Double(max(count, 1))) })
      codes.formUnion(table.rows.flatMap { [$0.actor, $0.recipient] })
      let set = EventDataSet.named(id)
      dossier.sources.append(Located(Source(Source.ID(id), title: set?.citation ?? id, kind: .dataset)))
      var counts = CountTable(CountTable.ID(id), of: Source.ID(id))
      counts.contents = CountTable.Contents(table)
      dossier.counts.append(Located(counts))
    }
    dossier.entities = codes.sorted().map { Located(Entity(ofParty: $0)) }
    return KnowledgeGraph.linking([dossier]).value
  }

  private static func isStore(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }
}
