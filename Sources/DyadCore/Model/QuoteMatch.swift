/// Where a text has the quote of a citation, and how many other places could be meant.
///
///     SourceText("He agreed. She agreed.").match(Citation(of: "herald", quote: "agreed", before: "She")).fitting     // 1
public struct QuoteMatch: Hashable, Sendable {
  /// The ranges of the quote in Unicode scalars, one for each part between ellipses; empty where it is not found.
  public var parts: [Range<Int>]
  /// The number of times that the text has the quote.
  public var occurrences: Int
  /// The number of them with the words before and after that the citation gives.
  public var fitting: Int

  /// Whether it is found, and is elsewhere than the citation says.
  public func isMoved(from citation: Citation) -> Bool {
    guard let at = citation.at, let place = parts.first?.lowerBound else { return false }
    return at != place
  }
}

extension Citation {
  /// Whether it says which of several occurrences of its quote it means.
  public var hasContext: Bool { before != nil || after != nil || at != nil }
}
