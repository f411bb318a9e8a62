/// Elements by the days that they span, of which it finds those that overlap others without going through all.
struct Spans<Element: Sendable>: Sendable {
  private let elements: [Element]
  /// The first days, in order.
  private let starts: [Day]
  /// The latest last day of each element and those before it.
  private let ends: [Day]

  init(_ elements: [Element], _ span: (Element) -> ClosedRange<Day>) {
    let sorted = elements.map { (element: $0, span: span($0)) }.sorted { $0.span.lowerBound < $1.span.lowerBound }
    self.elements = sorted.map(\.element)
    starts = sorted.map(\.span.lowerBound)
    var ends: [Day] = []
    for (_, span) in sorted { ends.append(max(ends.last ?? span.upperBound, span.upperBound)) }
    self.ends = ends
  }

  /// Those that start early enough to overlap the days, from the first one on that ends late enough.
  func overlapping(_ days: ClosedRange<Day>) -> ArraySlice<Element> {
    let end = Spans.first(in: starts) { $0 > days.upperBound }
    let start = Spans.first(in: ends) { $0 >= days.lowerBound }
    return elements[min(start, end)..<end]
  }

  /// The first place where a condition is true that remains true; the count if it never is.
  private static func first(in days: [Day], where condition: (Day) -> Bool) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if condition(days[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
