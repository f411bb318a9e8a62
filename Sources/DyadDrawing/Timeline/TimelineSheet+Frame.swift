internal import DyadContent
import DyadCore
import Graphviz

extension TimelineSheet {
  /// All text except that of the rows, for the ruler.
  static func runs(_ timeline: TimelineContent, _ theme: Theme, _ lexicon: Lexicon) -> [Run] {
    let years = timeline.window.years.prefix(200).map { String($0.lowerBound.year) }
    let words = timeline.ribbon.compactMap { $0.phase.item.reads } + lexicon.nouns.values.sorted()
    let numbers = (0...20).map(String.init) + ["n", "=", "−10", "+10", "2000"]
    return words.map { Run($0, .label, theme.toneText) } + years.map { Run($0, .label, theme.page.text) }
      + (lexicon.months + numbers).map { Run($0, .small, theme.quiet) }
      + [Run(lexicon.phrase(.tone), .label, theme.quiet), Run(lexicon.phrase(.events), .label, theme.quiet)]
      + keyWords(timeline, lexicon).map { Run($0, .small, theme.page.text) }
      + [Run(rule(timeline, lexicon), .small.italic, theme.quiet)]
  }

  private static func keyWords(_ timeline: TimelineContent, _ lexicon: Lexicon) -> [String] {
    [
      lexicon.phrase(.gap), lexicon.phrase(.daysPossible), lexicon.phrase(.phaseTone),
      lexicon.phrase(timeline.curve.isMonthly ? .scoresByMonth : .scoresByYear),
      lexicon.phrase(.scoresDecayed, String(ToneCurve.halfLife)),
      lexicon.phrase(.thinEvidence, String(ToneCurve.thinBelow)),
    ]
  }

  /// How the curve is computed.
  private static func rule(_ timeline: TimelineContent, _ lexicon: Lexicon) -> String {
    lexicon.phrase(.scoresCount, String(timeline.curve.scores.count))
  }

  // MARK: Above

  /// The names of the lanes, on as many levels as necessary, and the titles of the columns.
  func heads() -> Page {
    var page = Page(width: width)
    let figures = FigureTypesetter(theme: theme, ruler: typesetter.ruler, isSmall: true)
    let blocks = lanes.map { figures.fitting($0, within: 90) }
    // Each is as low as the names on its left allow.
    var ends: [(level: Int, right: Double)] = []
    var placed: [(block: Block, size: Size, x: Double, level: Int)] = []
    for (index, block) in blocks.enumerated() {
      guard let size = block.size else { preconditionFailure("a figure has a size of its own") }
      let wish = columns.lanes[index] - size.width / 2
      let x = max(columns.scores.upperBound + 10, min(wish, width - Page.margin - size.width))
      var level = 0
      while ends.contains(where: { $0.level == level && $0.right + 3 > x }) { level += 1 }
      ends.append((level, x + size.width))
      placed.append((block, size, x, level))
    }
    let levels = (placed.map(\.level).max() ?? 0) + 1
    let heights = (0..<levels).map { level in placed.filter { $0.level == level }.map(\.size.height).max() ?? 0 }
    let total = heights.reduce(0) { $0 + $1 + 3 }
    for (index, part) in placed.enumerated() {
      let bottom = total - heights[..<part.level].reduce(0) { $0 + $1 + 3 } - 3
      page.blocks.append(PlacedBlock(part.block, x: part.x, y: bottom - part.size.height, part.size))
      let x = columns.lanes[index]
      page.strokes.append(
        typesetter.stroke(
          .laneHead(lanes[index].id), color(of: lanes[index]), width: 0.9, class: "lane",
          [Path.line([Point(x: x, y: bottom), Point(x: x, y: total + 2)])]))
    }
    let height = max(total, 22)
    if height > total { page.shift(down: height - total) }
    addScales(to: &page, height)
    page.size.height = height
    return page
  }

