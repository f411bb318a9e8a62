package import DyadContent
import DyadCore
import Graphviz

/// A relation over time: an overview to scale across the page, and below it the rows in order of time, with a lane for
/// each party.
package struct TimelineSheet: Sheet {
  let timeline: TimelineContent
  let lanes: [Figure]
  let typesetter: TimelineTypesetter
  let columns: TimelineColumns
  let heads: [Block]
  let width: Double
  var theme: Theme { typesetter.theme }
  var lexicon: Lexicon { typesetter.options.lexicon }

  private static let gap = 2.5
  /// The distance between two arrows of a row.
  private static let pitch = 4.6
  private static let headingHeight = 11.0
  private static let skipHeight = 10.0

  package init(_ content: Content, _ timeline: TimelineContent, _ theme: Theme, _ ruler: Ruler, width: Double) {
    (self.timeline, lanes, self.width) = (timeline, content.figures, width)
    typesetter = TimelineTypesetter(
      options: content.options, theme: theme, ruler: ruler, width: width - Page.margin)
    var figures = FigureTypesetter(theme: theme, ruler: ruler, isSmall: true)
    if TimelineColumns.isTight(width) { figures.padding = 4 }
    columns = TimelineColumns(
      width: width, names: lanes.map { figures.fitting($0, within: 120).size?.width ?? 0 })
    heads = zip(lanes, columns.names).map { figures.block($0, width: $1) }
  }

  /// The rows; all other text is measured by the ruler.
  var blocks: [Block] {
    timeline.entries.map { entry in
      typesetter.row(
        entry, width: columns.text.upperBound - columns.text.lowerBound,
        date: columns.hasDates ? nil : entry.row.when)
    }
  }

  func page(_ sizes: BlockSizes, in room: Room, keeping places: Places?) -> Page {
    var page = Page(width: width)
    page.hasFineLines = true
    var y = addOverview(to: &page)
    y = addKey(to: &page, y: y + 5)
    if !timeline.entries.isEmpty {
      let top = addHeads(to: &page, y: y + 9)
      y = addRows(sizes, to: &page, y: top)
      addLanes(to: &page, from: top - 1, to: y)
    }
    page.size.height = y
    return page
  }

  // MARK: Lanes

  /// The names of the lanes, at the same level at their feet.
  private func addHeads(to page: inout Page, y: Double) -> Double {
    let height = heads.compactMap { $0.size?.height }.max() ?? 0
    for (block, x) in zip(heads, columns.lanes) {
      guard let size = block.size else { preconditionFailure("a figure has a size of its own") }
      page.blocks.append(PlacedBlock(block, x: x - size.width / 2, y: y + height - size.height, size))
    }
    return y + height + 1
  }

  private func addLanes(to page: inout Page, from top: Double, to bottom: Double) {
    for (lane, x) in zip(lanes, columns.lanes) {
      page.strokes.append(
        typesetter.stroke(
          .lane(lane.id), lane.side == .other ? theme.hairline : theme.neutral, width: 0.7, class: "lane",
          [Path.line([Point(x: x, y: top), Point(x: x, y: bottom)])]))
    }
  }

  private func lane(_ party: Entity.ID) -> Double? {
    lanes.firstIndex { $0.id == party }.map { columns.lanes[$0] }
  }

  // MARK: Rows

  private func addRows(_ sizes: BlockSizes, to page: inout Page, y top: Double) -> Double {
    var y = top
    for (index, (entry, block)) in zip(timeline.entries, blocks).enumerated() {
      if let skipped = entry.skipped { y = addSkip(skipped, index, to: &page, y: y) }
      if let heading = entry.heading { y = addHeading(heading, index, to: &page, y: y) }
      let size = sizes[block]
      let x = lexicon.isRightToLeft ? columns.text.upperBound - size.width : columns.text.lowerBound
      page.blocks.append(PlacedBlock(block, x: x, y: y, size))
      var height = size.height
      if columns.hasDates {
        var date = date(of: entry)
        (date.x, date.y) = (columns.dates.lowerBound, y + 1.6)
        page.blocks.append(date)
        height = max(height, date.size.height + 1.6)
      }
      y += max(height, addMarks(of: entry, to: &page, y: y)) + TimelineSheet.gap
    }
    return y
  }

  private func date(of entry: TimelineEntry) -> PlacedBlock {
    typesetter.text(
      .date(entry.row.id), entry.row.when, entry.row.isPossible ? .small.italic : .small,
      width: columns.dates.upperBound - columns.dates.lowerBound,
      align: lexicon.isRightToLeft ? .right : .left)
  }

  /// A year or a month, above a line across the page.
  private func addHeading(_ words: String, _ index: Int, to page: inout Page, y: Double) -> Double {
    var heading = typesetter.text(.heading(index), words, .name, color: theme.page.text)
    (heading.x, heading.y) = (Page.margin, y)
    page.blocks.append(heading)
    let line = y + TimelineSheet.headingHeight
    let start = Page.margin + heading.size.width + 3
    page.strokes.append(
      typesetter.stroke(
        .rule(index), theme.hairline, width: 0.5, class: "axis",
        [Path.line([Point(x: start, y: y + 5.5), Point(x: width - Page.margin, y: y + 5.5)])]))
    return line + 1
  }

  /// The time that is skipped, in words, where the lanes are interrupted.
  private func addSkip(_ words: String, _ index: Int, to page: inout Page, y: Double) -> Double {
    let height = TimelineSheet.skipHeight
    var label = typesetter.text(.skip(index), words, .small.italic)
    (label.x, label.y) = (columns.hasDates ? columns.dates.lowerBound + 6 : columns.text.lowerBound, y + 0.5)
    page.blocks.append(label)
    let middle = y + height / 2
    for (number, x) in columns.lanes.enumerated() {
      let size = Size(width: 3, height: 3.6)
      // The lane is covered, and the ends of the gap are marked.
      page.blocks.append(
        PlacedBlock(
          typesetter.box(
            .interruption(index * 100 + number), fill: theme.page.fill, class: "break", size),
          x: x - size.width / 2, y: middle - size.height / 2, size))
    }
    let bars = columns.lanes.flatMap { x in
      [-1.8, 1.8].map { offset in
        Path.line([Point(x: x - 3, y: middle + offset + 1), Point(x: x + 3, y: middle + offset - 1)])
      }
    }
    var stroke = typesetter.stroke(.skip(index), theme.neutral, width: 0.6, class: "break", bars)
    stroke.isAbove = true
    page.strokes.append(stroke)
    return y + height
  }

  /// Adds the arrows and dots of a row, below one another if there are several.
  ///
  /// - Returns: the height that they take.
  private func addMarks(of entry: TimelineEntry, to page: inout Page, y: Double) -> Double {
    let parties = lanes.map(\.id)
    let strokes = entry.strokes(parties, timeline.parties)
    var level = y + 6
    for line in strokes.lines.firstOfEachKind {
      guard let to = line.to, let start = lane(line.from), let end = lane(to) else { continue }
      page.lines.append(PlacedLine(line, from: Point(x: start, y: level), to: Point(x: end, y: level)))
      level += TimelineSheet.pitch
    }
    for (happening, party) in entry.dots(parties) {
      guard let x = lane(party) else { continue }
      var row = entry.row
      (row.tone, row.isPossible) = (happening.event.item.tone, happening.event.certainty == .possibly)
      page.blocks.append(
        PlacedBlock(
          typesetter.dot(.dot(happening.event.id), row), x: x - 2.5, y: level - 2.5, Size(width: 5, height: 5)))
      level += TimelineSheet.pitch
    }
    return level - y
  }
}

extension TimelineEntry {
  /// The events of a single party, each party once, with its lane.
  fileprivate func dots(_ lanes: [Entity.ID]) -> [(Happening, Entity.ID)] {
    var seen: Set<Entity.ID> = []
    return happenings.flatMap { happening in
      strokes(of: happening, lanes).dots.filter { seen.insert($0).inserted }.map { (happening, $0) }
    }
  }
}

extension [Line] {
  /// One of several that look the same.
  fileprivate var firstOfEachKind: [Line] {
    var seen: Set<[String]> = []
    return filter { line in
      seen.insert([
        line.from.text, line.to?.text ?? "",
        "\(line.tone.map(\.sign) ?? .neutral) \(line.isPossible) \(line.isContested)",
        "\(line.arrow.map { "\($0)" } ?? "")",
      ]).inserted
    }
  }
}
