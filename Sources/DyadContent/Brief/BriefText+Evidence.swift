import DyadCore

/// Sentences about doubtful claims, and the list of sources.
extension BriefText {
  /// A paragraph for each kind of doubt: denied, only possible, attributed, unsourced.
  var doubts: [Prose] {
    let held =
      snapshot.evidence
      + earlier.map { HeldEvidence(id: $0.id.text, evidence: $0.evidence, certainty: .yes) }
    let text = SnapshotText(snapshot)
    func paragraph(
      _ lead: String, _ claims: [HeldEvidence], _ more: (Evidence) -> String = { _ in "" }
    ) -> Prose? {
      let lines = claims.compactMap { claim in
        text.line(ofClaim: claim.id).map { line -> Prose in
          let numbers: Prose = claim.evidence.citations.isEmpty ? "" : "\(citing: notes.numbers(of: claim.evidence))"
          return "\(line)\(more(claim.evidence))" + numbers
        }
      }
      return lines.isEmpty ? nil : "\(strong: lead) " + lines.listed(by: ";") + "."
    }
    let paragraphs = [
      paragraph("Denied:", held.filter { [.contested, .denied].contains($0.evidence.standing) }) { evidence in
        let deniers = evidence.deniers.map(graph.name(of:))
        return deniers.isEmpty ? "" : ", denied by \(deniers.joined(separator: ", "))"
      },
      paragraph("Only possible at that date:", held.filter { $0.certainty == .possibly }),
      paragraph("Attributed by the source to a speaker:", held.filter { !$0.evidence.speakers.isEmpty }) { says($0) },
      paragraph("Without a source:", held.filter { $0.evidence.standing == .unsourced && !$0.isEntity }),
    ].compactMap { $0 }
    return paragraphs.isEmpty
      ? ["No claim here is contested, only possible, attributed to a speaker, or without a source."]
      : paragraphs
  }

  /// The sources, each with the quotes that the brief rests on.
  var sources: [Brief.SourceNote] {
    let citations =
      (snapshot.evidence + (before?.evidence ?? [])).flatMap(\.evidence.citations)
      + earlier.flatMap(\.evidence.citations)
    return notes.sources.enumerated().map { index, source in
      var seen: Set<String> = []
      let quotes = citations.filter { $0.source == source.id }.compactMap(\.quote).filter { seen.insert($0).inserted }
        .withoutParts
      // In the order of the source's text, if there is one.
      let placed = quotes.enumerated().sorted { one, other in
        let places = [one, other].map { source.text?.find($0.element).first?.lowerBound ?? 0 }
        return (places[0], one.offset) < (places[1], other.offset)
      }.map(\.element)
      return Brief.SourceNote(
        number: index + 1, imprint: String(notes.line(index + 1).dropFirst("[\(index + 1)] ".count)), url: source.url,
        quotes: placed)
    }
  }
}

extension [String] {
  /// The strings that are not part of another one.
  fileprivate var withoutParts: [String] {
    filter { one in !contains { $0 != one && $0.contains(one) } }
  }
}
