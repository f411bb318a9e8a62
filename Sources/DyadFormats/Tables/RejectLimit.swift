/// How many rows of a table may be rejected, because they cannot be read, before the table is.
///
///     RejectLimit.percent(5).allowed(of: 200)      // 10
public enum RejectLimit: Hashable, Sendable {
  /// One in a hundred, and one of a table that has another.
  case standard
  /// So many in a hundred.
  case percent(Double)
  /// None.
  case none

  /// How many of that many rows may be rejected.
  public func allowed(of rows: Int) -> Int {
    switch self {
    case .standard: max(rows > 1 ? 1 : 0, rows / 100)
    case .percent(let percent): Int(Double(rows) * percent / 100)
    case .none: 0
    }
  }
}
