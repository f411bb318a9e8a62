import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// The script and the tables, loaded into a graph database that is really there.
@Suite struct DatabaseTests {
  private let days = ["2016-02-29", "2018-11-11", "2020-06-30", "2024-12-31", "2025-04-19"].map { Day($0)! }

  @Test(.checked(by: .python)) func aDatabaseAnswersAsTheGraphDoes() throws {
    let graphs = try Exchange.graphs(random: 3)
    try inTemporaryFolder { folder in
      for (name, graph) in graphs { try write(graph, to: folder.appendingPathComponent(name)) }
      let folders = graphs.map { folder.appendingPathComponent($0.name).path }
      let reported = try #require(
        try Python.run("Tests/DyadExchangeTests/Readers/databases.py", folders) as? [String: [String: Any]])
      for (name, graph) in graphs {
        let one = try #require(reported[name])
        #expect(one["constraints"] as? Int == 4)
        #expect(one["idempotent"] as? Bool == true, "\(name), run twice")
        #expect(one["tables"] as? Bool == true, "\(name), the tables are another graph than the script")
        #expect(one["complaints"] as? [String] == [], "\(name)")
        let answers = try #require(one["answers"] as? [String: [[String]]])
        #expect(answers.count == graph.entities.count * days.count)
        for (question, answer) in answers {
          let words = question.split(separator: " ").map(String.init)
          let expected = ties(of: Entity.ID(words[0]), on: Day(words[1])!, in: graph)
          #expect(answer == expected, "\(name): who had ties with \(question)?")
        }
        compare(try #require(one["contents"] as? [String: [[Any]]]), with: graph, name)
      }
    }
  }

  /// Those with whom it had ties for certain, and those with whom it had some, perhaps.
  private func ties(of party: Entity.ID, on day: Day, in graph: KnowledgeGraph) -> [[String]] {
    func others(_ certainty: Certainty) -> [String] {
      let found = graph.relations.values.filter { relation in
        relation.dyad.contains(party) && relation.phases.contains { $0.valid.holds(at: Moment(on: day)) >= certainty }
      }
      return Set(found.map { $0.dyad.other(than: party).text }).sorted()
    }
    return [others(.yes), others(.possibly)]
  }

  private func write(_ graph: KnowledgeGraph, to folder: URL) throws {
    let tables = folder.appendingPathComponent("tables")
    try FileManager.default.createDirectory(at: tables, withIntermediateDirectories: true)
    try Data(Format.named("cypher")!.bytes(of: graph)).write(to: folder.appendingPathComponent("graph.cypher"))
    for (name, bytes) in Format.named("neo4j-csv")!.files(of: graph) {
      try Data(bytes).write(to: tables.appendingPathComponent(name))
    }
    let questions = graph.entities.keys.sorted().flatMap { party in days.map { [party.text, $0.description] } }
    try JSONSerialization.data(withJSONObject: questions).write(to: folder.appendingPathComponent("questions.json"))
  }

