internal import DyadContent
import DyadCore
import Graphviz

extension TimelineSheet {
  /// Years and months, the axis, and the lanes.
  func addGrid(to page: inout Page, _ scale: TimeScale, _ height: Double) {
    let axis = columns.axis
    page.strokes.append(
      typesetter.stroke(
        .axis, theme.neutral, width: 0.8, class: "axis",
        [Path.line([Point(x: axis, y: 0), Point(x: axis, y: height)])])
    )
    for (lane, x) in zip(lanes, columns.lanes) {
      page.strokes.append(
        typesetter.stroke(
          .lane(lane.id), color(of: lane), width: 0.7, class: "lane",
          [Path.line([Point(x: x, y: -2), Point(x: x, y: height)])]))
    }
    addDates(to: &page, scale, height)
  }

  func color(of lane: Figure) -> String {
    lane.side == .other ? theme.hairline : theme.neutral
  }

  /// Adds as many years and months as there is room for, years first.
  private func addDates(to page: inout Page, _ scale: TimeScale, _ height: Double) {
    var taken: [Double] = []
    var (years, months): ([[Point]], [[Point]]) = ([], [])
    func add(_ key: TimelineKey, _ words: String, _ face: Face, y: Double) {
      let own = Double(face.size) * 1.2
      let middle = max(own / 2, min(y, height - own / 2))
      guard taken.allSatisfy({ abs($0 - middle) >= own }) else { return }
      taken.append(middle)
      var block = typesetter.text(key, words, face, color: face.isBold ? theme.page.text : nil, align: .right)
      (block.x, block.y) = (columns.axis - 4 - block.size.width, middle - own / 2)
      page.blocks.append(block)
    }
    let all = (years: timeline.window.years, months: timeline.window.months)
    let step = every([1, 2, 5, 10, 20, 50, 100, 500, 1000], of: all.years.count, height)
    for days in all.years {
      let (year, y) = (days.lowerBound.year, scale.extent(days).top)
      // The first year may begin before the window.
      guard let step, year % step == 0 || days == all.years[0] else { continue }
      if days.lowerBound.month == 1, days.lowerBound.dayOfMonth == 1 {
        years.append(Path.line([Point(x: columns.axis - 3, y: y), Point(x: columns.scores.upperBound, y: y)]))
      }
      add(.year(year), String(year), .label, y: y + 3)
    }
    let monthly = every([1, 3, 6], of: all.months.count, height)
    for days in all.months where days.lowerBound.dayOfMonth == 1 && days.lowerBound.month != 1 {
      let (month, y) = (days.lowerBound.month, scale.extent(days).top)
      guard let monthly, (month - 1) % monthly == 0 else { continue }
      months.append(Path.line([Point(x: columns.axis - 2, y: y), Point(x: columns.axis, y: y)]))
      add(.month(year: days.lowerBound.year, month: month), lexicon.months[month - 1], .small, y: y + 3)
    }
    page.strokes.append(typesetter.stroke(.years, theme.hairline, width: 0.5, class: "axis", years))
    page.strokes.append(typesetter.stroke(.months, theme.neutral, width: 0.5, class: "axis", months))
    page.strokes.removeAll { $0.curves.isEmpty }
  }

  /// The first step at which labels have room; `nil` if none has.
  private func every(_ steps: [Int], of count: Int, _ height: Double) -> Int? {
    steps.first { height / Double(count) * Double($0) >= 8.6 }
  }

  /// The phases, coloured by tone; hatched where there is no information.
  func addRibbon(to page: inout Page, _ scale: TimeScale) {
    let (left, right) = (columns.ribbon.lowerBound, columns.ribbon.upperBound)
    for (index, days) in timeline.gaps.enumerated() {
      let (top, bottom) = scale.extent(days)
      let size = Size(width: right - left, height: bottom - top)
      let lines = TimelineTypesetter.hatching(x: left, y: top, size)
      guard !lines.isEmpty else { continue }
      page.strokes.append(typesetter.stroke(.gap(index), theme.hairline, width: 0.6, class: "gap", lines))
    }
    // A possible beginning takes the right half, a possible end the left half, so that both are visible.
    for (index, span) in timeline.ribbon.enumerated() {
      let (top, bottom) = scale.extent(span.possible)
      let certain = span.certain.map(scale.extent)
      let parts: [(TimelineKey.Extent, Double, Double, Double)] =
        certain.map { certain in
          [
            (.before, (left + right) / 2, top, certain.top), (.after, left, certain.bottom, bottom),
          ]
        } ?? [(.possible, (left + right) / 2, top, bottom)]
      for (extent, x, from, to) in parts where to - from > 0.3 {
        let size = Size(width: (right - left) / 2, height: to - from)
        page.blocks.append(
          PlacedBlock(
            typesetter.box(
              .phase(index, extent), fill: theme.ground(span.tone), outline: theme.neutral, style: "filled,dotted",
              class: "phase possibly", size), x: x, y: from, size))
      }
      guard let certain else { continue }
      let size = Size(width: right - left, height: max(0.5, certain.bottom - certain.top))
      page.blocks.append(
        PlacedBlock(
          typesetter.box(
            .phase(index, .certain), fill: theme.ground(span.tone), outline: theme.neutral, class: "phase", size),
          x: left,
          y: certain.top, size))
      addWord(of: span, index, in: certain, to: &page)
    }
  }

  /// Adds the wording of a phase if it fits; the row of the phase contains it in any case.
  private func addWord(of span: PhaseSpan, _ index: Int, in extent: (top: Double, bottom: Double), to page: inout Page)
  {
    let noun = span.tie.kind.id == "ties" ? nil : lexicon.noun(of: span.tie.kind)
    guard let word = span.phase.item.reads ?? noun else { return }
    let room = columns.ribbon.upperBound - columns.ribbon.lowerBound
    var block = typesetter.text(.reading(index), word, .label, color: theme.toneText, width: room - 3, align: .center)
    let widest = word.split(separator: " ").map { typesetter.ruler.width(of: String($0), .label) }.max() ?? 0
    guard block.size.height + 2 < extent.bottom - extent.top, widest <= room - 3 else { return }
    block.x = columns.ribbon.lowerBound + (room - block.size.width) / 2
    block.y = (extent.top + extent.bottom - block.size.height) / 2
    page.blocks.append(block)
  }
}
