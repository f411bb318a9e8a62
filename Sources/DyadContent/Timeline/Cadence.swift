public import DyadCore

/// The interval between the frames of a film.
///
///     Cadence("month")!.days(in: Day(2021, 7, 1)!...Day(2025, 5, 31)!, of: graph, in: view)
public enum Cadence: Hashable, Sendable {
  /// The last day of each month, quarter or year.
  case month, quarter, year
  /// Each date on which something in view changes.
  case change
  /// Every so many days.
  case days(Int)

  /// A cadence from `month`, `quarter`, `year`, `change`, or a number of days; `nil` for other text.
  public init?(_ text: String) {
    switch text {
    case "month": self = .month
    case "quarter": self = .quarter
    case "year": self = .year
    case "change": self = .change
    default:
      guard let count = Int(text), (1...36_600).contains(count) else { return nil }
      self = .days(count)
    }
  }

  /// The days of the frames: the last day of each period, so that a frame shows what the period brought, and the last
  /// day of the window; or the first day of the window, and each day that brings a change.
  ///
  /// - Parameter known: the day by which claims must be known.
  public func days(
    in window: ClosedRange<Day>, of graph: KnowledgeGraph, in view: View, known: Day? = nil
  ) -> [Day] {
    let days: [Day] =
      switch self {
      case .change: FrameChanges(of: graph, in: view, known: known).days(in: window)
      case .days(let count):
        stride(from: window.lowerBound.number, through: window.upperBound.number, by: count).map(Day.init(number:))
      case .month: ends(in: window, of: Array(1...12))
      case .quarter: ends(in: window, of: [3, 6, 9, 12])
      case .year: ends(in: window, of: [12])
      }
    return self == .change || days.last == window.upperBound ? days : days + [window.upperBound]
  }

  private func ends(in window: ClosedRange<Day>, of months: [Int]) -> [Day] {
    (window.lowerBound.year...window.upperBound.year).flatMap { year in
      months.compactMap { PartialDate(year: year, month: $0)?.days.upperBound }
    }.filter(window.contains)
  }
}
