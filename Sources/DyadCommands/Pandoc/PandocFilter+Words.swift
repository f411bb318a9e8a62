internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import DyadSyntax

/// Tables, and words in running text.
extension PandocFilter {
  mutating func table(_ block: PandocBlock, _ caption: String?) throws -> PandocTree {
    let what = block.values["table"] ?? "events"
    let graph = try DossierArguments.graph(of: block.dossier)
    if what == "changes" {
      let command = try Diff.parse(block.arguments + ["--as", "text"])
      let view = try command.view.resolved(in: graph)
      let diffs = command.asked.diffs(of: graph, against: nil, command.view, view).mapValues {
        $0.focused(on: view.focus).filtered(by: view.filter, keeping: view.focus.parties)
      }
      let report = DiffReport(diffs, of: view.focus)
      let rows = report.parts.flatMap(\.items).map { item in
        [
          PandocTree.inlines(item.mark.symbol), PandocTree.inlines(item.when),
          PandocTree.inlines("\(item.heading): \(item.sentence)"),
        ]
      }
      return PandocTree.table(
        ["", "when", "what"], rows,
        caption: PandocTree.inlines(caption ?? report.parts.map(\.title).joined(separator: "; ")))
    }
    let when = try Show.parse([block.dossier] + when(block))
    let parties = try between(block).map { try entity($0, in: graph) }
    let filter = try FilterArguments.parse(filters(block)).filter(in: graph)
    let snapshot = graph.snapshot(at: when.when.moment(of: nil, in: graph)).filtered(by: filter, keeping: parties)
    let dates = DateWords.english
    switch what {
    case "events":
      let kept = snapshot.events.filter { event in
        parties.isEmpty || parties.allSatisfy { party in event.item.parties.contains { graph.isWith($0, party) } }
      }.sorted { ($0.item.within.span.lowerBound, $0.id) < ($1.item.within.span.lowerBound, $1.id) }
      let rows = kept.map { event in
        [
          PandocTree.inlines(dates.words(event.item.within)),
          PandocTree.inlines(event.item.what + (event.certainty == .possibly ? " (possibly)" : ""))
            + citations(event.item.evidence.citations.map(\.source).uniqued.compactMap { graph.sources[$0] }, block),
        ]
      }
      return PandocTree.table(["when", "what"], rows, caption: PandocTree.inlines(caption ?? "Events"))
    case "offices":
      let kept = snapshot.holdings.filter { held in
        guard let office = graph.offices[held.item.office] else { return false }
        return parties.isEmpty || parties.contains { graph.isWith(office.of, $0) }
      }
      let rows = kept.map { held in
        [
          PandocTree.inlines(graph.shortName(of: held.item.official, at: snapshot.moment)),
          PandocTree.inlines(graph.offices[held.item.office]?.title ?? ""),
          PandocTree.inlines(dates.words(held.item.during) + (held.certainty == .possibly ? " (possibly)" : ""))
            + citations(held.item.evidence.citations.map(\.source).uniqued.compactMap { graph.sources[$0] }, block),
        ]
      }
      return PandocTree.table(["who", "office", "when"], rows, caption: PandocTree.inlines(caption ?? "Offices"))
    default:
      throw PandocBlock.Mistake(words: "'table' is one of changes, events, offices, not '\(what)'")
    }
  }

  private func when(_ block: PandocBlock) -> [String] {
    ["on", "during", "known"].flatMap { key in block.values[key].map { ["--\(key)", $0] } ?? [] }
  }

  private func filters(_ block: PandocBlock) -> [String] {
    ["only", "without", "min-tone"].flatMap { key in
      block.values[key].map { ["--\(key)"] + $0.split(separator: " ").map(String.init) } ?? []
    }
  }

  private func between(_ block: PandocBlock) -> [String] {
    block.values["between"]?.split(separator: " ").map(String.init) ?? []
  }

  /// How the relation of two reads at a date.
  func phase(_ values: [(key: String, value: String)], _ words: String) throws -> String {
    let block = try PandocBlock(values, standard: standard, between: words)
    guard block.show == .phase else {
      throw PandocBlock.Mistake(words: "in running text there is show=phase; pictures and tables are blocks")
    }
    let parties = between(block)
    guard parties.count == 2 else { throw PandocBlock.Mistake(words: "'\(words)' should be the ids of two parties") }
    let graph = try DossierArguments.graph(of: block.dossier)
    let ids = try parties.map { try entity($0, in: graph) }
    let when = try Show.parse([block.dossier] + when(block)).when.moment(of: nil, in: graph)
    guard let tie = graph.snapshot(at: when).leadingTie(between: ids[0], ids[1]), let phase = tie.leading else {
      throw PandocBlock.Mistake(words: "nothing is on record between '\(parties[0])' and '\(parties[1])' at that date")
    }
    return phase.item.reads ?? tie.relation.kind.text
  }
}

extension KnowledgeGraph {
  /// Whether the one is the other, or belongs to it.
  fileprivate func isWith(_ one: Entity.ID, _ other: Entity.ID) -> Bool {
    var next: Entity.ID? = one
    var seen: Set<Entity.ID> = []
    while let id = next, seen.insert(id).inserted {
      if id == other { return true }
      next = entities[id]?.home
    }
    return false
  }
}

extension [Source.ID] {
  fileprivate var uniqued: [Source.ID] {
    var seen: Set<Source.ID> = []
    return filter { seen.insert($0).inserted }
  }
}
