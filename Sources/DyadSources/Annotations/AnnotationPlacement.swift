internal import DyadCore
package import DyadEditing

/// Finds the sources and claims of annotations, and makes drafts of those without a claim.
package struct AnnotationPlacement {
  private let sources: [Source]
  private let citations: [String: [Citation]]
  /// The quotes that support no claim yet, each with its source and its comment: a line each.
  package private(set) var open: [String] = []
  private var added = 0
  private var known = 0
  private var drafts = 0
  /// Whether quotes without a claim become drafts.
  private let makesDrafts: Bool
  private let names: AnnotationDraft.Names
  private let earlierDrafts: [DossierEditor.Draft]

  package init(_ editor: DossierEditor, makingDrafts makesDrafts: Bool = false) {
    self.makesDrafts = makesDrafts
    earlierDrafts = editor.drafts
    let dossiers = editor.dossiers
    sources = dossiers.value.flatMap(\.sources).map(\.value)
    let graph = dossiers.then { KnowledgeGraph.linking($0) }.value
    names = AnnotationDraft.Names(graph)
    citations = Dictionary(grouping: graph.citations, by: \.claim).mapValues { $0.map(\.citation) }
  }

  /// "2 citations added, 1 there already, 3 quotes without a claim"
  package var summary: String {
    "\(added) citation\(added == 1 ? "" : "s") added, "
      + (makesDrafts ? "\(drafts) draft\(drafts == 1 ? "" : "s") added, " : "") + "\(known) there already, "
      + "\(open.count) quote\(open.count == 1 ? "" : "s") without a claim"
  }

  package mutating func add(
    _ annotations: [QuotedAnnotation], to editor: inout DossierEditor
  ) throws(EditError) -> [String] {
    var report: [String] = []
    for annotation in annotations {
      guard let source = source(of: annotation) else {
        list(annotation, "no source", "no source has the address \(annotation.address)")
        continue
      }
      guard let text = source.text else {
        list(annotation, source.id.text, "the dossier has no text of it")
        continue
      }
      var citation = Citation(
        of: source.id, quote: annotation.exact, before: annotation.before, after: annotation.after, at: annotation.at)
      let match = text.match(citation)
      guard let place = match.parts.first else {
        list(annotation, source.id.text, "not found in its text")
        continue
      }
      // Its position is one of the page that was annotated, which has more than the text.
      if match.occurrences > 1, match.fitting == 0, citation.before != nil || citation.after != nil {
        list(annotation, source.id.text, "several times in its text, and nowhere between these words")
        continue
      }
      if match.occurrences == 1 { (citation.before, citation.after, citation.at) = (nil, nil, nil) }
      if match.occurrences > 1 { citation.at = place.lowerBound }
      if annotation.claim == nil, makesDrafts {
        report += try draft(annotation, citation, in: &editor)
        continue
      }
      guard let claim = annotation.claim, editor.ids.contains(claim) else {
        list(annotation, "\(source.id)", annotation.claim.map { "no claim '\($0)'" })
        continue
      }
      let isKnown = citations[claim, default: []].contains { one in
        guard one.source == source.id else { return false }
        // A quote with an ellipsis has a target for each part.
        return text.find(one).contains { $0.overlaps(place) }
      }
      if isKnown {
        known += 1
        continue
      }
      var addition = Assignment("cite", .list([value(citation)]))
      addition.isAddition = true
      report += try editor.edit(claim, [addition])
      added += 1
    }
    return report
  }

  /// A draft of the quote, unless a claim or an earlier draft has it.
  private mutating func draft(
    _ annotation: QuotedAnnotation, _ citation: Citation, in editor: inout DossierEditor
  ) throws(EditError) -> [String] {
    let quote = annotation.exact.onOneLine
    if earlierDrafts.contains(where: { $0.quotes(of: citation.source.text).contains(quote) }) {
      known += 1
      return []
    }
    let claim = citations.filter { entry in
      entry.value.contains { $0.source == citation.source && $0.quote?.onOneLine == quote }
    }.keys.min()
    if let claim {
      list(annotation, citation.source.text, "'\(claim)' quotes this")
      return []
    }
    let isPlain = !citation.hasContext
    let cite: YAMLValue =
      isPlain ? .mapping([.init(citation.source.text, .text(quote))]) : .list([value(citation)])
    let id = try AnnotationDraft(annotation, citing: cite, names).add(to: &editor, quoting: quote)
    drafts += 1
    let missing = editor.missing(fromDraft: id)
    return ["draft '\(id)'" + (missing.isEmpty ? "" : ": needs \(missing.joined(separator: ", "))")]
  }

  private func value(_ citation: Citation) -> YAMLValue {
    let texts = [
      ("source", citation.source.text), ("quote", citation.quote?.onOneLine), ("before", citation.before?.onOneLine),
      ("after", citation.after?.onOneLine),
    ].compactMap { key, text in text.map { YAMLValue.Member(key, .text($0)) } }
    return .mapping(texts + (citation.at.map { [.init("at", .literal(String($0)))] } ?? []))
  }

  /// By the address, or else the only one whose text has the quote.
  private func source(of annotation: QuotedAnnotation) -> Source? {
    let address = KnownSources.plain(annotation.address)
    let same = sources.first { source in
      source.url.map(KnownSources.plain) == address || annotation.address == "urn:dyad:source/\(source.id)"
    }
    if let same { return same }
    let having = sources.filter { $0.text?.find(annotation.exact).isEmpty == false }
    return having.count == 1 ? having[0] : nil
  }

  private mutating func list(_ annotation: QuotedAnnotation, _ source: String, _ problem: String?) {
    let words = annotation.exact.onOneLine
    let note = ([annotation.comment] + annotation.tags.map { "#\($0)" }).filter { !$0.isEmpty }
    open.append(
      "\(source): “\(words)”" + (note.isEmpty ? "" : " – \(note.joined(separator: " "))")
        + (problem.map { " (\($0))" } ?? ""))
  }
}
