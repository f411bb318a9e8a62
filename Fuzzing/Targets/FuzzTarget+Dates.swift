import DyadCore

extension FuzzTarget {
  static let dates: [FuzzTarget] = [
    FuzzTarget(name: "dates", law: "what is accepted is written as the same date, and its bounds are in order") {
      bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      if let date = PartialDate(text) {
        require(PartialDate(date.description) == date, "\(text) is written \(date)")
        require(date.days.lowerBound <= date.days.upperBound, "\(text)")
      }
      if let day = Day(text) {
        require(Day(day.description) == day, "\(text) is written \(day)")
        // Event data has no years before our era.
        for period in Period.allCases where day.year > 0 {
          let index = period.index(of: day)
          require(period.days(at: index).contains(day), "\(text) is in its \(period)")
          require(period.index(named: period.name(at: index)) == index, "\(period.name(at: index))")
        }
      }
      if let interval = Interval(text) {
        require(Interval(interval.description) == interval, "\(text) is written \(interval)")
        require(interval.starts.lowerBound <= interval.ends.upperBound, "\(text)")
        require(Interval(from: interval.start, to: interval.end) == interval, "\(text)")
        for day in [interval.span.lowerBound, interval.span.upperBound] { require(interval.span.contains(day), text) }
      }
      for period in Period.allCases {
        if let index = period.index(named: text) { require(period.name(at: index) == text, text) }
      }
      if let lookback = Lookback(text) {
        require(Lookback(lookback.description) == lookback, "\(text) is written \(lookback)")
        for day in [given(Day(2024, 2, 29)), given(Day(1, 1, 1)), .distantPast, .distantFuture] {
          require(lookback.before(day) <= day, "\(text) before \(day)")
        }
      }
    }
  ]
}
