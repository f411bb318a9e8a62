internal import DyadContent
internal import DyadCore
internal import DyadSyntax

/// The records that a form completes: entities by every name, relations, offices.
struct WorkbenchRecords {
  private let graph: KnowledgeGraph

  init(_ graph: KnowledgeGraph) { self.graph = graph }

  func write(to json: JSONWriter) {
    json.member(
      "entities",
      array: { json in
        for entity in graph.entities.values.sorted(by: { $0.id < $1.id }) {
          json.object { json in
            json.member("id", entity.id.text)
            json.member("kind", entity.kind.rawValue)
            json.member("name", entity.name())
            json.member("short", entity.short)
            json.member("names", entity.names.map(\.text))
            json.member("type", entity.type)
            json.member("home", entity.home?.text)
            json.member("codes", .object(entity.codes.mapValues(JSONValue.string)))
          }
        }
      })
    json.member(
      "relations",
      array: { json in
        for relation in graph.relations.values.sorted(by: { $0.id < $1.id }) {
          json.object { json in
            json.member("id", relation.id.text)
            json.member("label", graph.kind(of: relation).sentence(of: relation) { graph.shortName(of: $0) })
            json.member("kind", relation.kind.text)
            json.member("parties", relation.parties.map(\.text))
            json.member("phases", relation.phases.map(\.id.text))
          }
        }
      })
    let holders = Dictionary(grouping: graph.holdings.values, by: \.office)
    json.member(
      "offices",
      array: { json in
        for office in graph.offices.values.sorted(by: { $0.id < $1.id }) {
          json.object { json in
            json.member("id", office.id.text)
            json.member("title", office.title)
            json.member("of", office.of.text)
            json.member("holders", Set(holders[office.id, default: []].map(\.official.text)).sorted())
          }
        }
      })
  }
}
