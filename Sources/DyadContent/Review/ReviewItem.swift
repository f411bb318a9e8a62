internal import DyadCore

/// A claim beside the quotes from one source, as a reviewer compares them.
///
///     ReviewSheet(of: graph).parts[0].items[0].sentence     // "Marrow lands at Porto Vello"
public struct ReviewItem: Hashable, Sendable, Identifiable {
  /// A stretch of text, quoted or beside the quote.
  public struct Piece: Hashable, Sendable {
    /// The text, in one line.
    public var text: String
    /// Whether the claim quotes it.
    public var isQuoted: Bool
  }

  /// The quoted sentences, with one before and one after.
  public struct Passage: Hashable, Sendable {
    /// The stretches, in order.
    public var pieces: [Piece]
  }

  /// A citation of the source.
  public struct Quote: Hashable, Sendable {
    /// The quoted words with their sentences; several where an ellipsis joins distant ones, none without a quote.
    public var passages: [Passage]
    /// What the dossier adds to the words: speaker, denial, confidence and note; empty for none.
    public var details: [String]
    /// Why the sentences around the quote are missing; `nil` where they are shown.
    public var problem: String?
  }

  /// A field of the claim in words: "Date", "since 26 Mar 1979, written 1979-03-26/..".
  public struct Fact: Hashable, Sendable {
    /// The name of the field.
    public var name: String
    /// The value in words.
    public var words: String
  }

  /// The id of the claim.
  public let id: String
  /// The claim in one sentence.
  public var sentence: String
  /// The fields of the claim.
  public var facts: [Fact]
  /// The citations of the source.
  public var quotes: [Quote]
  /// The quotes from other sources.
  public var elsewhere: [String]
  /// What in the claim is not in the quotes.
  public var beyond: [String]
  /// Whether the claim was reviewed.
  public var state: ReviewState
}
