// The keys of a review.

extension Review {
  /// The keys of a review.
  public static let schema = RecordSchema<Review>(
    "review", section: "reviews", noun: "a review", "The mark that someone held a claim against its quotes.",
    blank: { Review(ID($0), by: "", on: .epoch, digest: "") },
    [
      .required("by", \.by, "The name of the reviewer."),
      .required("on", \.date, "The date of the review."),
      .required(
        "digest", \.digest,
        "The digest of the claim as it was reviewed, written by dyad check --review --accept; a later change of the claim makes the review stale."
      ),
    ])
}

extension PartialDate {
  /// The date of a review whose date could not be read.
  fileprivate static let epoch = PartialDate(.distantPast)
}

extension Review: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<Review> { Review.schema }
}
