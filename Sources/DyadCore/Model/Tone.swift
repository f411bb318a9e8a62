/// A degree of conflict or cooperation, from -10 (conflict) to +10 (cooperation).
///
/// The scale is Goldstein's (1992), in the values that the PLOVER manual publishes for its event types.
///
///     Tone(-4)!.sign     // .conflict
public struct Tone: Hashable, Comparable, Sendable {
  /// The direction of a tone; within half a point of 0 it is neutral.
  public enum Sign: Sendable { case conflict, neutral, cooperation }

  /// The value, from -10 to 10.
  public let value: Double

  /// `nil` outside of -10...10.
  public init?(_ value: Double) {
    guard (-10...10).contains(value) else { return nil }
    self.value = value
  }

  /// A tone literal in code.
  init(known value: Double) {
    precondition((-10...10).contains(value))
    self.value = value
  }

  /// Neither conflict nor cooperation: 0.
  public static let neutral = Tone(known: 0)

  /// The direction.
  public var sign: Sign { value < -0.5 ? .conflict : value > 0.5 ? .cooperation : .neutral }
  /// By value: the more hostile comes first.
  public static func < (left: Tone, right: Tone) -> Bool { left.value < right.value }
}
