internal import DyadContent
import DyadCore
import Graphviz

/// Time runs down the page: an axis, the phases of the relation, the curve of its tone, a lane for each party, and the rows.
struct TimelineSheet: Sheet {
  let timeline: TimelineContent
  let lanes: [Figure]
  let typesetter: TimelineTypesetter
  let columns: TimelineColumns
  let width: Double
  var theme: Theme { typesetter.theme }
  var lexicon: Lexicon { typesetter.options.lexicon }

  static let gap = 2.0

  init(_ content: Content, _ timeline: TimelineContent, _ theme: Theme, _ ruler: Ruler, width: Double) {
    (self.timeline, lanes, self.width) = (timeline, content.figures, width)
    typesetter = TimelineTypesetter(options: content.options, theme: theme, ruler: ruler)
    let months = content.options.lexicon.months.map { ruler.width(of: $0, .small) }
    columns = TimelineColumns(
      width: width, lanes: lanes.count, dates: max(months.max() ?? 0, ruler.width(of: "2000", .label)))
  }

  /// The rows; all other text is measured by the ruler.
  var blocks: [Block] {
    timeline.entries.map { typesetter.row($0.row, width: columns.text.upperBound - columns.text.lowerBound) }
  }

  func page(_ sizes: BlockSizes, in room: Room, keeping places: Places?) -> Page {
    let rows = blocks.map { ($0, sizes[$0]) }
    let heights = rows.map { $0.1.height + TimelineSheet.gap }
    let (heads, key) = (heads(), key())
    let most = room.height - heads.size.height - key.size.height - 16
    let needed = heights.reduce(0, +)
    let height = max(120, needed, room.isExact ? most : min(most, max(260, needed * 1.3)))
    let scale = scale(heights, height: height)
    var body = Page(width: width)
    body.hasFineLines = true
    addGrid(to: &body, scale, height)
    addRibbon(to: &body, scale)
    addCurve(to: &body, scale, height)
    let levels = addEvents(to: &body, scale, height)
    addText(to: &body, rows, levels, height)
    body.shift(down: heads.size.height + 4)
    var page = heads
    page.hasFineLines = true
    page.append(body)
    var below = key
    below.shift(down: heads.size.height + height + 16)
    page.append(below)
    page.size.height = heads.size.height + height + 16 + key.size.height
    return lexicon.isRightToLeft ? page.mirrored : page
  }

  /// In proportion to time, or with each row beside its date.
  private func scale(_ heights: [Double], height: Double) -> TimeScale {
    guard timeline.isEven else { return TimeScale(timeline.window, height: height) }
    let stretch = height / max(1, heights.reduce(0, +))
    var y = 0.0
    var places: [(day: Day, y: Double)] = []
    for (entry, own) in zip(timeline.entries, heights) {
      places.append((entry.day, y + min(7, own * stretch / 2)))
      y += own * stretch
    }
    return TimeScale(timeline.window, height: height, places: places)
  }

  // MARK: Rows

  /// Adds each row as near to its event as the others allow, with a leader line between them.
  private func addText(
    to page: inout Page, _ rows: [(block: Block, size: Size)], _ levels: [Double], _ height: Double
  ) {
    let heights = rows.map { $0.size.height + TimelineSheet.gap }
    let tops = Stacking.tops(levels.map { $0 - 7 }, heights: heights, room: height)
    for (index, row) in rows.enumerated() {
      let x = lexicon.isRightToLeft ? columns.text.upperBound - row.size.width : columns.text.lowerBound
      page.blocks.append(PlacedBlock(row.block, x: x, y: tops[index], row.size))
      let entry = timeline.entries[index]
      let last = columns.lanes[columns.lanes.count - 1]
      let ends = entry.strokes(lanes.map(\.id), timeline.parties)
      let touched = (ends.lines.flatMap { [$0.from, $0.to] } + ends.dots).compactMap { $0 }.compactMap(lane).max()
      let start = entry.isOnRibbon ? columns.ribbon.upperBound : touched ?? last
      let (level, middle) = (levels[index], tops[index] + min(7, row.size.height / 2))
      let points = [
        Point(x: start, y: level), Point(x: last + 4, y: level), Point(x: columns.text.lowerBound, y: middle),
      ]
      page.strokes.append(
        typesetter.stroke(
          .leader(index), theme.hairline, width: 0.5, class: "lead", [Path.line(points)]))
    }
  }

