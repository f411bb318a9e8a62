package import DyadCore

/// The dates of the stops of a slider.
package enum SiteStops {
  /// The last day of each date in the snapshot, at most so many, including the last of all.
  package static func days(of snapshot: Snapshot, atMost most: Int) -> [Day] {
    let phases = snapshot.ties.filter { !$0.kind.isAffiliation }.flatMap(\.phases).map { $0.item.during }
    let intervals = phases + snapshot.holdings.map { $0.item.during } + snapshot.events.map { $0.item.within }
    let written = intervals.flatMap { [$0.startDate, $0.endDate].compactMap { $0 } }
      // An approximate date covers days on both sides; a stop is at the date as written.
      .compactMap { PartialDate(year: $0.year, month: $0.month, day: $0.day) }.map(\.days.upperBound)
    return thinned(Set(written).sorted(), to: most)
  }

  /// The ends of months, quarters, years or groups of years, the first that are few enough.
  private static func thinned(_ days: [Day], to most: Int) -> [Day] {
    guard days.count > most, let last = days.last else { return days }
    for months in [1, 3, 12, 24, 60, 120, 600] {
      let ends = Set(
        days.map { day -> Day in
          let month = day.year * 12 + day.month - 1
          let end = (month / months + 1) * months - 1
          return min(last, PartialDate(year: end / 12, month: end % 12 + 1)?.days.upperBound ?? day)
        })
      if ends.count <= most { return ends.sorted() }
    }
    return [last]
  }
}
