import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

@Suite struct NoteTests {
  @Test(.checked(by: .python)) func everyRecordHasANoteAndEveryLinkLeadsToOne() throws {
    let graphs = try Exchange.graphs(random: 6)
    try inTemporaryFolder { folder in
      for (name, graph) in graphs {
        for (file, bytes) in Format.named("obsidian")!.files(of: graph) {
          let place = folder.appendingPathComponent("\(name)/\(file)")
          try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(bytes).write(to: place)
        }
      }
      let reported = try #require(
        try Python.run(
          "Tests/DyadExchangeTests/Readers/notes.py", graphs.map { folder.appendingPathComponent($0.name).path })
          as? [String: [String: Any]])
      for (name, graph) in graphs {
        let one = try #require(reported[name])
        #expect(one["wrong"] as? [String] == [], "\(name)")
        let ids = try #require(one["ids"] as? [String: [Any]])
        for entity in graph.entities.values {
          let found = try #require(ids[entity.id.text], "\(entity.id)")
          #expect(found[0] as? String == entity.kind.rawValue)
          #expect(found[1] as? String == (entity.during == .always ? nil : entity.during.description))
          let others = Set([entity.short].compactMap { $0 } + entity.names.dropFirst().map(\.text))
          #expect(Set(found[2] as? [String] ?? []) == others)
        }
        for event in graph.events.values { #expect(ids[event.id.text]?[0] as? String == "event") }
        for source in graph.sources.keys { #expect(ids[source.text]?[0] as? String == "source") }
        for office in graph.offices.keys { #expect(ids[office.text]?[0] as? String == "office") }
      }
    }
  }

  /// Talks by a mediator and people without a record, which lead to a treaty.
  private func talks() throws -> KnowledgeGraph {
    var dossier = Dossier(title: "Talks")
    dossier.sources = [Located(Source("s", title: "Herald"))]
    dossier.entities = ["a", "b", "c"].map {
      Located(Entity($0, .state, name: "State \($0)", isUnnamed: $0 == "c"))
    }
    let phase = Phase("p", during: Interval("2013/2014")!, evidence: Evidence(basis: .inferred))
    dossier.relations = [
      Located(Relation("r", "mediation", from: "a", to: "b", isDirected: false, phases: [phase], mediator: "c"))
    ]
    let link = EventLink(.leadsTo, "treaty", of: "talks", evidence: Evidence([Citation(of: "s", quote: "so it did")]))
    dossier.events = [
      Located(
        Event(
          "talks", within: Interval("2013")!, what: "Talks open", type: .consult, actors: ["c"],
          describedActors: [DescribedParticipant("shipowners", number: "about 5")!], affects: ["a"], effect: Tone(3)!,
          isKey: true, links: [link])),
      Located(Event("treaty", within: Interval("2014")!, what: "A treaty", type: .agree, actors: ["a", "b"])),
    ]
    return try KnowledgeGraph.linking([dossier]).get()
  }

  @Test func notesNameParticipantsLinksAndMediators() throws {
    let files = Format.named("obsidian")!.files(of: try talks()).mapValues { String(decoding: $0, as: UTF8.self) }
    let talks = try #require(files["Events/Talks open.md"])
    for line in [
      "key: true", "affects:", "leads_to:", "effect: 3", "- By: [[State c]], about 5 shipowners",
      "- Affects: [[State a]]", "- Led to [[A treaty]]: [[#^c-talks-2fleads-2dto-2ftreaty|quotes]]",
      "^c-talks-2fleads-2dto-2ftreaty",
    ] {
      #expect(talks.split(separator: "\n").contains { $0 == line }, "\(line) in \(talks)")
    }
    #expect(files["Events/A treaty.md"]?.contains("- Followed from [[Talks open]]\n") == true)
    let mediator = try #require(files["States/State c.md"])
    #expect(mediator.contains("unnamed: true\n"))
    #expect(mediator.contains("| mediation by State c between State a and State b | [[State a]], [[State b]] |"))
    #expect(mediator.contains("| no source, inferred |"))
    #expect(files["States/State a.md"]?.contains("[[Talks open]]") == true)
  }

  @Test func drawingsNameMediatorsAndDashWhoHasNoName() throws {
    func text(_ format: String) throws -> String {
      String(decoding: try #require(Format.named(format)).bytes(of: try talks()), as: UTF8.self)
    }
    let dot = try text("dot")
    #expect(dot.contains("label=\"mediation by State c\\n2013/2014\""), "\(dot)")
    #expect(dot.contains("\"talks\" -> \"treaty\" [label=\"leads to\""), "\(dot)")
    #expect(dot.split(separator: "\n").filter { $0.contains("style=\"dashed\"") }.count == 1)
    let mermaid = try text("mermaid")
    #expect(mermaid.contains("mediation, by State c 2013/2014"), "\(mermaid)")
  }

  @Test func noNameLeadsOutOfTheFolder() throws {
    var dossier = Dossier()
    for (index, name) in [
      "../../etc/passwd", "..", ".hidden", "CON", "con", "a/b", "\u{200B}", "Index", String(repeating: "長", count: 300),
    ].enumerated() {
      dossier.entities.append(Located(Entity(Entity.ID("e\(index)"), .group, name: name)))
    }
    let files = Format.named("obsidian")!.files(of: try KnowledgeGraph.linking([dossier]).get()).keys.sorted()
    #expect(files.count == 10)
    for file in files where file != "index.md" {
      let parts = file.split(separator: "/", omittingEmptySubsequences: false)
      #expect(
        parts.count == 2 && parts[0] == "Groups" && !parts[1].hasPrefix(".") && parts[1].utf8.count < 255, "\(file)")
    }
    #expect(Set(files.map { $0.lowercased() }).count == 10)
    #expect(!files.contains("Groups/CON.md") && !files.contains("Groups/con.md"))
  }
}
