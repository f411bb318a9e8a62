internal import DyadCore

/// The order of records by their dates.
enum DateOrder {
  /// When the record happened, holds or was published; `nil` for a record without a date.
  static func date(of record: YAMLValue, _ form: RecordForm) -> Interval? {
    let key: String? =
      switch form.name {
      case Event.schema.form.name: "on"
      case Source.schema.form.name: "published"
      case Phase.schema.form.name, Holding.listed.name: "during"
      default: nil
      }
    return key.flatMap { record[$0]?.scalar }.flatMap { Interval($0) }
  }

  /// Where the new date belongs: in the order of dates if the others are in that order, else at the end.
  static func place(of date: Interval?, among others: [Interval?]) -> Int {
    guard let date else { return others.count }
    let dates = others.compactMap(\.self)
    let isOrdered =
      dates.count == others.count
      && zip(dates, dates.dropFirst()).allSatisfy { $0.starts.lowerBound <= $1.starts.upperBound }
    guard isOrdered else { return others.count }
    return dates.lastIndex { $0.starts.lowerBound <= date.starts.lowerBound }.map { $0 + 1 } ?? 0
  }
}
