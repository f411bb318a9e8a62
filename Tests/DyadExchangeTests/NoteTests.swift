import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

@Suite struct NoteTests {
  @Test(.checked(by: .python)) func everyRecordHasANoteAndEveryLinkLeadsToOne() throws {
    let graphs = try Exchange.graphs(random: 12)
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