  private func addScales(to page: inout Page, _ height: Double) {
    for (kind, words, column, reach) in [
      (TimelineKey.Column.tone, lexicon.phrase(.tone), columns.phaseTone, 10.0),
      (.scores, lexicon.phrase(.events), columns.scores, reach),
    ] {
      let middle = (column.lowerBound + column.upperBound) / 2
      var title = typesetter.text(.columnTitle(kind), words, .label, align: .center)
      (title.x, title.y) = (middle - title.size.width / 2, height - 19)
      page.blocks.append(title)
      guard column.upperBound - column.lowerBound > 30 else { continue }
      for (sign, place) in [(-1.0, column.lowerBound), (1.0, column.upperBound)] {
        var end = typesetter.text(.columnEnd(kind, sign < 0 ? .least : .most), signed(sign * reach))
        (end.x, end.y) = (sign < 0 ? place - 2 : place - end.size.width + 2, height - 9)
        page.blocks.append(end)
      }
    }
  }

  // MARK: Below

  private enum Swatch: Hashable { case gap, days, step, bar, decay, thin }

  /// The meanings of the marks that only timelines have, and how the curve is computed.
  func key() -> Page {
    var page = Page(width: width)
    let used: [Swatch: Bool] = [
      .gap: !timeline.gaps.isEmpty, .days: timeline.entries.contains { $0.happenings.contains { $0.days.count > 1 } },
      .step: !timeline.ribbon.isEmpty, .bar: !timeline.curve.scores.isEmpty, .decay: !timeline.curve.scores.isEmpty,
      .thin: timeline.curve.periods.contains { $0.count > 0 && $0.isThin },
    ]
    let (row, room) = (12.0, width - 2 * Page.margin)
    var (x, y) = (0.0, 0.0)
    let swatches: [Swatch] = [.gap, .days, .step, .bar, .decay, .thin]
    for (index, swatch) in swatches.enumerated() where used[swatch] == true {
      var words = typesetter.text(
        .meaning(index), TimelineSheet.keyWords(timeline, lexicon)[index], color: theme.page.text, width: room - 20)
      if x > 0, x + 19 + words.size.width > room { (x, y) = (0, y + row) }
      add(swatch, index, x: Page.margin + x, y: y + row / 2, to: &page)
      (words.x, words.y) = (Page.margin + x + 19, y + 1.8)
      page.blocks.append(words)
      x += 19 + words.size.width + 8
      if words.size.height > row { (x, y) = (0, y + words.size.height) }
    }
    if x > 0 { y += row }
    if !timeline.curve.scores.isEmpty {
      var rule = typesetter.text(
        .rule, TimelineSheet.rule(timeline, lexicon), .small.italic, width: room - 2,
        align: lexicon.isRightToLeft ? .right : .left)
      (rule.x, rule.y) = (Page.margin, y + 1)
      page.blocks.append(rule)
      y += rule.size.height + 2
    }
    page.size.height = y
    return page
  }

  private func add(_ swatch: Swatch, _ index: Int, x: Double, y: Double, to page: inout Page) {
    let size = Size(width: 16, height: 7.5)
    let key = TimelineKey.swatch(index)
    func stroke(_ color: String, _ width: Double, _ curves: [[Point]]) {
      page.strokes.append(typesetter.stroke(key, color, width: width, class: "legend", curves))
    }
    switch swatch {
    case .gap: stroke(theme.hairline, 0.6, TimelineTypesetter.hatching(x: x, y: y - 3.75, size))
    case .days:
      stroke(
        theme.neutral, 0.6,
        [
          Path.line([Point(x: x + 8, y: y - 4), Point(x: x + 8, y: y + 4)]),
          Path.line([Point(x: x + 6, y: y - 4), Point(x: x + 10, y: y - 4)]),
          Path.line([Point(x: x + 6, y: y + 4), Point(x: x + 10, y: y + 4)]),
        ])
    case .step: stroke(theme.cooperation, 2, [Path.line([Point(x: x + 8, y: y - 4), Point(x: x + 8, y: y + 4)])])
    case .decay:
      stroke(
        theme.page.text, 0.9,
        [
          [
            Point(x: x + 1, y: y - 4), Point(x: x + 14, y: y - 3), Point(x: x + 15, y: y - 1),
            Point(x: x + 15, y: y + 4),
          ]
        ])
    case .bar, .thin:
      let block = typesetter.box(
        key, fill: swatch == .thin ? theme.page.fill : theme.tones[theme.tones.count - 2], outline: theme.cooperation,
        style: swatch == .thin ? "filled,dashed" : "filled", class: "legend", size)
      page.blocks.append(PlacedBlock(block, x: x, y: y - size.height / 2, size))
    }
  }
}
