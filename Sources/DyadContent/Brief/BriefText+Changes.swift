import DyadCore

/// Sentences about what changed, or about the last events.
extension BriefText {
  /// The heading of the section.
  var changesTitle: String {
    since.map { "Changes since \(dates.words($0))" } ?? "Latest events"
  }

  /// "new: ", "changed: " before a claim that changed; nothing before others.
  func mark(_ claim: String) -> Prose {
    guard let item = items?.first(where: { $0.claims(in: graph).contains(claim) }), !item.isOnlyCertain else {
      return ""
    }
    return "\(Lexicon.english.phrase(item.mark.phrase)): "
  }

  /// The sentences before the list: how the leading phase changed, and how much else did.
  var changesLead: Prose {
    guard let items else {
      return events.isEmpty
        ? "No event between the two sides is on record by then." : "The last events on record between the two sides:"
    }
    guard !items.isEmpty else { return "Nothing that is on record changed in that time." }
    var sentences: [Prose] = []
    if let old = before?.leadingTie(between: pair.0, pair.1)?.leading?.item, let new = leading?.leading?.item,
      old.id != new.id, let from = old.reads, let to = new.reads
    {
      sentences.append(
        "Relations went from \(strong: from) to \(strong: to)\(citing: notes.numbers(of: new.evidence)).")
    }
    let (own, others) = (items.count(where: belongsHere), items.count { belongsToThirds($0) && $0.thing != .entity })
    sentences.append(
      "\(counted(own, "change")) \(own == 1 ? tense.is : tense.are) on record here\(others == 0 ? "" : ", and \(others) with third parties, where they are marked")."
    )
    let certain = items.count(where: \.isOnlyCertain)
    if certain > 0 {
      sentences.append(
        "\(counted(certain, "claim")) that \(certain == 1 ? "was" : "were") only possible then \(certain == 1 ? tense.is : tense.are) certain at the later date."
      )
    }
    return sentences.joined()
  }

  private func isOwn(_ item: DiffItem) -> Bool {
    item.dyad == [pair.0, pair.1] || item.dyad == [pair.0] || item.dyad == [pair.1]
  }

  /// Whether the section on third parties shows it, with its mark: claims that hold, and the parties themselves.
  private func belongsToThirds(_ item: DiffItem) -> Bool {
    guard !isOwn(item), !item.isOnlyCertain, item.mark != .removed else { return false }
    return item.thing == .entity || !claimsOfThirds.isDisjoint(with: item.claims(in: graph))
  }

  private var claimsOfThirds: Set<String> { Set(thirdCards.flatMap(\.rows).flatMap(\.claims)) }

  /// Whether no other section shows it.
  private func belongsHere(_ item: DiffItem) -> Bool { !item.isOnlyCertain && !belongsToThirds(item) }

  /// The changes that no other section shows; without a day to compare with, the last events.
  var changes: [Prose] {
    guard let items else {
      return events.suffix(8).map { event in
        "\(dates.happened(event.item.within)): \(event.item.what)\(doubt(event.certainty))\(says(event.item.evidence))\(citing: notes.numbers(of: event.item.evidence))"
      }
    }
    return items.filter(belongsHere).map { item in
      let numbers: Prose = item.isUnsourced || !item.sources.isEmpty ? "\(citing: item.sources)" : ""
      return
        "\(strong: Lexicon.english.phrase(item.mark.phrase)): \(isOwn(item) ? "" : "\(item.heading): ")\(item.when.isEmpty ? "" : "\(item.when): ")\(item.sentence)"
        + numbers
    }
  }
}

extension DiffItem {
  /// Whether its only change is that it became certain.
  fileprivate var isOnlyCertain: Bool { mark == .changed && remarks == [FieldChangeText.nowCertain] }

  /// The ids of its claims: for a relation, those of its phases.
  fileprivate func claims(in graph: KnowledgeGraph) -> [String] {
    thing == .relation ? graph.relations[Relation.ID(id)]?.phases.map(\.id.text) ?? [] : [id]
  }
}
