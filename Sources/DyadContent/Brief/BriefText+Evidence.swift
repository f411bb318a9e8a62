import DyadCore

/// What the brief rests on.
extension BriefText {
  /// How many sources there are, how many claims are doubtful, and what is left out.
  func evidence(covered: Set<String>, omitted: Int) -> Prose {
    let former = earlier.map { HeldEvidence(id: $0.id.text, evidence: $0.evidence, certainty: .yes) }
    let held = (snapshot.evidence + former).filter { covered.contains($0.id) && !$0.isEntity }
    func count(_ isCounted: (HeldEvidence) -> Bool) -> Int { held.count(where: isCounted) }
    let doubts: [(count: Int, one: String, many: String)] = [
      (count { [.contested, .denied].contains($0.evidence.standing) }, "is contested", "are contested"),
      (
        count { !$0.evidence.speakers.isEmpty && !$0.evidence.isInferred },
        "is attributed to a speaker and not made by the source itself",
        "are attributed to speakers and not made by the source itself"
      ),
      (
        count { $0.evidence.isInferred }, "is a conclusion of the analyst that no source states",
        "are conclusions of the analyst that no source states"
      ),
      (count { $0.certainty == .possibly }, "is uncertain for this date", "are uncertain for this date"),
      (count { $0.evidence.standing == .unsourced }, "has no source", "have no source"),
    ]
    let parts = doubts.filter { $0.count > 0 }.map {
      "\(BriefText.number($0.count)) \($0.count == 1 ? $0.one : $0.many)"
    }
    let sources = notes.sources.count
    var sentences: [Prose] = [
      sources == 0
        ? "This brief has no source."
        : "This brief rests on \(BriefText.number(sources)) source\(sources == 1 ? "" : "s"), listed below."
    ]
    if held.isEmpty {
      return sentences.joined()
    }
    sentences.append(
      parts.isEmpty
        ? "None of the claims above is contested, attributed to a speaker, inferred, uncertain for this date or without a source."
        : "Of the claims above, \(parts.inList).")
    if omitted > 0 {
      sentences.append(
        "For reasons of space, \(BriefText.number(omitted)) less important claim\(omitted == 1 ? " is" : "s are") left out."
      )
    }
    return sentences.joined()
  }

  /// The sources, each with the quotes of the text in the order of their letters.
  func sources(_ quotes: BriefQuotes) -> [Brief.SourceNote] {
    notes.sources.enumerated().map { index, source in
      Brief.SourceNote(
        number: index + 1, imprint: String(notes.line(index + 1).dropFirst("[\(index + 1)] ".count)), url: source.url,
        quotes: quotes.quotes[index + 1] ?? [])
    }
  }
}
