internal import DyadContent
import DyadCore
import Graphviz

/// Typesets the text and marks of a timeline.
struct TimelineTypesetter {
  let options: ContentOptions
  let theme: Theme
  let ruler: Ruler
  /// The width of the page without its right margin.
  let width: Double
  private var align: Markup.Alignment { options.lexicon.isRightToLeft ? .right : .left }

  // MARK: Text

  /// The text of a row, as on a card; a phase is bold.
  ///
  /// - Parameter date: the date, where it is not in a column of its own.
  func row(_ entry: TimelineEntry, width: Double, date: String?) -> Block {
    let row = entry.row
    let cards = CardTypesetter(options, theme, ruler, width: width)
    let face = row.isPossible ? Face.small.italic : Face.small
    let sign = Paragraph([Run(row.symbol, .body, theme.line(row.tone))], width: 99, ruler: ruler)
    let room = width - CardTypesetter.signWidth - 6
    let when = date.map { [Run($0, face, theme.quiet)] } ?? []
    let text = Paragraph(
      when + TimelineTypesetter.what(entry, theme, options.lexicon), width: room, ruler: ruler)
    let cells = [
      cards.cell(sign, CardTypesetter.signWidth, padding: 1),
      cards.cell(text, room + 2, padding: 1, id: row.id, tooltip: cards.tooltip(row)),
    ]
    let table =
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>"
      + (options.lexicon.isRightToLeft ? cells.reversed() : cells).joined() + "</TR></TABLE>"
    return Block.text(.timeline(.row(row.id)), table, class: row.isPossible ? "row possibly" : "row")
  }

  /// The text of a row without its date.
  static func what(_ entry: TimelineEntry, _ theme: Theme, _ lexicon: Lexicon) -> [Run] {
    CardTypesetter.what(entry.row, theme, lexicon).map { run in
      guard entry.phase != nil, run.face.size == Face.body.size else { return run }
      var run = run
      run.face = run.face.bold
      return run
    }
  }

  /// A short text on the background of the page.
  func text(
    _ key: TimelineKey, _ text: String, _ face: Face = .small, color: String? = nil, width: Double = 999,
    align: Markup.Alignment = .left
  ) -> PlacedBlock {
    let paragraph = Paragraph([Run(text, face, color ?? theme.quiet)], width: width, ruler: ruler)
    let size = Size(
      width: (paragraph.lines.map { $0.map { ruler.width(of: $0.text, $0.face) }.reduce(0, +) }.max() ?? 0) + 2,
      height: Double(paragraph.lines.count) * face.lineHeight)
    // A cell keeps the alignment where the installed fonts are narrower.
    let cell =
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR><TD WIDTH=\"\(Int(size.width))\" "
      + "ALIGN=\"\(align)\" BALIGN=\"\(align)\">\(Markup.text(paragraph, align: align))</TD></TR></TABLE>"
    return PlacedBlock(Block.text(.timeline(key), cell, size: size), x: 0, y: 0, size)
  }

  // MARK: Marks

  /// A filled box, with an outline if it has a colour.
  func box(
    _ key: TimelineKey, fill: String, outline: String? = nil, style form: String = "filled", class kind: String,
    tooltip: String = " ", _ size: Size
  ) -> Block {
    Block(
      .timeline(key),
      attributes: [
        "shape": "box", "style": .raw(form), "fillcolor": .raw(fill), "color": .raw(outline ?? fill),
        "penwidth": outline == nil ? "0" : "0.6", "label": "", "class": .text(kind),
        "tooltip": .text(tooltip),
      ], size: size)
  }

  /// The mark of an event: a triangle up or down, or a disc; hollow where the coder infers it.
  func mark(_ key: TimelineKey, _ event: DatedEvent, _ size: Size) -> Block {
    let shape =
      switch event.sign {
      case .cooperation: "triangle"
      case .conflict: "invtriangle"
      case .neutral: "circle"
      }
    let color = theme.color(event.sign)
    return Block(
      .timeline(key),
      attributes: [
        "shape": .raw(shape), "style": event.isPossible ? "filled,dotted" : "filled",
        "fillcolor": .raw(event.isInferred || event.isPossible ? theme.page.fill : color), "color": .raw(color),
        "penwidth": "0.6", "label": "", "class": .text("event \(event.sign)"), "tooltip": .text(event.tooltip),
      ], size: size)
  }

  /// The mark of an event with one party or without a recipient.
  func dot(_ key: TimelineKey, _ row: Row) -> Block {
    Block(
      .timeline(key),
      attributes: [
        "shape": "circle", "style": row.isPossible ? "filled,dotted" : "filled",
        "fillcolor": .raw(row.isPossible ? theme.page.fill : theme.line(row.tone)), "color": .raw(theme.line(row.tone)),
        "penwidth": "0.8", "label": "", "class": .text("tie \(row.sign)"), "tooltip": .text(" "),
      ], size: Size(width: 5, height: 5))
  }

  func stroke(
    _ key: TimelineKey, _ color: String, width: Double, style form: String = "solid", class kind: String,
    _ curves: [[Point]]
  ) -> Stroke {
    Stroke(
      key: key, curves: curves,
      attributes: [
        "color": .raw(color), "penwidth": .raw(Markup.number(width)), "style": .raw(form), "dir": "none",
        "id": .text(key.id), "class": .text(kind), "tooltip": .text(" "),
      ])
  }

  /// Oblique lines that fill a box.
  static func hatching(x: Double, y: Double, _ size: Size, distance: Double = 5) -> [[Point]] {
    stride(from: distance, to: size.width + size.height, by: distance).map { offset in
      // From the left or the lower side up to the upper or the right one.
      let start = Point(x: x + max(0, offset - size.height), y: y + min(offset, size.height))
      let end = Point(x: x + min(offset, size.width), y: y + max(0, offset - size.width))
      return Path.line([start, end])
    }
  }
}

extension Path {
  /// A polyline.
  static func line(_ points: [Point]) -> [Point] {
    guard let first = points.first else { return [] }
    return [first] + zip(points, points.dropFirst()).flatMap { straight($0, $1) }
  }
}
