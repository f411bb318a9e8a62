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
  /// The ids of the rows that carry the claim, if the source is a data set; sorted and distinct.
  public var rows: [String]
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
    rows: [String] = [], speaker: Mention? = nil, stance: Stance = .asserts,
    confidence: Confidence? = nil, note: String? = nil
  ) {
    (self.source, self.quote, self.speaker) = (source, quote, speaker)
    (self.before, self.after, self.at) = (before, after, at)
    (self.stance, self.confidence, self.note) = (stance, confidence, note)
    self.rows = Set(rows).sorted(by: Citation.isInOrder)
  }

  /// Whose statement it is, if not that of the source itself: the speaker, or the data set that counts the rows.
  public var voice: Mention? { speaker ?? (rows.isEmpty ? nil : .dataSet(source)) }

  /// "rows 20718170, 20718171"; `nil` without rows.
  package var rowList: String? {
    rows.isEmpty ? nil : "row\(rows.count == 1 ? "" : "s") \(rows.joined(separator: ", "))"
  }

  /// By length, then by bytes: numbers by their value.
  static func isInOrder(_ one: String, _ other: String) -> Bool {
    let (length, otherLength) = (one.utf8.count, other.utf8.count)
    return length == otherLength ? one.utf8.lexicographicallyPrecedes(other.utf8) : length < otherLength
  }
}
