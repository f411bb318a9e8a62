internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import DyadReport
internal import DyadSyntax

/// Tables, and phases in text.
extension PandocFilter {
  mutating func table(_ block: PandocBlock) throws -> PandocTree {
    let graph = try DossierArguments.graph(of: block.dossier)
    let view = try block.options.view(in: graph)
    switch block.values["table"] ?? "events" {
    case "changes": return try changes(block, view, in: graph)
    case "events": return events(block, view, in: graph)
    case "offices": return offices(block, view, in: graph)
    case let other:
      throw PandocBlock.Mistake(message: "invalid 'table' '\(other)'; expected one of changes, events, offices")
    }
  }

  private func caption(_ block: PandocBlock, _ standard: String) -> [PandocTree] {
    PandocTree.inlines(block.values["caption"] ?? standard)
  }

  private func snapshot(_ block: PandocBlock, _ view: View, in graph: KnowledgeGraph) -> Snapshot {
    graph.snapshot(at: block.options.moment(of: nil, in: graph))
      .filtered(by: view.filter, keeping: view.focus.parties)
  }

  private func changes(_ block: PandocBlock, _ view: View, in graph: KnowledgeGraph) throws -> PandocTree {
    if let contradiction = block.options.contradiction(for: .diff, { "'\($0)'" }) {
      throw PandocBlock.Mistake(message: contradiction)
    }
    let kinds = block.options.comparisons(of: view, in: graph, againstAnother: false)
    guard !kinds.isEmpty else { throw PandocBlock.Mistake(message: "a table of changes requires 'from' and 'to'") }
    let diffs = try kinds.mapValues { try block.options.request(view, $0).comparison(of: graph).diff }
    let report = DiffReport(diffs, of: view.focus)
    let rows = report.parts.flatMap(\.items).map { item in
      [
        PandocTree.inlines(item.mark.symbol), PandocTree.inlines(item.when),
        PandocTree.inlines("\(item.heading): \(item.sentence)"),
      ]
    }
    return PandocTree.table(
      ["", "when", "what"], rows, caption: caption(block, report.parts.map(\.title).joined(separator: "; ")))
  }

  private mutating func events(_ block: PandocBlock, _ view: View, in graph: KnowledgeGraph) -> PandocTree {
    let (snapshot, parties) = (snapshot(block, view, in: graph), view.focus.parties)
    let sides = parties.count == 2 ? PairSides(snapshot, parties[0], parties[1]) : nil
    let kept = snapshot.events.filter { event in
      if let sides { return sides.effect(of: event.item) != nil }
      return parties.allSatisfy { party in event.item.parties.contains { graph.isWith($0, party) } }
    }.sorted { ($0.item.within.span.lowerBound, $0.id) < ($1.item.within.span.lowerBound, $1.id) }
    var rows: [[[PandocTree]]] = []
    for event in kept {
      let what = event.item.what + (event.certainty == .possibly ? " (possibly)" : "")
      rows.append([
        PandocTree.inlines(DateWords.english.words(event.item.within)),
        PandocTree.inlines(what) + citations(sources(of: event.item.evidence, in: graph), block),
      ])
    }
    return PandocTree.table(["when", "what"], rows, caption: caption(block, "Events"))
  }

  private mutating func offices(_ block: PandocBlock, _ view: View, in graph: KnowledgeGraph) -> PandocTree {
    let (snapshot, parties) = (snapshot(block, view, in: graph), view.focus.parties)
    var rows: [[[PandocTree]]] = []
    for held in snapshot.holdings {
      guard let office = graph.offices[held.item.office],
        parties.isEmpty || parties.contains(where: { graph.isWith(office.of, $0) })
      else { continue }
      let during = DateWords.english.words(held.item.during) + (held.certainty == .possibly ? " (possibly)" : "")
      rows.append([
        PandocTree.inlines(graph.shortName(of: held.item.official, at: snapshot.moment)),
        PandocTree.inlines(office.title),
        PandocTree.inlines(during) + citations(sources(of: held.item.evidence, in: graph), block),
      ])
    }
    return PandocTree.table(["who", "office", "when"], rows, caption: caption(block, "Offices"))
  }

  private func sources(of evidence: Evidence, in graph: KnowledgeGraph) -> [Source] {
    var seen: Set<Source.ID> = []
    return evidence.citations.map(\.source).filter { seen.insert($0).inserted }.compactMap { graph.sources[$0] }
  }

  /// The wording of the relation between two parties at a date.
  func phase(_ values: [(key: String, value: String)], _ words: String) throws -> String {
    let block = try PandocBlock(values, standard: standard, between: words)
    guard block.show == .phase else {
      throw PandocBlock.Mistake(message: "only show=phase can be inline; pictures and tables are blocks")
    }
    guard block.options.between.count == 2 else {
      throw PandocBlock.Mistake(message: "expected the ids of two parties, not '\(words)'")
    }
    let graph = try DossierArguments.graph(of: block.dossier)
    let parties = try block.options.view(in: graph).focus.parties
    let moment = block.options.moment(of: nil, in: graph)
    guard let tie = graph.snapshot(at: moment).leadingTie(between: parties[0], parties[1]), let phase = tie.leading
    else {
      throw PandocBlock.Mistake(message: "no information on '\(parties[0])' and '\(parties[1])' at this date")
    }
    return phase.item.reads ?? tie.relation.kind.text
  }
}

extension KnowledgeGraph {
  /// Whether an entity is the other one or belongs to it.
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
