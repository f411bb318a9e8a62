internal import DyadContent
import DyadCore
import Graphviz

extension TimelineSheet {
  /// The score at the ends of the column of scores: a round number.
  var reach: Double {
    let curve = timeline.curve
    let peaks = curve.periods.map { abs($0.sum) } + curve.scores.map { abs(curve.decayed(on: $0.day)) }
    let most = max(5, peaks.max() ?? 0)
    return [5, 10, 15, 20, 30, 40, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 5000].first {
      $0 >= most
    }
      ?? (most / 1000).rounded(.up) * 1000
  }

  func x(of value: Double, on column: ClosedRange<Double>, reach: Double) -> Double {
    let middle = (column.lowerBound + column.upperBound) / 2
    return middle + max(-1, min(1, value / reach)) * (column.upperBound - column.lowerBound) / 2
  }

  /// The tone of each phase in steps; the scores of the events, by period as bars, and decayed as a curve.
  func addCurve(to page: inout Page, _ scale: TimeScale, _ height: Double) {
    for (key, column) in [(TimelineKey.zero(.tone), columns.phaseTone), (.zero(.scores), columns.scores)] {
      let x = x(of: 0, on: column, reach: 1)
      page.strokes.append(
        typesetter.stroke(
          key, theme.hairline, width: 0.5, class: "axis", [Path.line([Point(x: x, y: 0), Point(x: x, y: height)])]))
    }
    addSteps(to: &page, scale)
    addBars(to: &page, scale)
    addDecay(to: &page, scale)
  }

  private func addSteps(to page: inout Page, _ scale: TimeScale) {
    for (index, span) in timeline.ribbon.enumerated() {
      let x = x(of: span.tone.value, on: columns.phaseTone, reach: 10)
      let (top, bottom) = scale.extent(span.possible)
      let certain = span.certain.map(scale.extent)
      let parts = [
        (TimelineKey.Extent.certain, certain?.top ?? top, certain?.bottom ?? top),
        (.before, top, certain?.top ?? bottom),
        (.after, certain?.bottom ?? bottom, bottom),
      ]
      for (extent, from, to) in parts where to - from > 0.3 {
        page.strokes.append(
          typesetter.stroke(
            .step(index, extent), theme.line(span.tone), width: extent == .certain ? 2 : 1.2,
            style: extent == .certain ? "solid" : "dotted", class: "step \(span.tone.sign)",
            [Path.line([Point(x: x, y: from), Point(x: x, y: to)])]))
      }
    }
  }

  private func addBars(to page: inout Page, _ scale: TimeScale) {
    let isWide = columns.scores.upperBound - columns.scores.lowerBound > 40
    for (index, period) in timeline.curve.periods.enumerated() where period.count > 0 {
      let (top, bottom) = scale.extent(period.days)
      let (zero, end) = (x(of: 0, on: columns.scores, reach: 1), x(of: period.sum, on: columns.scores, reach: reach))
      let size = Size(width: max(1, abs(end - zero)), height: max(0.8, bottom - top - 1.6))
      let tone = Tone(max(-10, min(10, period.sum))) ?? .neutral
      let bar = typesetter.box(
        .bar(index), fill: period.isThin ? theme.page.fill : theme.ground(tone), outline: theme.line(tone),
        style: period.isThin ? "filled,dashed" : "filled", class: "bar \(tone.sign)", size)
      page.blocks.append(PlacedBlock(bar, x: min(zero, end), y: top + 0.8, size))
      // The number of events, on the side without the bar.
      var count = typesetter.text(.count(index), isWide ? "n = \(period.count)" : "\(period.count)", .small)
      guard bottom - top >= 8 else { continue }
      count.x = period.sum < 0 ? columns.scores.upperBound - count.size.width : columns.scores.lowerBound
      count.y = (top + bottom - count.size.height) / 2
      page.blocks.append(count)
    }
  }

  /// The decayed sum in pieces, dotted where it is based on few events.
  private func addDecay(to page: inout Page, _ scale: TimeScale) {
    let curve = timeline.curve
    guard let first = curve.scores.first else { return }
    let days = Int(timeline.window.upperBound.number) - Int(first.day.number)
    let step = max(1, days / 160)
    let own = Set(curve.scores.flatMap { [$0.day, $0.day.advanced(by: -1)] })
    let sampled = stride(from: 0, through: days, by: step).map { first.day.advanced(by: $0) }
    let samples = own.union(sampled).filter { $0 >= first.day }.sorted()
    func point(_ day: Day) -> Point {
      Point(x: x(of: curve.decayed(on: day), on: columns.scores, reach: reach), y: scale.y(day))
    }
    var pieces: [(isThin: Bool, points: [Point])] = []
    for day in samples {
      let isThin = curve.count(before: day) < ToneCurve.thinBelow
      if let last = pieces.last, last.isThin == isThin {
        pieces[pieces.count - 1].points.append(point(day))
      } else {
        pieces.append((isThin, (pieces.last?.points.suffix(1) ?? []) + [point(day)]))
      }
    }
    for (index, piece) in pieces.enumerated() where piece.points.count > 1 {
      var stroke = typesetter.stroke(
        .decay(index), theme.page.text, width: 0.9, style: piece.isThin ? "dotted" : "solid", class: "decay",
        [Path.line(piece.points)])
      stroke.isAbove = true
      page.strokes.append(stroke)
    }
  }
}
