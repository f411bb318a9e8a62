/// The mark that someone held a claim against its quotes, and the state of the claim at that time.
///
///     Review("quay", by: "I. Marrow", on: PartialDate("2026-11-26")!, digest: "1f0c3a9e")
///
/// A review is about the claim of its id. It is no claim: it changes no picture, is not compared in a diff, and is not part of the
/// claim's digest.
public struct Review: Hashable, Sendable, Identifiable {
  /// The id of a review, which is that of its claim.
  public typealias ID = Identifier<Review>

  /// The id of the claim.
  public let id: ID
  /// The name of the reviewer.
  public var by: String
  /// The date of the review.
  public var date: PartialDate
  /// The digest of the claim at that time; another one means that the claim has changed since.
  public var digest: String

  /// A review of the claim with that id.
  public init(_ claim: ID, by: String, on date: PartialDate, digest: String) {
    (id, self.by, self.date, self.digest) = (claim, by, date, digest)
  }
}