  func lane(_ party: Entity.ID) -> Double? {
    lanes.firstIndex { $0.id == party }.map { columns.lanes[$0] }
  }

  /// Adds the marks of the events.
  ///
  /// - Returns: the height of each entry on the lanes.
  private func addEvents(to page: inout Page, _ scale: TimeScale, _ height: Double) -> [Double] {
    let marked = timeline.entries.map { entry -> [Day] in
      entry.isOnRibbon || entry.happenings.isEmpty ? [entry.day] : entry.happenings.map(\.day)
    }
    // Events on the same days are separated by the width of a line.
    let wishes = marked.indices.flatMap { index in marked[index].map { (index, scale.y($0)) } }
    let order = wishes.indices.sorted { (wishes[$0].1, $0) < (wishes[$1].1, $1) }
    let apart = min(3.2, height / Double(max(1, wishes.count)))
    let tops = Stacking.tops(
      order.map { wishes[$0].1 - apart / 2 }, heights: order.map { _ in apart }, room: height)
    var places = Array(repeating: 0.0, count: wishes.count)
    for (place, index) in order.enumerated() { places[index] = tops[place] + apart / 2 }
    var levels: [Double] = []
    var next = 0
    for (index, entry) in timeline.entries.enumerated() {
      let own = Array(places[next..<next + marked[index].count])
      next += own.count
      levels.append(own[own.count - 1])
      add(entry, index, at: own, to: &page, scale)
    }
    return levels
  }

  private func add(
    _ entry: TimelineEntry, _ index: Int, at levels: [Double], to page: inout Page, _ scale: TimeScale
  ) {
    let parties = lanes.map(\.id)
    if entry.happenings.isEmpty {
      for line in entry.strokes(parties, timeline.parties).lines { add(line, at: levels[0], to: &page) }
    }
    for (number, (happening, level)) in zip(entry.happenings, levels).enumerated() {
      let (lines, dots) = entry.strokes(of: happening, parties)
      for line in lines { add(line, at: level, to: &page) }
      for dot in dots {
        guard let x = lane(dot) else { continue }
        var row = entry.row
        (row.tone, row.isPossible) = (happening.event.item.tone, happening.event.certainty == .possibly)
        page.blocks.append(
          PlacedBlock(
            typesetter.dot(.dot(happening.event.id), row), x: x - 2.5, y: level - 2.5, Size(width: 5, height: 5)))
      }
      let first = lines.first?.from ?? dots.first
      if let first, let x = lane(first), happening.days.count > 1 {
        addBracket(.days(row: index, event: number), x: x, happening, to: &page, scale)
      }
    }
  }

  private func add(_ line: Line, at level: Double, to page: inout Page) {
    guard let to = line.to, let start = lane(line.from), let end = lane(to) else { return }
    page.lines.append(PlacedLine(line, from: Point(x: start, y: level), to: Point(x: end, y: level)))
  }

  /// From the first to the last possible day; without a bar at an end that is outside the window.
  private func addBracket(
    _ key: TimelineKey, x: Double, _ happening: Happening, to page: inout Page, _ scale: TimeScale
  ) {
    let (top, bottom) = scale.extent(happening.days)
    let span = happening.event.item.within.span
    guard bottom - top > 2 else { return }
    var curves = [Path.line([Point(x: x, y: top), Point(x: x, y: bottom)])]
    for (y, isThere) in [
      (top, span.lowerBound >= timeline.window.lowerBound), (bottom, span.upperBound <= timeline.window.upperBound),
    ] where isThere {
      curves.append(Path.line([Point(x: x - 2, y: y), Point(x: x + 2, y: y)]))
    }
    page.strokes.append(
      typesetter.stroke(
        key, theme.line(happening.event.item.tone), width: 0.6,
        style: happening.event.certainty == .possibly ? "dotted" : "solid", class: "days", curves))
  }
}

extension Page {
  /// For a language that runs from the right.
  var mirrored: Page {
    var page = self
    func across(_ point: Point) -> Point { Point(x: size.width - point.x, y: point.y) }
    for index in page.blocks.indices {
      page.blocks[index].x = size.width - page.blocks[index].x - page.blocks[index].size.width
    }
    for index in page.lines.indices { page.lines[index].points = page.lines[index].points.map(across) }
    for index in page.strokes.indices {
      page.strokes[index].curves = page.strokes[index].curves.map { $0.map(across) }
    }
    return page
  }
}
