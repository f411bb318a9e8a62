/// The words of a source that bear on a claim, and whether they assert it or deny it.
///
///     Citation(of: "herald", quote: "no such talks took place", speaker: "Arvanian officials", stance: .denies)
public struct Citation: Hashable, Sendable {
  /// Whether the words say that it is so, or that it is not.
  public enum Stance: String, Sendable, CaseIterable { case asserts, denies }

  public var source: Source.ID
  /// The words as they stand in the source.
  public var quote: String?
  /// Who is speaking, where the source reports somebody's word.
  public var speaker: Mention?
  public var stance: Stance
  /// The confidence in what the source says here.
  public var confidence: Confidence?
  public var note: String?

  public init(
    of source: Source.ID, quote: String? = nil, speaker: Mention? = nil, stance: Stance = .asserts,
    confidence: Confidence? = nil, note: String? = nil
  ) {
    (self.source, self.quote, self.speaker) = (source, quote, speaker)
    (self.stance, self.confidence, self.note) = (stance, confidence, note)
  }
}
