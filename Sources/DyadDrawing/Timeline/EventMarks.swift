internal import DyadContent
import DyadCore
import Graphviz

/// Events as marks in two rows along an axis: cooperation and what is neutral above a line, conflict below it.
///
/// An event whose days are wider than a mark is a bracket over them. Marks that would overlap are stacked away from the
/// line; those for which a stack has no room are counted on top of it.
package struct EventMarks {
  let axis: TimeAxis
  let typesetter: TimelineTypesetter
  /// The party of the row, where there are several rows.
  var row: Entity.ID?

  private static let size = 5.4
  private static let pitch = 5.8

  private struct Placed {
    var event: DatedEvent
    var extent: ClosedRange<Double>
    var isBracket: Bool
    var isBelow: Bool
    var level: Int
  }

  /// Marks that a stack has no room for.
  private struct Surplus {
    var x: Double
    var isBelow: Bool
    var count: Int
  }

  private let placed: [Placed]
  private let surplus: [Surplus]

  init(_ events: [DatedEvent], _ axis: TimeAxis, _ typesetter: TimelineTypesetter, row: Entity.ID? = nil, most: Int) {
    (self.axis, self.typesetter, self.row) = (axis, typesetter, row)
    var ends: [Bool: [Double]] = [true: [], false: []]
    var (placed, surplus): ([Placed], [Surplus]) = ([], [])
    for event in events {
      let days = axis.extent(event.days)
      let isBracket = days.upperBound - days.lowerBound > EventMarks.size + 0.5
      let middle = (days.lowerBound + days.upperBound) / 2
      let half = EventMarks.size / 2
      let extent = isBracket ? days : middle - half...middle + half
      let isBelow = event.sign == .conflict
      var levels = ends[isBelow] ?? []
      let free = levels.firstIndex { $0 + 0.4 <= extent.lowerBound } ?? levels.count
      guard free < most else {
        if let last = surplus.lastIndex(where: { $0.isBelow == isBelow }), extent.lowerBound - surplus[last].x < 14 {
          surplus[last].count += 1
        } else {
          surplus.append(Surplus(x: extent.lowerBound, isBelow: isBelow, count: 1))
        }
        continue
      }
      if free == levels.count { levels.append(extent.upperBound) } else { levels[free] = extent.upperBound }
      ends[isBelow] = levels
      placed.append(Placed(event: event, extent: extent, isBracket: isBracket, isBelow: isBelow, level: free))
    }
    (self.placed, self.surplus) = (placed, surplus)
  }

  /// The number of events that are marks or brackets, and of those that are counted on top of a stack.
  package var counts: (placed: Int, surplus: Int) { (placed.count, surplus.map(\.count).reduce(0, +)) }

  private func height(isBelow: Bool) -> Double {
    let levels = placed.filter { $0.isBelow == isBelow }.map { $0.level + 1 }.max() ?? 0
    let hasSurplus = surplus.contains { $0.isBelow == isBelow }
    return levels == 0 ? 0 : Double(levels) * EventMarks.pitch + 1.5 + (hasSurplus ? 8 : 0)
  }

  /// The height above the line.
  var above: Double { height(isBelow: false) }
  /// The height below the line.
  var below: Double { height(isBelow: true) }

  /// Adds the marks above and below a line.
  func add(to page: inout Page, line y: Double) {
    for mark in placed {
      let distance = 1 + EventMarks.pitch * (Double(mark.level) + 0.5)
      let middle = mark.isBelow ? y + distance : y - distance
      if mark.isBracket { addBracket(mark, y: middle, to: &page) } else { add(mark, y: middle, to: &page) }
    }
    for (index, more) in surplus.enumerated() {
      var label = typesetter.text(.more(index, row), "+\(more.count)")
      label.x = min(more.x, typesetter.width - label.size.width)
      label.y = more.isBelow ? y + below - 8.5 : y - above
      page.blocks.append(label)
    }
  }

  private func add(_ mark: Placed, y: Double, to page: inout Page) {
    let size = Size(width: EventMarks.size, height: EventMarks.size)
    page.blocks.append(
      PlacedBlock(
        typesetter.mark(.mark(mark.event.id, row), mark.event, size), x: mark.extent.lowerBound, y: y - size.height / 2,
        size))
  }

  /// From the first to the last possible day; without a bar at an end that is outside the window.
  private func addBracket(_ mark: Placed, y: Double, to page: inout Page) {
    let (from, to) = (mark.extent.lowerBound, mark.extent.upperBound)
    var curves = [Path.line([Point(x: from, y: y), Point(x: to, y: y)])]
    for (x, isThere) in [
      (from + 0.3, !mark.event.isPossible || mark.event.days.lowerBound > axis.frame.window.lowerBound),
      (to - 0.3, !mark.event.isPossible || mark.event.days.upperBound < axis.frame.window.upperBound),
    ] where isThere {
      curves.append(Path.line([Point(x: x, y: y - 2.2), Point(x: x, y: y + 2.2)]))
    }
    let style =
      switch mark.event.sign {
      case .cooperation: "solid"
      case .conflict: "dashed"
      case .neutral: "dotted"
      }
    var stroke = typesetter.stroke(
      .days(mark.event.id, row), typesetter.theme.color(mark.event.sign), width: 0.9, style: style, class: "days",
      curves)
    stroke.attributes["tooltip"] = .text(mark.event.tooltip)
    page.strokes.append(stroke)
  }
}

extension DatedEvent {
  /// The event and the quotes that it rests on.
  var tooltip: String { ([what] + quotes.map { "“\($0)”" }).joined(separator: "\n") }
}

extension Theme {
  /// The colour of marks of a sign.
  func color(_ sign: Tone.Sign) -> String {
    switch sign {
    case .conflict: conflict
    case .neutral: neutral
    case .cooperation: cooperation
    }
  }
}
