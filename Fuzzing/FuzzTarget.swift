/// A reader with the law that its input is tried against.
///
/// A violated law, a trap, and what exceeds the limits of time and memory end the process.
struct FuzzTarget: Sendable {
  let name: String
  /// The law in a few words, for the documentation.
  let law: String
  /// Inputs from which others are made, besides those in `Seeds`.
  var seeds: @Sendable () -> [[UInt8]] = { [] }
  let run: @Sendable ([UInt8]) -> Void

  static let all: [FuzzTarget] =
    graphs + [tables, mapping] + dates + syntaxes + [events, periods, overrides] + pictures + [drawing] + requests
    + documents + edits + drafts + assistance

  static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// Ends the process where a law does not hold.
func require(_ holds: Bool, _ law: @autoclosure () -> String) {
  if !holds { fatalError("the law does not hold: \(law())") }
}

/// A value that is never missing.
func given<Value>(_ value: Value?) -> Value {
  guard let value else { fatalError("a target is wrong") }
  return value
}
