// The keys of a rejected proposal.

extension RejectedProposal {
  /// The keys of a rejected proposal.
  public static let schema = RecordSchema<RejectedProposal>(
    "rejected", noun: "a rejected proposal",
    "A proposal that dyad reject removed, which dyad propose does not make again.",
    blank: { RejectedProposal("", $0, source: "", quote: "") },
    [
      .essential("kind", \.kind, "The kind of record: event, holding, office, or that of an entity."),
      .essential("claim", \.claim, "The id that the draft had."),
      .optional("type", \.type, "The PLOVER type of an event."),
      .essential("source", \.source, as: .reference(.source), "The id of the source."),
      .essential("quote", \.quote, as: .quote, "The words that the draft quoted."),
    ])

  /// The section of a dossier with the rejected proposals.
  public static let section = "rejected"
}

extension RejectedProposal: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<RejectedProposal> { RejectedProposal.schema }
}
