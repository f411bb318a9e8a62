import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

@Suite struct InvestigationTests {
  @Test(.checked(by: .python)) func thePackagesThatDefineTheFormatsKeepEveryClaim() throws {
    let graphs = try Exchange.graphs(random: 3)
    try inTemporaryFolder { folder in
      for (name, graph) in graphs {
        for (format, suffix) in [("followthemoney", "ftm.json"), ("stix", "stix.json")] {
          try Data(Format.named(format)!.bytes(of: graph)).write(to: folder.appendingPathComponent("\(name).\(suffix)"))
        }
      }
      let stems = graphs.map { folder.appendingPathComponent($0.name).path }
      let reported = try #require(
        try Python.run("Tests/DyadExchangeTests/Readers/investigations.py", stems) as? [String: Any])
      #expect(reported["wrong"] as? [String] == [])
      let found = try #require(reported["told"] as? [String: [String: [[Any]]]])
      for (name, graph) in graphs { compare(try #require(found[name]), with: graph, name) }
    }
  }

  private func compare(_ found: [String: [[Any]]], with graph: KnowledgeGraph, _ name: String) {
    func words(_ key: String) -> [String] { (found[key] ?? []).map { $0.map { "\($0)" }.joined(separator: "|") } }
    func date(_ bound: Interval.Bound) -> String {
      guard case .date(let date) = bound else { return "" }
      return PartialDate(year: date.year, month: date.month, day: date.day)!.description
    }
    let phases = graph.relations.values.flatMap { relation in relation.phases.map { (relation, $0) } }
    let links =
      phases.map { _, phase in
        "UnknownLink|\(phase.id)|\(date(phase.during.start))|\(date(phase.during.end))|\(Set(phase.evidence.citations.map(\.source)).count)"
      }
      + graph.events.values.flatMap(\.links).map {
        "UnknownLink|\($0.id)|||\(Set($0.evidence.citations.map(\.source)).count)"
      }
    #expect(
      words("ftm").filter { $0.hasPrefix("UnknownLink|") && !$0.hasPrefix("UnknownLink||") }.sorted() == links.sorted(),
      "\(name)")
    let holdings = graph.holdings.values.map {
      "Occupancy|\($0.id)|\(date($0.during.start))|\(date($0.during.end))|\(Set($0.evidence.citations.map(\.source)).count)"
    }
    #expect(words("ftm").filter { $0.hasPrefix("Occupancy|") }.sorted() == holdings.sorted(), "\(name)")
    #expect(words("ftm").count { $0.hasPrefix("Event|") } == graph.events.count, "\(name)")
    let relationships = phases.map { relation, phase in
      let first = phase.during.span.lowerBound
      let start = first == .distantPast ? "" : "\(first)T00:00:00.000Z"
      return "\(relation.from)|\(relation.to)|\(phase.id)|\(phase.during)|\(start)|\(phase.evidence.citations.count)"
    }
    #expect(words("stix").sorted() == relationships.sorted(), "\(name)")
    let names =
      graph.entities.values.map { "\($0.id)|\($0.names[0].text)" } + graph.events.values.map { "\($0.id)|\($0.what)" }
      + graph.offices.values.map { "\($0.id)|\($0.title)" }
    #expect(words("names").sorted() == names.sorted(), "\(name)")
  }

  // MARK: Files of others

  private func read(_ text: String) throws -> Checked<KnowledgeGraph> {
    let reader = try #require(Format.named("followthemoney")?.reader)
    return try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("x.ftm.json")
      try Data(text.utf8).write(to: file)
      return reader(file.path).then { KnowledgeGraph.linking($0) }
    }
  }

  private func findings(_ checked: Checked<KnowledgeGraph>) -> [String] {
    checked.diagnostics.sortedByPlace().map { finding in
      "\(finding.place.map { "\($0.line):\($0.column): " } ?? "")\(finding.message) [\(finding.code)]"
    }
  }

  @Test func theEntitiesOfOthersBecomeADossier() throws {
    let checked = try read(
      """
      {"id": "NK-1", "schema": "Person", "properties": {"name": ["Ilse Marrow"], "birthDate": ["1957"], "notes": ["a minister"]}}
      {"id": "NK-2", "schema": "PublicBody", "properties": {"name": ["Arvane"], "topics": ["gov.national"]}}
      {"id": "NK-3", "schema": "Company", "properties": {"name": ["Ferry Ltd"], "registrationNumber": ["77"]}}
      {"id": "l1", "schema": "Ownership", "properties": {"owner": ["NK-1"], "asset": ["NK-3"], "startDate": ["2011-03"]}}
      {"id": "l2", "schema": "Family", "properties": {"person": ["NK-1"], "relative": ["NK-9"]}}
      {"id": "l3", "schema": "Directorship", "properties": {"director": ["NK-1"]}}
      {"id": "s1", "schema": "Sanction", "properties": {"entity": ["NK-1"]}}
      """)
    #expect(
      findings(checked) == [
        "5:1: unknown node 'NK-9' [unknown-id]",
        "6:1: 'Directorship' needs 'director' and 'organization' [missing-key]",
        "7:1: 'Sanction' has no counterpart in a dossier; omitted (1) [not-carried]",
      ])
    #expect(checked.value.entities["ilse-marrow"]?.kind == .official)
    #expect(checked.value.entities["ilse-marrow"]?.during == Interval("1957/"))
    #expect(checked.value.entities["arvane"]?.kind == .state)
    let relation = try #require(checked.value.relations.values.first)
    #expect("\(relation.from) \(relation.kind) \(relation.to)" == "ilse-marrow ownership ferry-ltd")
    #expect(relation.phases[0].during == Interval("2011-03/"))
  }

  @Test func aBrokenLineLeavesTheOthers() throws {
    let deep = "{\"id\":" + String(repeating: "[", count: 1_000_000)
    let checked = try read(
      """
      {"id": "a", "schema": "Person", "properties": {"name": ["A"]}}
      {"id": "a", "schema": "Person", "properties": {"name": ["A again"]}}
      {"id": "b", "schema": "Person", "properties": {"name": ["B"
      {"schema": "Person"}
      \(deep)
      {"id": "../c d<&>", "schema": "Person", "properties": {"name": ["C"]}}
      """)
    #expect(
      findings(checked) == [
        "2:1: duplicate node 'a' [duplicate-id]", "3:60: expected ',' or ']' [bad-json]",
        "4:1: an entity needs 'id' and 'schema' [missing-key]", "5:70: nested more than 64 levels deep [too-deep]",
      ])
    #expect(checked.value.entities.keys.sorted() == ["a", "c"])
  }

  @Test func aLineOfFiveMegabytesIsRead() throws {
    let checked = try read(
      "{\"id\": \"a\", \"schema\": \"Person\", \"properties\": {\"name\": [\"\(String(repeating: "é", count: 2_500_000))\"]}}"
    )
    #expect(checked.value.entities.count == 1)
  }

  @Test func anEditedNameCounts() throws {
    let text = String(
      decoding: Format.named("followthemoney")!.bytes(of: try Exchange.example("egypt-israel")), as: UTF8.self)
    let changed = text.replacing("\"name\":[\"Egypt\"]", with: "\"name\":[\"Arab Republic of Egypt\"]")
    #expect(changed != text)
    #expect(try read(changed).get().entities["egypt"]?.names[0].text == "Arab Republic of Egypt")
  }
}
