internal import DyadContent

/// The columns of a timeline, from the left, in points from the edge of the page.
struct TimelineColumns {
  /// The axis, to the right of years and months.
  let axis: Double
  let ribbon: ClosedRange<Double>
  let phaseTone: ClosedRange<Double>
  let scores: ClosedRange<Double>
  /// The middle of each lane.
  let lanes: [Double]
  let text: ClosedRange<Double>

  private static let leastText = 165.0
  private static let leastNarrowText = 96.0

  /// The most lanes on a page of that width.
  static func lanes(width: Double) -> Int {
    let (start, pitch) = (lanesStart(width: width), pitch(width: width))
    let room = width - Page.margin - start - (isNarrow(width) ? leastNarrowText : max(leastText, width * 0.38)) - 10
    return max(2, min(8, Int((room / pitch).rounded(.down)) + 1))
  }

  private static func isNarrow(_ width: Double) -> Bool { width < 380 }
  private static func pitch(width: Double) -> Double { isNarrow(width) ? 14 : 18 }
  private static func lanesStart(width: Double) -> Double { isNarrow(width) ? 114 : 192 }

  /// - Parameter dates: the width of the widest year or month.
  init(width: Double, lanes count: Int, dates: Double) {
    let isNarrow = TimelineColumns.isNarrow(width)
    axis = Page.margin + max(20, dates + 4)
    ribbon = isNarrow ? axis + 4...axis + 24 : axis + 5...axis + 51
    phaseTone = isNarrow ? axis + 28...axis + 48 : axis + 57...axis + 91
    scores = isNarrow ? axis + 52...axis + 78 : axis + 97...axis + 151
    let start = TimelineColumns.lanesStart(width: width) + axis - Page.margin - 20
    let pitch = TimelineColumns.pitch(width: width)
    lanes = (0..<count).map { start + Double($0) * pitch }
    text = lanes[count - 1] + (isNarrow ? 12 : 22)...width - Page.margin
  }

  /// The distance between lanes.
  var pitch: Double { lanes.count > 1 ? lanes[1] - lanes[0] : 0 }
}
