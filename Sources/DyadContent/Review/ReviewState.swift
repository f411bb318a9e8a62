public import DyadCore
internal import DyadSyntax

/// Whether a claim was held against its quotes.
///
///     graph.reviewStates["quay"]     // .open
public enum ReviewState: Hashable, Sendable {
  /// No review.
  case open
  /// Reviewed, and unchanged since.
  case reviewed(Review)
  /// Reviewed, but the claim has changed since.
  case changed(Review)

  /// Whether the claim still has to be reviewed, or again.
  public var isOpen: Bool { if case .reviewed = self { false } else { true } }

  /// "reviewed by I. Marrow on 26 Nov 2026"
  public var words: String {
    func mark(_ review: Review) -> String { "\(review.by) on \(DateWords.english.words(review.date))" }
    return switch self {
    case .open: "not reviewed"
    case .reviewed(let review): "reviewed by \(mark(review))"
    case .changed(let review): "changed since it was reviewed by \(mark(review))"
    }
  }
}

extension KnowledgeGraph {
  /// The digest of each claim that a review carries, by id: eight hexadecimal digits.
  ///
  ///     graph.reviewDigests["quay"]     // "1f0c3a9e"
  public var reviewDigests: [String: String] { reviewedTexts.mapValues { String(SHA256.hex($0.utf8).prefix(8)) } }

  /// Whether each claim was reviewed, by id.
  public var reviewStates: [String: ReviewState] {
    var states: [String: ReviewState] = [:]
    for (claim, digest) in reviewDigests {
      let review = reviews[Review.ID(claim)]
      states[claim] = review.map { $0.digest == digest ? .reviewed($0) : .changed($0) } ?? .open
    }
    return states
  }

  /// A warning for each review whose claim has changed since, at its place in the dossiers.
  ///
  ///     graph.staleReviews(in: dossiers).map(\.code)     // [.reviewStale]
  public func staleReviews(in dossiers: [Dossier]) -> [Diagnostic] {
    if reviews.isEmpty { return [] }
    let states = reviewStates
    let places = Dictionary(
      dossiers.flatMap(\.reviews).map { ($0.value.id, $0.place) }, uniquingKeysWith: { first, _ in first })
    return reviews.values.sorted { $0.id < $1.id }.compactMap { review in
      guard case .changed = states[review.id.text] else { return nil }
      return Diagnostic(
        .reviewStale, "'\(review.id)' has changed since \(review.by) reviewed it on \(review.date)",
        at: places[review.id] ?? nil)
    }
  }
}
