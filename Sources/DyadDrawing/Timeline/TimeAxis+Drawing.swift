internal import DyadContent
import DyadCore
import Graphviz

extension TimeAxis {
  static let monthHeight = 9.0
  static let yearHeight = 9.5

  /// Adds the labels below a strip, and the lines of years through it.
  ///
  /// - Returns: the height of the labels.
  func addLabels(to page: inout Page, top: Double, bottom: Double, _ typesetter: TimelineTypesetter) -> Double {
    let minor = minorTicks(typesetter.options.lexicon) { typesetter.ruler.width(of: $0, .small) }
    let years = years { typesetter.ruler.width(of: $0, .label) }
    var y = bottom
    if !minor.isEmpty {
      addLabels(minor, face: .small, y: y, to: &page, typesetter)
      y += TimeAxis.monthHeight
    }
    addLabels(years, face: .label, y: y, to: &page, typesetter)
    let lines = years.filter { x($0.day) > left + 0.5 }.map { x($0.day) }
    page.strokes.append(
      typesetter.stroke(
        .years, typesetter.theme.hairline, width: 0.5, class: "axis",
        lines.map { Path.line([Point(x: $0, y: top), Point(x: $0, y: y + TimeAxis.yearHeight - 1)]) }))
    page.strokes.append(
      typesetter.stroke(
        .months, typesetter.theme.neutral, width: 0.5, class: "axis",
        minor.map { x($0.day) }.map { Path.line([Point(x: $0, y: bottom - 2), Point(x: $0, y: bottom + 1.5)]) }))
    page.strokes.append(
      typesetter.stroke(
        .axis, typesetter.theme.neutral, width: 0.7, class: "axis",
        [Path.line([Point(x: left, y: bottom), Point(x: right, y: bottom)])]))
    page.strokes.removeAll { $0.curves.isEmpty }
    return y - bottom + TimeAxis.yearHeight
  }

  private func addLabels(_ ticks: [Tick], face: Face, y: Double, to page: inout Page, _ typesetter: TimelineTypesetter)
  {
    let color = face.isBold ? typesetter.theme.page.text : nil
    for tick in ticks {
      let key = face.isBold ? TimelineKey.year(tick.day.year) : .tick(tick.day)
      var label = typesetter.text(key, tick.label, face, color: color)
      // The label of the time that begins at the tick is on its right.
      (label.x, label.y) = (x(tick.day) + 0.5, y)
      guard label.x + label.size.width <= right + 10 else { continue }
      page.blocks.append(label)
    }
  }

  /// Adds the events without a position, counted in words; returns the y below.
  func addRest(
    of events: EventStrip, to page: inout Page, y: Double, _ typesetter: TimelineTypesetter
  ) -> Double {
    let lexicon = typesetter.options.lexicon
    let rest = events.rest(lexicon)
    guard !rest.isEmpty else { return y }
    var words = typesetter.text(
      .rest, rest.joined(separator: "; "), .small.italic, color: typesetter.theme.page.text, width: right - left,
      align: lexicon.isRightToLeft ? .right : .left)
    (words.x, words.y) = (left, y + 2)
    page.blocks.append(words)
    return y + words.size.height + 2
  }

  /// Adds the line at which the sources end, with its label above.
  func addSourcesEnd(to page: inout Page, top: Double, bottom: Double, _ typesetter: TimelineTypesetter) {
    guard let x = sourcesEnd, let day = frame.sourcesEnd else { return }
    var label = typesetter.text(.sourcesEndLabel, typesetter.options.lexicon.sourcesEnd(day), .small.italic)
    label.x = max(0, min(x - label.size.width / 2, typesetter.width - label.size.width))
    label.y = top - 9
    page.blocks.append(label)
    var line = typesetter.stroke(
      .sourcesEnd, typesetter.theme.quiet, width: 0.8, style: "dashed", class: "axis",
      [Path.line([Point(x: x, y: top), Point(x: x, y: bottom)])])
    line.isAbove = true
    page.strokes.append(line)
  }
}
