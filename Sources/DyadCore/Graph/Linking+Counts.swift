extension Linker {
  /// Links each table: its counts are those of rows between two entities of the graph.
  mutating func linkCounts() {
    for located in inOrder(dossier.counts) {
      var table = located.value
      // Its id may be that of its source: nothing refers to it.
      guard graph.countTables[table.id] == nil else {
        findings.append(Diagnostic(.duplicateId, "duplicate table of counts '\(table.id)'", at: located.place))
        continue
      }
      guard graph.sources[table.source] != nil else {
        reportUnknown(table.source, at: located.place(of: "source"))
        continue
      }
      for (code, entity) in table.ends.sorted(by: { $0.key < $1.key })
      where !refers(to: entity, in: located, "ends/\(code)") { table.ends[code] = nil }
      if let rule = table.rule, let contents = table.contents, contents.rule != rule {
        findings.append(
          Diagnostic(
            .countTable, "'\(table.id)' is counted by the rule '\(contents.rule)', not '\(rule)'",
            at: located.place(of: "rule")))
      }
      graph.countTables[table.id] = table
      guard let contents = table.contents else { continue }
      let evidence = check(Evidence([Citation(of: table.source)]), in: located, "source")
      let counts = linked(contents.rows, of: table, contents, evidence)
      if counts.isEmpty {
        findings.append(
          Diagnostic(
            .noCounts,
            "'\(table.id)' has no row between two entities of the dossier; see 'iso3', 'cow', 'codes' and 'ends'",
            at: located.place(of: "table") ?? located.place))
      }
      for count in counts { graph.counts[Dyad(count.from, count.to), default: []].append(count) }
    }
  }

  /// The rows between two entities; those of several codes of one entity are added.
  private func linked(
    _ rows: [CountTable.Row], of table: CountTable, _ contents: CountTable.Contents, _ evidence: Evidence
  ) -> [Count] {
    let ends = graph.ends(of: contents.codes, besides: table.ends)
    var counts: [Count] = rows.compactMap { row in
      guard let from = ends[row.actor], let to = ends[row.recipient], from != to else { return nil }
      return Count(
        table: table.id, from: from, to: to, period: contents.period, number: row.period, count: row.count,
        evidence: evidence)
    }
    counts.sort { ($0.from, $0.to, $0.number) < ($1.from, $1.to, $1.number) }
    return counts.reduce(into: []) { merged, count in
      if let last = merged.last, (last.from, last.to, last.number) == (count.from, count.to, count.number) {
        merged[merged.count - 1].count.add(count.count)
      } else {
        merged.append(count)
      }
    }
  }
}

extension KnowledgeGraph {
  /// The entity of each code of a data set: as a table of counts says, or else the one that has this code, or one of the
  /// same state, in a register.
  ///
  /// - Parameters:
  ///   - codes: the codes of the parties in registers, by their code in the data set, then by register.
  ///   - given: the entities of codes that a table names.
  package func ends(of codes: [String: [String: String]], besides given: [String: Entity.ID]) -> [String: Entity.ID] {
    struct Code: Hashable { let register, code: String }
    var known: [Code: Entity.ID] = [:]
    for entity in entities.values.sorted(by: { $0.id < $1.id }) {
      for (register, code) in entity.codes where known[Code(register: register, code: code)] == nil {
        known[Code(register: register, code: code)] = entity.id
      }
    }
    var ends = given
    for (code, codes) in codes where ends[code] == nil {
      ends[code] =
        codes.sorted { $0.key < $1.key }.lazy.compactMap { known[Code(register: $0.key, code: $0.value)] }.first
    }
    return ends
  }

  /// The graph with the counts of one table only.
  package func keepingCounts(of table: CountTable.ID) -> KnowledgeGraph {
    var graph = self
    graph.countTables = countTables.filter { $0.key == table }
    graph.counts = counts.mapValues { $0.filter { $0.table == table } }
    return graph
  }
}
