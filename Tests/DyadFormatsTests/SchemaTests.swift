import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// The published schema and the reader know the same keys.
@Suite struct SchemaTests {
  private let schema: [String: Any]

  init() throws {
    let file = packageRoot.appendingPathComponent("schema/dossier.schema.json")
    schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
  }

  /// The place of a mapping of each definition in a dossier; KEY is replaced by the key.
  private let places: [String: String] = [
    "source": "sources: { x: { KEY: 1 } }", "entity": "states: { x: { KEY: 1 } }",
    "official": "officials: { x: { KEY: 1 } }",
    "office": "offices: { x: { KEY: 1 } }", "kind": "kinds: { x: { KEY: 1 } }",
    "relation": "relations: { x: { KEY: 1 } }",
    "phase": "relations: { x: { phases: [{ KEY: 1 }] } }", "event": "events: { x: { KEY: 1 } }",
    "view": "views: { x: { KEY: 1 } }", "citation": "events: { x: { cite: [{ KEY: 1 }] } }",
    "cited-rows": "events: { x: { cite: { y: { KEY: 1 } } } }", "count-table": "counts: { x: { KEY: 1 } }",
    "name": "states: { x: { names: [{ KEY: 1 }] } }", "listed-holding": "officials: { x: { offices: [{ KEY: 1 }] } }",
    "holding": "holdings: { x: { KEY: 1 } }", "link": "events: { x: { links: [{ KEY: 1 }] } }",
    "described-participant": "events: { x: { actors: [{ KEY: 1 }] } }",
    "review": "reviews: { x: { KEY: 1 } }", "rejected": "rejected: [{ KEY: 1 }]",
  ]

  private func keys(_ definition: [String: Any]?) -> Set<String> {
    Set((definition?["properties"] as? [String: Any])?.keys.map { $0 } ?? [])
  }

  private func isRefused(_ key: String, in place: String) -> Bool {
    let text = place.replacing("KEY", with: key)
    return DossierReader.read(text: text, file: "d.yaml").diagnostics.contains {
      $0.code == .unknownKey && $0.message.contains("unknown key '\(key)' in ")
    }
  }

  @Test func theReaderTakesTheKeysOfTheSchemaAndNoOthers() throws {
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let withKeys = definitions.filter { $0.value["properties"] != nil }
    #expect(Set(withKeys.keys) == Set(places.keys))
    let all = withKeys.values.reduce(into: keys(schema)) { $0.formUnion(keys($1)) }
    for (name, place) in places {
      let known = keys(definitions[name])
      for key in all { #expect(isRefused(key, in: place) == !known.contains(key), "\(key) in \(name)") }
    }
    for key in all { #expect(isRefused(key, in: "KEY: {}") == !keys(schema).contains(key), "\(key)") }
  }
}
