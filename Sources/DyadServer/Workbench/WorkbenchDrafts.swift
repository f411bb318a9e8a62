internal import DyadContent
internal import DyadCore
internal import DyadEditing
internal import DyadSyntax

/// The drafts that quote a source, with their places in its text.
struct WorkbenchDrafts {
  let json: JSONValue

  init(_ source: String?, _ editor: DossierEditor?) {
    let drafts = editor?.drafts ?? []
    guard let editor, !drafts.isEmpty else {
      json = ["drafts": []]
      return
    }
    let graph = editor.dossiers.then { KnowledgeGraph.linking($0, includingDrafts: true) }.value
    let claims = Dictionary(
      ClaimSummary.all(in: graph).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    json = [
      "drafts": .array(
        drafts.compactMap { WorkbenchDrafts.json(of: $0, claims[$0.id], source.map { Source.ID($0) }, graph) })
    ]
  }

  /// `nil` for a draft that quotes other sources.
  private static func json(
    of draft: DossierEditor.Draft, _ claim: ClaimSummary?, _ source: Source.ID?, _ graph: KnowledgeGraph
  ) -> JSONValue? {
    let citations = citations(of: draft, claim, in: graph).filter { source == nil || $0.source == source }
    guard !citations.isEmpty || source == nil else { return nil }
    let quoted = citations.first { $0.quote != nil }
    let place = quoted.flatMap { citation in
      graph.sources[citation.source]?.text.flatMap { text in
        citation.quote.flatMap { SourcePassages(text).places(of: $0).first }
      }
    }
    let text = draft.record["note"]?.scalar
    let note = text.flatMap { DraftNote($0) }
    let number = { (value: Int?) in value.map { JSONValue(Double($0)) } ?? .null }
    return [
      "id": .string(draft.id), "kind": .string(draft.kind),
      "label": .string(claim?.label ?? draft.record["what"]?.scalar ?? draft.id),
      "date": .string(claim?.when?.description ?? ""), "source": JSONValue(quoted?.source.text),
      "quote": JSONValue(quoted?.quote), "start": number(place?.lowerBound), "end": number(place?.upperBound),
      "rule": JSONValue(note?.rule ?? text), "score": note.map { JSONValue($0.score) } ?? .null,
      "record": draft.record.json,
    ]
  }

  /// What a draft quotes; one that lacks a key is not in the graph, and is completed by its form.
  private static func citations(
    of draft: DossierEditor.Draft, _ claim: ClaimSummary?, in graph: KnowledgeGraph
  ) -> [(source: Source.ID, quote: String?)] {
    if let claim { return claim.evidence.citations.map { ($0.source, $0.quote) } }
    return graph.sources.keys.sorted().flatMap { source in draft.quotes(of: source.text).map { (source, $0) } }
  }
}
