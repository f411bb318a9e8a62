internal import DyadContent
internal import DyadCore
internal import DyadEditing
internal import DyadSyntax

/// One record with its quotes in their texts, for its form.
struct WorkbenchClaim {
  let json: JSONValue

  init(_ id: String, _ editor: DossierEditor?, _ graph: KnowledgeGraph) throws(Refusal) {
    let claim = ClaimSummary.all(in: graph).first { $0.id == id }
    let written = try? editor?.record(id)
    guard claim != nil || written != nil else { throw Refusal(.notFound, "There is no claim '\(id)'.") }
    var members: [String: JSONValue] = [
      "id": .string(id), "kind": .string(written?.kind ?? claim?.kind ?? ""),
      "parent": JSONValue(written?.parent ?? claim?.parent), "label": JSONValue(claim?.label),
      "isEditable": .bool(written != nil),
    ]
    var record = written.map { $0.value.json.object ?? [:] } ?? [:]
    let citations = claim?.evidence.citations ?? []
    if !citations.isEmpty { record["cite"] = .array(citations.map(WorkbenchClaim.citation)) }
    members["record"] = .object(record)
    let place = written?.place
    members["file"] = JSONValue(place?.file)
    members["line"] = place.map { JSONValue(Double($0.line)) } ?? .null
    members["passages"] = .array(WorkbenchClaim.passages(of: citations, in: graph))
    members["usedBy"] = .array(WorkbenchClaim.users(of: id, editor))
    json = .object(members)
  }

  private static func citation(_ citation: Citation) -> JSONValue {
    var members: [String: JSONValue] = [
      "source": .string(citation.source.text), "stance": .string(citation.stance.rawValue),
    ]
    for (key, text) in [
      ("quote", citation.quote), ("speaker", citation.speaker?.text), ("confidence", citation.confidence?.rawValue),
      ("note", citation.note),
    ] {
      if let text { members[key] = .string(text) }
    }
    return .object(members)
  }

  private static func passages(of citations: [Citation], in graph: KnowledgeGraph) -> [JSONValue] {
    citations.flatMap { citation -> [JSONValue] in
      guard let text = graph.sources[citation.source]?.text, let quote = citation.quote else { return [] }
      return SourcePassages(text).places(of: quote).map { range in
        [
          "source": .string(citation.source.text), "start": JSONValue(Double(range.lowerBound)),
          "end": JSONValue(Double(range.upperBound)), "stance": .string(citation.stance.rawValue),
        ]
      }
    }
  }

  private static func users(of id: String, _ editor: DossierEditor?) -> [JSONValue] {
    let mentions = (try? editor?.references(to: id)) ?? []
    return mentions.map { mention in
      var members = SourceLocation.json(of: mention.place)
      members["id"] = .string(mention.id)
      members["record"] = .string(mention.record)
      members["key"] = .string(mention.key)
      return .object(members)
    }
  }
}
