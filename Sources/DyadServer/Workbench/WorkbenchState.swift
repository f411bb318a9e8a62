internal import DyadContent
internal import DyadCore
internal import DyadEditing
internal import DyadReport
internal import DyadSyntax

/// Everything that the page of a workbench shows of a version of the files.
struct WorkbenchState {
  let graph: KnowledgeGraph
  let version: Int
  var sheet = SheetCache.Sheet(alternative: "", targets: [:])
  private let problems: [Diagnostic]
  /// The records of the files, which can be edited.
  private let written: Set<DossierEditor.RecordName>
  private let labels: (undo: String?, redo: String?)
  private let textVersions: [Source.ID: Int]
  private static let mostStops = 60

  init(
    _ graph: KnowledgeGraph, version: Int, problems: [Diagnostic], written: Set<DossierEditor.RecordName>,
    labels: (undo: String?, redo: String?), textVersions: [Source.ID: Int]
  ) {
    (self.graph, self.version, self.problems, self.written) = (graph, version, problems, written)
    (self.labels, self.textVersions) = (labels, textVersions)
  }

  func json(_ sight: Sight, _ view: SheetView) throws(Refusal) -> [UInt8] {
    let coverages = Dictionary(
      Coverage.all(of: graph).map { ($0.source.id, $0) }, uniquingKeysWith: { first, _ in first })
    let source = try source(sight, coverages)
    return ByteSink.collected { sink in
      JSONWriter(sink).object { json in
        json.member("version", version)
        json.member("dossier", graph.title ?? "Untitled dossier")
        json.member("sources", array: { sources(coverages, $0) })
        if let source { json.member("source", object: { self.source(source, coverages[source.id], sight, $0) }) }
        json.member("views", array: { views($0) })
        json.member("view", object: { self.view(view, $0) })
        json.member("claims", object: { claims($0) })
        WorkbenchRecords(graph).write(to: json)
        json.member("vocabulary", object: { WorkbenchVocabulary(graph).write(to: $0) })
        json.member("problems", .array(problems.map(\.json)))
        json.member("undo", JSONValue(labels.undo))
        json.member("redo", JSONValue(labels.redo))
      }
    }
  }

  // MARK: Sources

  private func source(_ sight: Sight, _ coverages: [Source.ID: Coverage]) throws(Refusal) -> Source? {
    if let id = sight.source {
      guard let source = graph.sources[Source.ID(id)] else { throw Refusal(.notFound, "There is no source '\(id)'.") }
      return source
    }
    let all = graph.sources.values.sorted { $0.id < $1.id }
    return all.first { $0.text != nil } ?? all.first
  }

  private func sources(_ coverages: [Source.ID: Coverage], _ json: JSONWriter) {
    for source in graph.sources.values.sorted(by: { $0.id < $1.id }) {
      json.object { json in
        json.member("id", source.id.text)
        json.member("title", source.title)
        json.member("publisher", source.publisher)
        json.member("published", source.published?.description)
        json.member("hasText", source.text != nil)
        json.member("coverage", coverages[source.id]?.bodyShare)
      }
    }
  }

  private func source(_ source: Source, _ coverage: Coverage?, _ sight: Sight, _ json: JSONWriter) {
    json.member("id", source.id.text)
    json.member("title", source.title)
    json.member("publisher", source.publisher)
    json.member("author", source.author)
    json.member("published", source.published?.description)
    json.member("language", source.language)
    json.member("url", source.url.flatMap { HTML.isSafeLink($0) ? $0 : nil })
    let textVersion = textVersions[source.id] ?? 1
    json.member("textVersion", textVersion)
    if sight.textVersion != textVersion { json.member("text", source.text?.text ?? "") }
    json.member("hasText", source.text != nil)
    json.member("coverage", coverage?.bodyShare)
    json.member("wholeCoverage", coverage?.share)
    json.member(
      "marks",
      array: { json in
        guard let text = source.text, let coverage else { return }
        for mark in SourcePassages(text).marks(of: coverage) {
          json.object { json in
            json.member("start", mark.start)
            json.member("end", mark.end)
            json.member("claims", mark.claims)
          }
        }
      })
  }

  // MARK: The sheet

  private func views(_ json: JSONWriter) {
    for view in SheetView.all(in: graph) {
      json.object { json in
        json.member("id", view.id)
        json.member("title", view.title)
      }
    }
  }

  private func view(_ view: SheetView, _ json: JSONWriter) {
    let known = Moment(during: Moment.ever.days, known: view.view.known)
    let stops = SiteStops.days(
      of: graph.snapshot(at: known).focused(on: view.view.focus), atMost: WorkbenchState.mostStops)
    json.member("id", view.id)
    json.member("title", view.title)
    json.member("on", view.moment.days.upperBound.description)
    json.member("stops", stops.map(\.description))
    json.member("alternativeText", sheet.alternative)
    json.member(
      "targets",
      object: { json in
        for (part, claims) in sheet.targets.sorted(by: { $0.key < $1.key }) { json.member(part, claims) }
      })
  }

  // MARK: Claims

  private func claims(_ json: JSONWriter) {
    for claim in ClaimSummary.all(in: graph) {
      let evidence = claim.evidence
      json.member(
        claim.id,
        object: { json in
          json.member("id", claim.id)
          json.member("kind", claim.kind)
          json.member("label", claim.label)
          json.member("date", claim.when?.description ?? "")
          json.member("when", claim.words)
          json.member("tone", claim.tone.map { JSONValue($0.value) } ?? .null)
          json.member("colour", WorkbenchState.colour(of: claim))
          json.member("parties", claim.parties.map(\.text))
          json.member("stances", Set(evidence.citations.map(\.stance.rawValue)).sorted())
          json.member("sources", Set(evidence.citations.map(\.source.text)).sorted())
          json.member("inferred", evidence.isInferred)
          json.member("draft", false)
          json.member("isEditable", written.contains(DossierEditor.RecordName(kind: claim.kind, id: claim.id)))
          json.member("parent", claim.parent)
        })
    }
  }

  private static func colour(of claim: ClaimSummary) -> String {
    switch claim.tone?.sign {
    case .cooperation: "cooperation"
    case .conflict: "conflict"
    case .neutral: "neutral"
    case nil: "none"
    }
  }
}
