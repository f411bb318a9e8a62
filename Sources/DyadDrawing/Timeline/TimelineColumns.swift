internal import DyadContent

/// The columns of the rows of a timeline, from the left, in points from the edge of the page.
struct TimelineColumns {
  /// The dates; empty on a narrow page, where a date is part of the text.
  let dates: ClosedRange<Double>
  /// The middle of each lane.
  let lanes: [Double]
  /// The width of the name above each lane.
  let names: [Double]
  let text: ClosedRange<Double>

  static let gap = 4.0
  private static let leastName = 30.0
  private static let mostName = 66.0

  /// The most lanes on a page of that width.
  static func mostLanes(width: Double) -> Int { width < 300 ? 2 : width < 440 ? 3 : width < 560 ? 4 : 5 }

  /// Whether names above lanes take as little room as their type allows.
  static func isTight(_ width: Double) -> Bool { width < 240 }

  /// - Parameter names: the preferred widths of the names above the lanes.
  init(width: Double, names preferred: [Double]) {
    let isNarrow = width < 380
    dates = Page.margin...Page.margin + (isNarrow ? 0 : 62)
    let most = TimelineColumns.isTight(width) ? 50 : isNarrow ? 60 : TimelineColumns.mostName
    names = preferred.map { min(most, max(TimelineColumns.leastName, $0)) }
    var x = dates.upperBound + (isNarrow ? 0 : 6)
    var lanes: [Double] = []
    for name in names {
      lanes.append(x + name / 2)
      x += name + TimelineColumns.gap
    }
    self.lanes = lanes
    text = x + 4...width - Page.margin
  }

  /// Whether dates have a column of their own.
  var hasDates: Bool { dates.upperBound > dates.lowerBound }
}
