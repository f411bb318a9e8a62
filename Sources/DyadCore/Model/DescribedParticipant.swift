/// Someone who takes part in one event and has no record: "over 70 unidentified militants".
///
///     DescribedParticipant("unidentified militants", number: "over 70")!.description     // "over 70 unidentified militants"
public struct DescribedParticipant: Hashable, Sendable, CustomStringConvertible {
  /// Who it is, in the words of the source.
  public let words: String
  /// How many, as exact as in the source; `nil` where it does not say.
  public let number: Quantity?

  /// `nil` where the number is not a valid amount: see ``Quantity``.
  public init?(_ words: String, number: String? = nil) {
    self.words = words
    guard let number else {
      self.number = nil
      return
    }
    guard let quantity = Quantity(words, number) else { return nil }
    self.number = quantity
  }

  /// The words, after the number if there is one.
  public var description: String { number?.description ?? words }
}
