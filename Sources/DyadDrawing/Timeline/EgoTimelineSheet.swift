internal import DyadContent
import DyadCore
import Graphviz

/// The ties of a party over time: for each other party a row of bands and marks, along one axis.
struct EgoTimelineSheet: Sheet {
  private let timeline: EgoTimelineContent
  private let figures: [Figure]
  private let typesetter: TimelineTypesetter
  private let width: Double
  private var theme: Theme { typesetter.theme }
  private var lexicon: Lexicon { typesetter.options.lexicon }

  private static let gap = 3.0
  /// The most marks of one date above one another.
  private static let mostMarks = 3

  init(_ content: Content, _ timeline: EgoTimelineContent, _ theme: Theme, _ ruler: Ruler, width: Double) {
    (self.timeline, figures, self.width) = (timeline, content.figures, width)
    typesetter = TimelineTypesetter(options: content.options, theme: theme, ruler: ruler, width: width - Page.margin)
  }

  /// All text is measured by the ruler.
  var blocks: [Block] { [] }

  static func runs(_ timeline: EgoTimelineContent, _ theme: Theme, _ lexicon: Lexicon) -> [Run] {
    TimelineTypesetter.runs(timeline.frame, theme, lexicon)
      + TimelineTypesetter.runs(timeline.histories.flatMap(\.phases), theme, lexicon)
      + timeline.events.rest(lexicon).map { Run($0, .small.italic, theme.page.text) }
      + timeline.sources.map { Run(words($0), .small, theme.quiet) }
      + (1...99).map { Run("+\($0)", .small, theme.quiet) }
      + timeline.strips.values.flatMap { CountBars.runs($0, theme, lexicon) }
      + TimelineKeyRow.runs(timeline.swatches(lexicon), theme)
  }

  func page(_ sizes: BlockSizes, in room: Room, keeping places: Places?) -> Page {
    var page = Page(width: width)
    let heads = heads
    let names = heads.compactMap { $0.size?.width }.max() ?? 0
    let numbers = numbers
    let column = numbers.map(\.size.width).max() ?? 0
    let largest = timeline.strips.values.map {
      CountStrip.Scale(of: $0.map { $0.by($0.longerPeriods.last ?? $0.period) })
    }
    let scale = largest.map { typesetter.ruler.width(of: lexicon.number($0.largest), .small) + 2 }.max() ?? 0
    let axis = TimeAxis(
      frame: timeline.frame, extent: Page.margin + names + 8 + scale...width - Page.margin - 12 - column)
    let top = timeline.frame.sourcesEnd == nil ? 0.0 : 10
    let bars = bars(on: axis)
    var y = top
    for (index, history) in timeline.histories.enumerated() where index < heads.count {
      if index > 0 { addDivider(index, to: &page, y: y - EgoTimelineSheet.gap / 2) }
      let top = y + 1
      y = add(history, heads[index], axis, to: &page, y: top)
      for table in bars.keys.sorted() {
        guard let own = bars[table]?[history.party] else { continue }
        let first = history.phases.isEmpty && history.events.dated.isEmpty ? top : y
        // All rows have one scale.
        if history.party == timeline.histories.first?.party { own.addScale(to: &page, y: first, hasName: false) }
        y = max(y, own.add(to: &page, y: first))
      }
      y += EgoTimelineSheet.gap
      if numbers.indices.contains(index) {
        var own = numbers[index]
        (own.x, own.y) = (width - Page.margin - column, top + 1.5)
        page.blocks.append(own)
      }
    }
    y += axis.addLabels(to: &page, top: top, bottom: y, typesetter)
    axis.addSourcesEnd(to: &page, top: top, bottom: y - TimeAxis.yearHeight, typesetter)
    y = axis.addRest(of: timeline.events, to: &page, y: y, typesetter)
    for strips in bars.sorted(by: { $0.key < $1.key }).map(\.value) {
      guard let first = strips.first?.value else { continue }
      y = first.addCaption(to: &page, y: y + 3)
    }
    page.size.height = TimelineKeyRow(swatches: timeline.swatches(lexicon), typesetter: typesetter)
      .add(to: &page, y: y + 5)
    return page
  }

