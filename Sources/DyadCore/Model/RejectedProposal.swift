/// A proposal that a person rejected, which is not made again.
///
///     RejectedProposal("event", "quay-opens", type: .agree, source: "herald", quote: "The quay opened on 2 May")
///
/// It is no claim: linking leaves it out.
public struct RejectedProposal: Hashable, Sendable {
  /// The kind of record that was proposed: `event`, `holding`, `state`.
  public var kind: String
  /// The id that the draft had.
  public var claim: String
  /// The type of an event.
  public var type: EventType?
  /// The source that was quoted.
  public var source: Source.ID
  /// The words that were quoted.
  public var quote: String

  /// A rejected proposal with these words of the source.
  public init(_ kind: String, _ claim: String, type: EventType? = nil, source: Source.ID, quote: String) {
    (self.kind, self.claim, self.type, self.source, self.quote) = (kind, claim, type, source, quote)
  }
}
