/// How hostile or friendly something is, from -10 (conflict) to +10 (cooperation).
///
/// The scale is Goldstein's (1992), in the values that the PLOVER manual publishes for its event types.
///
///     Tone(-4)!.sign     // .conflict
public struct Tone: Hashable, Comparable, Sendable {
  /// Which way it goes; within half a point of nought, neither.
  public enum Sign: Sendable { case conflict, neutral, cooperation }

  public let value: Double

  /// `nil` outside of -10...10.
  public init?(_ value: Double) {
    guard (-10...10).contains(value) else { return nil }
    self.value = value
  }

  public static let neutral = Tone(0)!

  public var sign: Sign { value < -0.5 ? .conflict : value > 0.5 ? .cooperation : .neutral }
  public static func < (left: Tone, right: Tone) -> Bool { left.value < right.value }
}
