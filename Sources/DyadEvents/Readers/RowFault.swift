/// Why a row is rejected.
///
///     RejectReason.date.rawValue      // "date"
public enum RejectReason: String, CaseIterable, Comparable, Sendable {
  /// The number of columns is not that of the data set.
  case columns
  /// The row is longer than a megabyte.
  case length
  /// A quoted cell does not end.
  case quotes
  /// A byte with the value zero.
  case nul
  /// The id is missing or malformed.
  case id
  /// The date is missing or not in the calendar.
  case date
  /// The date is outside of the days of the data set.
  case range
  /// The code of the action is missing.
  case code
  /// The quad class is none.
  case quad
  /// The score is not a number from -10 to 10.
  case score
  /// A count or another number is none.
  case number

  /// By name.
  public static func < (left: RejectReason, right: RejectReason) -> Bool { left.rawValue < right.rawValue }
}

/// What is wrong with a row.
struct RowFault: Error {
  var reason: RejectReason
  var message: String

  init(_ reason: RejectReason, _ message: String) { (self.reason, self.message) = (reason, message) }

  /// A field that is not what it should be.
  init(_ reason: RejectReason, _ what: StaticString, _ field: Field) {
    self.reason = reason
    message = field.isEmpty ? "\(what) is missing" : "invalid \(what) '\(field.text.prefix(60))'"
  }
}

/// A row that was rejected.
public struct RejectedRow: Hashable, Sendable {
  /// The file; in a ZIP archive with its name there.
  public let file: String
  /// The line on which the row begins.
  public let line: Int
  /// Why.
  public let reason: RejectReason
  /// What is wrong, for people.
  public let message: String
  /// The row, or the first kilobyte of a long one.
  public let row: String
}