  /// Every text unchanged, whatever its characters.
  private func compare(_ contents: [String: [[Any]]], with graph: KnowledgeGraph, _ name: String) {
    func found(_ key: String) -> [[String]] {
      (contents[key] ?? []).map { $0.map { $0 as? String ?? ($0 is NSNull ? "" : "\($0)") } }.sorted(by: precedes)
    }
    func precedes(_ one: [String], _ other: [String]) -> Bool { one.lexicographicallyPrecedes(other) }
    let entities = graph.entities.values.map { [$0.id.text, $0.names[0].text, $0.kind.rawValue, $0.note ?? ""] }
    #expect(found("entities") == entities.sorted(by: precedes), "\(name)")
    #expect(
      found("events").map { Array($0.prefix(3)) }
        == graph.events.values.map { [$0.id.text, $0.what, $0.within.description] }.sorted(by: precedes), "\(name)")
    #expect(found("offices") == graph.offices.values.map { [$0.id.text, $0.title] }.sorted(by: precedes), "\(name)")
    #expect(found("sources") == graph.sources.values.map { [$0.id.text, $0.title] }.sorted(by: precedes), "\(name)")
    let phases = graph.relations.values.flatMap { relation in
      relation.phases.map {
        [
          $0.id.text, relation.from.text, relation.to.text, relation.kind.text, $0.during.description, $0.reads ?? "",
          $0.note ?? "",
        ]
      }
    }
    let read = found("phases").map { [$0[0], $0[1], $0[2], $0[3], $0[4], $0[6], $0[7]] }
    #expect(read.sorted(by: precedes) == phases.sorted(by: precedes), "\(name)")
    let roles =
      graph.holdings.values.map { [$0.official.text, $0.office.text, "holds"] }
      + graph.events.values.flatMap { event in
        event.actors.map { [$0.text, event.id.text, "actor"] }
          + event.recipients.map { [$0.text, event.id.text, "recipient"] }
          + event.affects.map { [$0.text, event.id.text, "affected"] }
          + event.links.map { [event.id.text, $0.target.text, $0.kind.rawValue] }
      } + graph.entities.values.compactMap { one in one.home.map { [one.id.text, $0.text, "belongs-to"] } }
      + graph.offices.values.map { [$0.id.text, $0.of.text, "office-of"] }
    #expect(found("roles") == roles.sorted(by: precedes), "\(name)")
    let links = graph.events.values.flatMap(\.links).map { [$0.id.text, $0.evidence.basis?.rawValue ?? ""] }
    #expect(found("links") == links.sorted(by: precedes), "\(name)")
    let mediators = graph.relations.values.flatMap { relation in
      relation.phases.compactMap { phase in relation.mediator.map { [phase.id.text, $0.text] } }
    }
    #expect(found("mediators") == mediators.sorted(by: precedes), "\(name)")
    let described = graph.events.values.filter { !$0.describedActors.isEmpty }
    #expect(found("described").map { $0[0] } == described.map(\.id.text).sorted(), "\(name)")
    for event in described {
      let text = try? #require(found("described").first { $0[0] == event.id.text }?[1])
      let list = text.flatMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) } as? [[String: String]]
      #expect(list?.map { $0["described"] } == event.describedActors.map(\.words), "\(event.id)")
      #expect(list?.map { $0["number"] } == event.describedActors.map { $0.number?.amount }, "\(event.id)")
    }
  }

  @Test(.checked(by: .python)) func wordsThatTryToBeQueriesAreWords() throws {
    let attacks = [
      "'}) DETACH DELETE n; MATCH (n) DETACH DELETE n //", "\\", "\\'", "' OR '1'='1", "`) MATCH", "/* open",
      "// comment",
      "\\u0027}) MATCH (n) DETACH DELETE n //", "$id", "; \n MATCH (n) DETACH DELETE n;\n",
    ]
    var dossier = Dossier()
    for (index, attack) in attacks.enumerated() {
      dossier.entities.append(Located(Entity(Entity.ID("e\(index)"), .group, name: attack, note: attack)))
    }
    let phase = Phase("p'}) DELETE r //", reads: attacks[0], during: .always)
    dossier.relations.append(Located(Relation("r", "ties", between: "e0", "e1", phases: [phase])))
    let graph = try KnowledgeGraph.linking([dossier]).get()
    try inTemporaryFolder { folder in
      try write(graph, to: folder.appendingPathComponent("attack"))
      let reported = try Python.run(
        "Tests/DyadExchangeTests/Readers/databases.py", [folder.appendingPathComponent("attack").path])
      let one = try #require((reported as? [String: [String: Any]])?["attack"])
      compare(try #require(one["contents"] as? [String: [[Any]]]), with: graph, "attack")
      #expect(one["idempotent"] as? Bool == true && one["tables"] as? Bool == true)
    }
  }
}
