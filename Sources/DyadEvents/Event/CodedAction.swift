public import DyadCore

/// What was done, in the codes of a data set.
///
/// The scheme of the code, the rule of the class and the scale of the score are those of the data set: `EventDataSet`.
///
///     CodedAction("042", type: .consult, quad: .verbalCooperation, tenths: 19)
public struct CodedAction: Hashable, Sendable {
  /// The code as text; leading zeros count.
  public var code: String
  /// The PLOVER type; `nil` where the scheme's code has none.
  public var type: EventType?
  /// The class of cooperation or conflict; `nil` where the data set has none.
  public var quad: QuadClass?
  /// The score in tenths, so that sums are exact in any order; `nil` where the data set has none.
  public var tenths: Int?

  /// An action by its code.
  public init(_ code: String, type: EventType? = nil, quad: QuadClass? = nil, tenths: Int? = nil) {
    (self.code, self.type, self.quad, self.tenths) = (code, type, quad, tenths)
  }
}
