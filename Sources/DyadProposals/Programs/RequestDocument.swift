internal import DyadCore
internal import DyadSyntax

/// The request that a program reads.
struct RequestDocument {
  let request: ProposalRequest
  let text: SourceText

  init(_ request: ProposalRequest, _ text: SourceText) { (self.request, self.text) = (request, text) }

  /// The kinds of record that a program may propose.
  static let kinds: [RecordForm] =
    [Event.schema.form, Holding.schema.form, Office.schema.form]
    + Entity.Kind.allCases.map { Entity.schema(of: $0).form }

  /// The keys that are given beside the record, or by nobody.
  static let reserved: Set<String> = ["cite", "draft", "known", "was", "starts", "links", "offices"]

  var json: JSONValue {
    [
      "format": "dyad-proposals-1",
      "instructions": .string(RequestDocument.instructions),
      "source": .object(source),
      "text": .string(text.text),
      "entities": .array(graph.entities.values.sorted { $0.id < $1.id }.map(entity)),
      "offices": .array(
        graph.offices.values.sorted { $0.id < $1.id }.map {
          ["id": .string($0.id.text), "title": .string($0.title), "of": .string($0.of.text)]
        }),
      "relations": .array(
        graph.relations.values.sorted { $0.id < $1.id }.map { relation in
          [
            "id": .string(relation.id.text), "kind": .string(relation.kind.text),
            "parties": .array(relation.parties.map { .string($0.text) }),
          ]
        }),
      "eventTypes": .array(
        EventType.allCases.map { ["type": .string($0.rawValue), "tone": JSONValue($0.tone.value)] }),
      "records": .object(
        Dictionary(uniqueKeysWithValues: RequestDocument.kinds.map { ($0.name, RequestDocument.keys(of: $0)) })),
    ]
  }

  private var graph: KnowledgeGraph { request.graph }

  private var source: [String: JSONValue] {
    let source = request.source
    return [
      "id": .string(source.id.text), "title": .string(source.title), "publisher": JSONValue(source.publisher),
      "author": JSONValue(source.author), "published": JSONValue(source.published?.description),
      "language": JSONValue(source.language),
    ]
  }

  private func entity(_ entity: Entity) -> JSONValue {
    [
      "id": .string(entity.id.text), "kind": .string(entity.kind.rawValue),
      "names": .array(entity.names.map { .string($0.text) } + (entity.short.map { [.string($0)] } ?? [])),
      "belongsTo": JSONValue(entity.home?.text),
    ]
  }

  private static func keys(of form: RecordForm) -> JSONValue {
    .array(
      form.keys.filter { !reserved.contains($0.name) }.map { key in
        ["key": .string(key.name), "required": .bool(key.isRequired), "meaning": .string(key.meaning)]
      })
  }

  private static let instructions = """
    Find the claims of the text: events, offices held, and parties that the list of entities lacks. Write one JSON object to standard \
    output: {"claims": [{"kind": "event", "quote": "…", "record": {…}, "score": 0.8, "rule": "…"}]}. 'quote' is copied from the text, \
    character by character, and contains the words that carry the claim. 'record' has the keys that 'records' lists for its kind; ids are \
    those of 'entities' and 'offices', or of records that the answer adds with an 'id' of their own. Dates are EDTF: 2025, 2025-04, \
    2025-04-19, 2025-04/2025-06, '..' for an open end; say no more than the text and the date of publication. 'speaker' (an id or words) \
    and 'stance' (asserts or denies) are for what the text reports as somebody's words. 'score' is between 0 and 1. Claims that cannot be \
    verified are refused.
    """
}