  /// The bars of each table by party, all on one scale.
  private func bars(on axis: TimeAxis) -> [CountTable.ID: [Entity.ID: CountBars]] {
    timeline.strips.mapValues { strips in
      let fitting = CountBars.fitting(strips, on: axis)
      let scale = CountStrip.Scale(of: fitting)
      let parties = timeline.histories.filter { $0.counts.contains { $0.table.id == strips[0].table.id } }.map(\.party)
      return Dictionary(
        zip(parties, fitting).map { party, strip in
          (party, CountBars(strip: strip, scale: scale, axis: axis, typesetter: typesetter, row: party, height: 9))
        }, uniquingKeysWith: { one, _ in one })
    }
  }

  /// The names of the parties, all of one width.
  private var heads: [Block] {
    let typesetter = FigureTypesetter(theme: theme, ruler: typesetter.ruler, isSmall: true)
    let limit = width < 380 ? 58.0 : 88
    let widest = figures.compactMap { typesetter.fitting($0, within: limit).size?.width }.max() ?? limit
    return figures.map { typesetter.block($0, width: widest) }
  }

  /// The sources of each row; none if there is only one, which the foot names, or none is listed.
  private var numbers: [PlacedBlock] {
    guard typesetter.options.showsSources, timeline.sources.flatMap({ $0 }).contains(where: { $0 > 1 }) else {
      return []
    }
    return zip(timeline.histories, timeline.sources).map { history, numbers in
      typesetter.text(.sources(history.party), EgoTimelineSheet.words(numbers), width: 40)
    }
  }

  /// "[1–3] [5]"
  private static func words(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "[\($0.lowerBound)]" : "[\($0.lowerBound)–\($0.upperBound)]" }
      .joined(separator: " ")
  }

  private func addDivider(_ index: Int, to page: inout Page, y: Double) {
    page.strokes.append(
      typesetter.stroke(
        .divider(index), theme.hairline, width: 0.4, class: "axis",
        [Path.line([Point(x: Page.margin, y: y), Point(x: width - Page.margin, y: y)])]))
  }

  /// Adds a row: the name, the bands, and the events below them.
  ///
  /// - Returns: its lower edge.
  private func add(_ history: TieHistory, _ head: Block, _ axis: TimeAxis, to page: inout Page, y: Double) -> Double {
    guard let size = head.size else { preconditionFailure("a figure has a size of its own") }
    let bands = PhaseBands(spans: history.phases, axis: axis, typesetter: typesetter, row: history.party)
    let marks = EventMarks(
      history.events.dated, axis, typesetter, row: history.party, most: EgoTimelineSheet.mostMarks)
    var row = Page(width: width)
    var height = history.phases.isEmpty ? 0 : bands.add(to: &row, y: y) + 2
    if !history.events.dated.isEmpty {
      let line = y + height + marks.above
      row.strokes.append(
        typesetter.stroke(
          .marks(history.party), theme.hairline, width: 0.4, class: "axis",
          [Path.line([Point(x: axis.left, y: line), Point(x: axis.right, y: line)])]))
      marks.add(to: &row, line: line)
      height += marks.above + marks.below + 1
    }
    row.blocks.append(PlacedBlock(head, x: Page.margin, y: y, size))
    page.append(row)
    return y + max(height, size.height)
  }
}

extension EgoTimelineContent {
  /// The events of all rows.
  fileprivate var events: EventStrip { EventStrip(of: histories.map(\.events)) }

  /// The strips of each table, in the order of the rows that have one.
  fileprivate var strips: [CountTable.ID: [CountStrip]] {
    Dictionary(grouping: histories.flatMap(\.counts), by: \.table.id)
  }

  fileprivate func swatches(_ lexicon: Lexicon) -> [TimelineKeyRow.Entry] {
    TimelineKeyRow.entries(histories.flatMap(\.phases), events.dated, lexicon)
  }
}
