/// A stretch of time between two bounds, each a partial date, open, or unknown.
///
/// Both ends belong to it at their precision: `1914/1918` begins on some day of 1914 and ends on some day of 1918. A
/// date alone is an interval that begins and ends within it.
///
/// | written | means |
/// |---|---|
/// | `2021-08/2025-03` | from some day in the first to some day in the second |
/// | `2021-08/..` | open: still so |
/// | `2021-08/` | the end is unknown |
/// | `../2014` | open: always so, up to then |
/// | `/2014` | the start is unknown |
/// | `[..2025-04-19]/..` | since that day or some day before it, and still so |
/// | `[2021-08..2025-02]/..` | since some day between the two, and still so |
/// | `2025-04-19/[2025-05-26..]` | since that day, until another or some day after it |
///
///     Interval("2021-08/..")!.ends      // ∞...∞: still so
public struct Interval: Hashable, Sendable {
  /// An end of an interval.
  public enum Bound: Hashable, Sendable {
    case unknown, open
    case date(PartialDate)
    /// On that date or at some time before it.
    case onOrBefore(PartialDate)
    /// On that date or at some time after it.
    case onOrAfter(PartialDate)
    /// At some time from the first date to the second.
    case between(PartialDate, PartialDate)

    /// The date that is written in it; the later one of two.
    public var date: PartialDate? {
      switch self {
      case .date(let date), .onOrBefore(let date), .onOrAfter(let date), .between(_, let date): date
      case .unknown, .open: nil
      }
    }
  }

  /// The start.
  public let start: Bound
  /// The end.
  public let end: Bound

  /// `nil` where the end lies before the start.
  public init?(from start: Bound, to end: Bound) {
    (self.start, self.end) = (start, end)
    guard starts.lowerBound <= ends.upperBound else { return nil }
  }

  /// An interval that begins and ends within the date.
  public init(_ date: PartialDate) { (start, end) = (.date(date), .date(date)) }

  private init(start: Bound, end: Bound) { (self.start, self.end) = (start, end) }

  /// At an unknown time.
  public static let unknown = Interval(start: .unknown, end: .unknown)

  /// Always.
  public static let always = Interval(start: .open, end: .open)

  /// The days on which it may begin.
  public var starts: ClosedRange<Day> {
    switch start {
    case .date(let date): date.days
    case .open: .distantPast ... .distantPast
    case .unknown: .distantPast...ends.upperBound
    case .onOrBefore(let date): .distantPast...date.days.upperBound
    case .onOrAfter(let date): date.days.lowerBound...max(date.days.lowerBound, ends.upperBound)
    case .between(let first, let last): first.days.lowerBound...last.days.upperBound
    }
  }

  /// The days on which it may end.
  public var ends: ClosedRange<Day> {
    switch end {
    case .date(let date): date.days
    case .open: .distantFuture ... .distantFuture
    case .unknown: earliestStart ... .distantFuture
    case .onOrBefore(let date): min(earliestStart, date.days.upperBound)...date.days.upperBound
    case .onOrAfter(let date): date.days.lowerBound ... .distantFuture
    case .between(let first, let last): first.days.lowerBound...last.days.upperBound
    }
  }

  /// The days that it may touch at all.
  public var span: ClosedRange<Day> { starts.lowerBound...ends.upperBound }

  /// The date that is written in the start; `nil` for an open or unknown start.
  public var startDate: PartialDate? { start.date }
  /// The date that is written in the end; `nil` for an open or unknown end.
  public var endDate: PartialDate? { end.date }

  /// Without the end, which is derived from it where it is unknown.
  private var earliestStart: Day {
    switch start {
    case .date(let date), .onOrAfter(let date), .between(let date, _): date.days.lowerBound
    case .open, .unknown, .onOrBefore: .distantPast
    }
  }
}

extension Interval: LosslessStringConvertible {
  /// The interval written so; `nil` for anything else, and where the end is before the start.
  public init?(_ description: String) {
    guard description.utf8.contains(UInt8(ascii: "/")) else {
      guard let date = PartialDate(description) else { return nil }
      self.init(date)
      return
    }
    let halves = description.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, let start = Bound(halves[0]), let end = Bound(halves[1]) else { return nil }
    self.init(from: start, to: end)
  }

  /// As the dossier writes it.
  public var description: String {
    if case .date(let date) = start, start == end { return date.description }
    return "\(start)/\(end)"
  }
}

extension Interval.Bound: CustomStringConvertible {
  init?(_ text: some StringProtocol) {
    switch text {
    case "": self = .unknown
    case "..": self = .open
    default:
      if text.hasPrefix("["), text.hasSuffix("]") {
        let inner = text.dropFirst().dropLast()
        if inner.hasPrefix(".."), let date = PartialDate(inner.dropFirst(2)) {
          self = .onOrBefore(date)
        } else if inner.hasSuffix(".."), let date = PartialDate(inner.dropLast(2)) {
          self = .onOrAfter(date)
        } else if let dots = inner.firstRange(of: ".."), let first = PartialDate(inner[..<dots.lowerBound]),
          let last = PartialDate(inner[dots.upperBound...]), first.days.lowerBound <= last.days.upperBound
        {
          self = .between(first, last)
        } else {
          return nil
        }
      } else {
        guard let date = PartialDate(text) else { return nil }
        self = .date(date)
      }
    }
  }

  /// As the dossier writes it.
  public var description: String {
    switch self {
    case .unknown: ""
    case .open: ".."
    case .date(let date): date.description
    case .onOrBefore(let date): "[..\(date)]"
    case .onOrAfter(let date): "[\(date)..]"
    case .between(let first, let last): "[\(first)..\(last)]"
    }
  }
}
