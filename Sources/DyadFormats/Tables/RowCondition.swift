/// A condition on the cells of a row: `{a} != {b} and ({year} >= 1990 or {kind} is blank)`.
///
///     condition   = conjunction { "or" conjunction }
///     conjunction = negation { "and" negation }
///     negation    = "not" negation | "(" condition ")" | comparison
///     comparison  = operand ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) operand
///                 | operand "is" [ "not" ] "blank"
///                 | operand [ "not" ] "in" "(" operand { "," operand } ")"
///     operand     = "{" column "}" | number | "'" text "'" | '"' text '"'
///
/// Where one side is a number, both are compared as numbers; where one is a text, both as texts. Two columns are equal as
/// texts, and are ordered as numbers. A blank cell equals only the empty text, and is in no order with anything.
indirect enum RowCondition: Sendable {
  enum Operand: Sendable, Hashable {
    case column(String)
    case number(Double)
    case text(String)
  }

  enum Comparison: String, Sendable, CaseIterable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    func holds<Value: Comparable>(_ one: Value, _ other: Value) -> Bool {
      switch self {
      case .equal: one == other
      case .unequal: one != other
      case .less: one < other
      case .lessOrEqual: one <= other
      case .greater: one > other
      case .greaterOrEqual: one >= other
      }
    }
  }

  case compare(Operand, Comparison, Operand)
  case isBlank(Operand)
  case isIn(Operand, [Operand])
  case not(RowCondition)
  case both(RowCondition, RowCondition)
  case either(RowCondition, RowCondition)

  /// A cell that should be a number and is none.
  struct NoNumber: Error {
    let text: String
    let column: String
  }

  /// The columns that it names.
  var columns: [String] {
    func of(_ operand: Operand) -> [String] { if case .column(let name) = operand { [name] } else { [] } }
    return switch self {
    case .compare(let one, _, let other): of(one) + of(other)
    case .isBlank(let one): of(one)
    case .isIn(let one, let others): of(one) + others.flatMap(of)
    case .not(let one): one.columns
    case .both(let one, let other), .either(let one, let other): one.columns + other.columns
    }
  }

  /// Whether it holds for the cells, of which blank ones are empty.
  func holds(_ cell: (String) -> String) throws(NoNumber) -> Bool {
    switch self {
    case .compare(let one, let comparison, let other):
      return try RowCondition.compare(one, comparison, other, cell)
    case .isBlank(let one): return RowCondition.text(one, cell).isEmpty
    case .isIn(let one, let others):
      for other in others where try RowCondition.compare(one, .equal, other, cell) { return true }
      return false
    case .not(let one): return try !one.holds(cell)
    case .both(let one, let other):
      guard try one.holds(cell) else { return false }
      return try other.holds(cell)
    case .either(let one, let other):
      if try one.holds(cell) { return true }
      return try other.holds(cell)
    }
  }

  private static func compare(
    _ one: Operand, _ comparison: Comparison, _ other: Operand, _ cell: (String) -> String
  ) throws(NoNumber) -> Bool {
    let (left, right) = (text(one, cell), text(other, cell))
    let isEquality = comparison == .equal || comparison == .unequal
    guard !isEquality || one.isNumber || other.isNumber else { return comparison.holds(left, right) }
    // Neither order nor the value of a number is defined for a blank cell.
    if left.isEmpty || right.isEmpty { return comparison == .unequal && left != right }
    if one.isText || other.isText { return comparison.holds(left, right) }
    guard let first = try number(one, left, isEquality), let second = try number(other, right, isEquality) else {
      return comparison == .unequal
    }
    return comparison.holds(first, second)
  }

  private static func text(_ operand: Operand, _ cell: (String) -> String) -> String {
    switch operand {
    case .column(let name): cell(name)
    case .text(let text): text
    case .number(let number): String(number)
    }
  }

  /// The number; a text without one equals no number, and has no order.
  private static func number(_ operand: Operand, _ text: String, _ isEquality: Bool) throws(NoNumber) -> Double? {
    switch operand {
    case .number(let number): return number
    case .text: return nil
    case .column(let column):
      if let number = Double(text), number.isFinite { return number }
      if isEquality { return nil }
      throw NoNumber(text: text, column: column)
    }
  }
}

extension RowCondition.Operand {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
}
