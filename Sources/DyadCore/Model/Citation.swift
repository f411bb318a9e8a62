/// The words of a source that bear on a claim, and whether they assert it or deny it.
///
///     Citation(of: "herald", quote: "no such talks took place", speaker: "Arvanian officials", stance: .denies)
public struct Citation: Hashable, Sendable {
  /// Whether the words say that it is so, or that it is not.
  public enum Stance: String, Sendable, CaseIterable { case asserts, denies }

  /// The source.
  public var source: Source.ID
  /// Words of the source's text.
  public var quote: String?
  /// The words right before the quote, which distinguish several occurrences.
  public var before: String?
  /// The words right after the quote.
  public var after: String?
  /// Where the quote begins in the text, in Unicode scalars.
  public var at: Int?
  /// The speaker, if the source reports somebody's words.
  public var speaker: Mention?
  /// Whether the source asserts the claim or denies it.
  public var stance: Stance
  /// The confidence in what the source says here.
  public var confidence: Confidence?
  /// Free text.
  public var note: String?

  /// A citation of the source.
  public init(
    of source: Source.ID, quote: String? = nil, before: String? = nil, after: String? = nil, at: Int? = nil,
    speaker: Mention? = nil, stance: Stance = .asserts,
    confidence: Confidence? = nil, note: String? = nil
  ) {
    (self.source, self.quote, self.speaker) = (source, quote, speaker)
    (self.before, self.after, self.at) = (before, after, at)
    (self.stance, self.confidence, self.note) = (stance, confidence, note)
  }
}
