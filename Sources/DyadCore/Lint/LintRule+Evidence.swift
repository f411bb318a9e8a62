extension LintRule {
  /// A claim is known before any of its sources was published.
  static let knownBeforeSource = LintRule(.knownBeforeSource) { linted in
    linted.evidence.compactMap { claim in
      guard let known = claim.evidence.known, let published = claim.evidence.published,
        known.starts.upperBound < published.starts.lowerBound
      else { return nil }
      return LintFinding(
        claim: claim.id,
        message: "'\(claim.id)' is known from \(known.start) on, but its first source is of \(published.start)",
        place: claim.places.first ?? nil)
    }
  }

  /// The quotes of a claim name none of its parties, nor anything that belongs to them, and refer to them by no pronoun.
  static let unnamedParty = LintRule(.unnamedParty) { linted in
    let naming = PartyNaming(linted.graph)
    return linted.evidence.compactMap { claim in
      let citations = claim.evidence.citations.filter { citation in
        citation.quote != nil && linted.graph.sources[citation.source]?.language?.hasPrefix("en") ?? true
      }
      let words = citations.flatMap { LintWords.of($0.quote ?? "") }
      guard !words.isEmpty, citations.count == claim.evidence.citations.count, !claim.parties.isEmpty,
        !naming.refers(words, to: claim.parties)
      else { return nil }
      let parties = claim.parties.map { "'\($0)'" }.joined(separator: ", ")
      return LintFinding(
        claim: claim.id, message: "no quote of '\(claim.id)' names \(parties)", place: claim.places.first ?? nil)
    }
  }
}
