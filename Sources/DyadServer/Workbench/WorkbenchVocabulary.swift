internal import DyadContent
internal import DyadCore
internal import DyadEditing
internal import DyadSyntax

/// The words that a form offers: kinds, types, stances, and the keys of each kind of record.
struct WorkbenchVocabulary {
  private let graph: KnowledgeGraph

  init(_ graph: KnowledgeGraph) { self.graph = graph }

  func write(to json: JSONWriter) {
    json.member(
      "relationKinds",
      array: { json in
        let order = RelationKind.vocabulary.map(\.id)
        let own = graph.kinds.keys.filter { !order.contains($0) }.sorted()
        for kind in (order + own).compactMap({ graph.kinds[$0] }) {
          json.object { json in
            json.member("id", kind.id.text)
            json.member("label", kind.sentence(from: "A", to: "B", by: "C"))
            json.member("isDirected", kind.isDirected)
            json.member("isMediated", kind.isMediated)
            json.member("tone", kind.tone.value)
          }
        }
      })
    json.member(
      "eventTypes",
      array: { json in
        // From cooperation to conflict, as the manual lists them.
        for type in EventType.allCases.sorted(by: { ($1.tone.value, $0.rawValue) < ($0.tone.value, $1.rawValue) }) {
          json.object { json in
            json.member("id", type.rawValue)
            json.member("label", type.rawValue.prefix(1) + type.rawValue.dropFirst().lowercased())
            json.member("explanation", type.meaning)
            json.member("tone", type.tone.value)
          }
        }
      })
    json.member("stances", Citation.Stance.allCases.map(\.rawValue))
    json.member("entityKinds", Entity.Kind.allCases.map(\.rawValue))
    json.member("confidences", Confidence.allCases.map(\.rawValue))
    json.member("bases", Basis.allCases.map(\.rawValue))
    json.member("linkKinds", EventLink.Kind.allCases.map(\.rawValue))
    json.member("sourceKinds", Source.Kind.allCases.map(\.rawValue))
    json.member("forms", object: { WorkbenchVocabulary.forms($0) })
  }

  private static func forms(_ json: JSONWriter) {
    let kinds = DossierEditor.addedKinds.filter { $0 != "entity" }
    for kind in kinds {
      guard let form = try? DossierEditor.form(ofKind: kind, entityKind: nil) else { continue }
      json.member(
        kind,
        array: { json in
          for key in form.keys {
            json.object { json in
              json.member("name", key.name)
              json.member("type", key.type.name)
              json.member("required", key.isRequired)
              json.member("meaning", key.meaning)
              if case .choice(let words) = key.type { json.member("choices", words) }
            }
          }
        })
    }
  }
}

extension FieldType {
  /// The name by which a form chooses its field.
  fileprivate var name: String {
    switch self {
    case .words, .verbatim, .sentence, .formerId, .ownId: "text"
    case .quote: "quote"
    case .address: "address"
    case .date: "date"
    case .interval, .since: "interval"
    case .number: "number"
    case .count: "count"
    case .flag: "flag"
    case .choice: "choice"
    case .reference: "id"
    case .references, .phases: "ids"
    case .participants: "participants"
    case .amount: "amount"
    case .pair: "pair"
    case .mention: "mention"
    case .wordSet, .rows: "words"
    case .amounts: "amounts"
    case .codes, .entitiesByCode: "codes"
    case .citations: "citations"
    case .records: "records"
    }
  }
}
