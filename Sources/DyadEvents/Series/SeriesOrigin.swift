internal import DyadCore

/// What was counted, and by whom: it is in every output of a series.
///
///     SeriesOrigin(dataSet: "icews", title: "ICEWS Coded Event Data", quadRule: "icews", scale: "goldstein-icews")
package struct SeriesOrigin: Hashable, Sendable {
  /// The id of the data set.
  package var dataSet: String
  package var title: String
  /// The rule of the classes; `nil` where the data set has none.
  package var quadRule: String?
  /// The scale of the scores; `nil` where the data set has none.
  package var scale: String?
  /// The releases of the data set.
  package var releases: [String]

  package init(dataSet: String, title: String, quadRule: String?, scale: String?, releases: [String] = []) {
    (self.dataSet, self.title, self.quadRule, self.scale, self.releases) = (dataSet, title, quadRule, scale, releases)
  }

  /// Of a data set by its id, also of one that is not in the list.
  package init(_ id: String, releases: [String] = []) {
    let known = EventDataSet.named(id)
    self.init(
      dataSet: id, title: known?.title ?? id, quadRule: known?.quadRule?.rawValue, scale: known?.scale?.rawValue,
      releases: releases)
  }
}

extension EventSeries {
  /// Numbers with two decimals, the same on every system.
  package static func decimal(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let digits = String(hundredths.magnitude % 100)
    return "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100).\(digits.utf8.count < 2 ? "0" : "")\(digits)"
  }

  static func tenths(_ number: Int) -> String {
    "\(number < 0 ? "-" : "")\(number.magnitude / 10).\(number.magnitude % 10)"
  }

  /// An interval in EDTF: `[2004-09..2004-11]`.
  func interval(_ periods: ClosedRange<Int>) -> String {
    let (first, last) = (period.name(at: periods.lowerBound), period.name(at: periods.upperBound))
    return first == last ? first : "[\(first)..\(last)]"
  }
}
