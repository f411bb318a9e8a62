internal import DyadContent
import DyadCore
import Graphviz

extension TimelineSheet {
  private static let curveHeight = 26.0
  private static let countHeight = 9.0
  private static let gap = 4.0
  /// The most marks of one date above one another.
  private static let mostMarks = 8

  /// The names beside the parts of the overview.
  private var parts: [(TimelineKey.Part, String)] {
    [
      (.tone, lexicon.phrase(.tone)), (.count, "n"), (.phases, lexicon.phrase(.phases)),
      (.events, lexicon.phrase(.events)),
    ]
  }

  /// The axis of the overview.
  package var axis: TimeAxis {
    let isNarrow = width < 380
    let counted = timeline.counts.isEmpty ? [] : [lexicon.phrase(.counted)]
    let names = (parts.map(\.1) + counted).map { typesetter.ruler.width(of: $0, .small) }.max() ?? 0
    let ends =
      (timeline.curve.isShown ? [signed(-10)] : [])
      + timeline.counts.map {
        lexicon.number(CountStrip.Scale(of: [$0.by($0.longerPeriods.last ?? $0.period)]).largest)
      }
    let scale = ends.map { typesetter.ruler.width(of: $0, .small) + 3 }.max() ?? 0
    let left = Page.margin + (isNarrow ? scale : names + scale + 8)
    // Room for what is open to fade in.
    return TimeAxis(frame: timeline.frame, extent: left...width - Page.margin - 12)
  }

  /// Adds the overview: the tone, the phases and the events along one axis, and below it what data sets count.
  ///
  /// - Returns: its height.
  func addOverview(to page: inout Page) -> Double {
    let axis = axis
    let top = timeline.frame.sourcesEnd == nil ? 0.0 : 10
    var y = top
    if timeline.curve.isShown { y = addCurve(to: &page, axis, y: y + 2) + TimelineSheet.gap }
    let bands = PhaseBands(spans: timeline.phases.filter { $0.possible != nil }, axis: axis, typesetter: typesetter)
    let lesser = LesserBands(timeline.lesser, axis: axis, typesetter)
    if !timeline.gaps.isEmpty || !bands.spans.isEmpty {
      addName(.phases, to: &page, axis, middle: y + PhaseBands.height / 2)
      addGaps(to: &page, axis, y: y)
      y += max(PhaseBands.height, bands.add(to: &page, y: y))
      y += lesser.add(to: &page, y: y) + TimelineSheet.gap
    }
    let marks = marks(on: axis)
    if !timeline.events.dated.isEmpty {
      let line = y + marks.above
      addName(.events, to: &page, axis, middle: line)
      marks.add(to: &page, line: line)
      page.strokes.append(
        typesetter.stroke(
          .eventLine, theme.hairline, width: 0.5, class: "axis",
          [Path.line([Point(x: axis.left, y: line), Point(x: axis.right, y: line)])]))
      y = line + marks.below + TimelineSheet.gap
    }
    let labels = axis.addLabels(to: &page, top: top, bottom: y, typesetter)
    axis.addSourcesEnd(to: &page, top: top, bottom: y, typesetter)
    y = axis.addRest(of: timeline.events, to: &page, y: y + labels, typesetter)
    for strip in timeline.counts {
      let strip = CountBars.fitting([strip], on: axis)[0]
      let bars = CountBars(strip: strip, scale: CountStrip.Scale(of: [strip]), axis: axis, typesetter: typesetter)
      bars.addScale(to: &page, y: y + TimelineSheet.gap, hasName: width >= 380)
      y = bars.addCaption(to: &page, y: bars.add(to: &page, y: y + TimelineSheet.gap) + 2)
    }
    return y
  }

  package func marks(on axis: TimeAxis) -> EventMarks {
    EventMarks(timeline.events.dated, axis, typesetter, most: TimelineSheet.mostMarks)
  }

  private func addName(_ part: TimelineKey.Part, to page: inout Page, _ axis: TimeAxis, middle: Double) {
    guard width >= 380, let words = parts.first(where: { $0.0 == part })?.1 else { return }
    var name = typesetter.text(.part(part), words)
    (name.x, name.y) = (Page.margin, middle - name.size.height / 2)
    page.blocks.append(name)
  }

  private func addGaps(to page: inout Page, _ axis: TimeAxis, y: Double) {
    for (index, days) in timeline.gaps.enumerated() {
      let extent = axis.extent(days)
      let size = Size(width: extent.upperBound - extent.lowerBound, height: PhaseBands.height)
      let lines = TimelineTypesetter.hatching(x: extent.lowerBound, y: y, size)
      guard !lines.isEmpty else { continue }
      page.strokes.append(typesetter.stroke(.gap(index), theme.hairline, width: 0.6, class: "gap", lines))
    }
  }

  // MARK: Tone

  /// The mean tone of each period as a step, dotted where it rests on few events, with their number below.
  private func addCurve(to page: inout Page, _ axis: TimeAxis, y top: Double) -> Double {
    let height = TimelineSheet.curveHeight
    let middle = top + height / 2
    addName(.tone, to: &page, axis, middle: middle)
    addName(.count, to: &page, axis, middle: top + height + TimelineSheet.countHeight / 2)
    let lines = [(-10, top + height), (0, middle), (10, top)]
    page.strokes.append(
      typesetter.stroke(
        .zero, theme.hairline, width: 0.5, class: "axis",
        lines.map { Path.line([Point(x: axis.left, y: $0.1), Point(x: axis.right, y: $0.1)]) }))
    for (value, y) in lines {
      var label = typesetter.text(.scaleEnd(value), signed(Double(value)))
      (label.x, label.y) = (axis.left - label.size.width - 1, y - label.size.height / 2)
      page.blocks.append(label)
    }
    var before: Point?
    for (index, period) in timeline.curve.periods.enumerated() {
      guard let mean = period.mean, let days = shown(period.days) else {
        before = nil
        continue
      }
      let extent = axis.extent(days)
      let y = middle - mean / 10 * height / 2
      let tone = Tone(max(-10, min(10, mean))) ?? .neutral
      let start = Point(x: extent.lowerBound, y: y)
      var step = typesetter.stroke(
        .step(index), theme.line(tone), width: 1.8, style: period.isThin ? "dotted" : "solid",
        class: "step \(tone.sign)", [Path.line([start, Point(x: extent.upperBound, y: y)])])
      step.isAbove = true
      page.strokes.append(step)
      if let before, abs(before.y - y) > 1 {
        page.strokes.append(
          typesetter.stroke(.rise(index), theme.neutral, width: 0.5, class: "step", [Path.line([before, start])]))
      }
      before = Point(x: extent.upperBound, y: y)
      var count = typesetter.text(.count(index), String(period.count))
      count.x = (extent.lowerBound + extent.upperBound - count.size.width) / 2
      count.y = top + height + 0.5
      if count.size.width <= extent.upperBound - extent.lowerBound + 3 { page.blocks.append(count) }
    }
    return top + height + TimelineSheet.countHeight
  }

  /// The part of some days for which there are sources.
  private func shown(_ days: ClosedRange<Day>) -> ClosedRange<Day>? {
    let end = timeline.frame.end
    return days.lowerBound <= end ? days.lowerBound...min(days.upperBound, end) : nil
  }
}
