internal import DyadContent
internal import DyadCore
internal import Graphviz

/// Typesets the frame of a picture: title and date; legend, sources and omissions.
struct FrameTypesetter {
  let lexicon: Lexicon
  let theme: Theme
  let ruler: Ruler
  let width: Double
  private var isRightToLeft: Bool { lexicon.isRightToLeft }
  private var align: Markup.Alignment { isRightToLeft ? .right : .left }

  private static let swatch = Size(width: 16, height: 7.5)

  static func runs(_ content: Content, _ theme: Theme) -> [Run] {
    let entries = Legend(of: content).entries
    return head(content, theme) + SourceColumns.runs(sources(content, theme)) + remarks(content, theme)
      + entries.map { Run($0.meaning, .small, theme.page.text) } + entries.flatMap { symbols($0.swatch, theme) }
  }

  /// Headline, standfirst, and the line with date and sources.
  func title(_ content: Content) -> Block {
    let lines = FrameTypesetter.head(content, theme).map {
      Paragraph([$0], width: width, ruler: ruler, isBalanced: $0.face == .title)
    }
    return text(.title, lines)
  }

  /// The sources, what is counted, the omissions and the credit.
  func notes(_ content: Content) -> Block? {
    let sources = SourceColumns(FrameTypesetter.sources(content, theme), width: width - 4, ruler: ruler).columns
    let remarks = FrameTypesetter.remarks(content, theme).map { Paragraph([$0], width: width - 4, ruler: ruler) }
    let columns = (isRightToLeft ? sources.reversed() : sources).filter { !$0.isEmpty }
    let count = max(1, columns.count)
    let parts = [
      columns.map { cell($0, width / Double(count)) }, remarks.isEmpty ? [] : [cell(remarks, width, span: count)],
    ]
    let rows = parts.filter { !$0.isEmpty }.map { "<TR>\($0.joined())</TR>" }
    return rows.isEmpty ? nil : table(.notes, rows: [rows.joined(separator: FrameTypesetter.gap)])
  }

  /// An empty row between the sources and what is said about the picture.
  private static let gap = "<TR><TD HEIGHT=\"3\"></TD></TR>"

  /// Text as wide as the page whatever its words, so that it begins at the same edge in every frame and format.
  private func text(_ key: BlockKey, _ paragraphs: [Paragraph]) -> Block {
    table(key, rows: ["<TR>\(cell(paragraphs, width))</TR>"])
  }

  private func table(_ key: BlockKey, rows: [String]) -> Block {
    Block.text(
      key,
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">\(rows.joined())</TABLE>")
  }

  private func cell(_ paragraphs: [Paragraph], _ width: Double, span: Int = 1) -> String {
    let words = paragraphs.map { Markup.text($0, align: align) }.joined()
    let spanned = span == 1 ? "" : "COLSPAN=\"\(span)\" "
    return
      "<TD \(spanned)WIDTH=\"\(Int(width))\" ALIGN=\"\(align)\" BALIGN=\"\(align)\" VALIGN=\"TOP\">\(words)</TD>"
  }

  /// Swatches with their meanings, in rows; places are relative to the top left.
  func legend(_ content: Content) -> (placed: [PlacedBlock], lines: [PlacedLine], height: Double) {
    var placed: [PlacedBlock] = []
    var lines: [PlacedLine] = []
    var (x, y) = (0.0, 0.0)
    let (swatch, row) = (FrameTypesetter.swatch.width, 12.0)
    for (index, entry) in Legend(of: content).entries.enumerated() {
      let meaning = Run(entry.meaning, .small, theme.page.text)
      let room = ruler.width(of: entry.meaning, .small) + 4
      if x > 0, x + swatch + 3 + room > width { (x, y) = (0, y + row) }
      let text = (top: y + 2 * Face.small.rise, height: row - 2 * Face.small.rise)
      switch entry.swatch {
      case .figure(let kind):
        placed.append(PlacedBlock(figure(kind, in: content, index), x: x, y: y + 2.5, FrameTypesetter.swatch))
      case .sign, .effectAndAct, .words, .mark:
        let symbol = FrameTypesetter.symbols(entry.swatch, theme).map { Markup.text($0) }.joined()
        placed.append(
          PlacedBlock(Block.text(.swatch(index), symbol), x: x, y: text.top, Size(width: swatch, height: text.height)))
      case .number:
        placed.append(
          PlacedBlock(
            BadgeTypesetter(theme: theme).block(1, .swatch(index)), x: x, y: y + 1, BadgeTypesetter.size))
      case .cell(let sign, let cell): placed += self.cell(sign, cell, index, x: x + 3, y: y + 1)
      case .bloc: placed.append(PlacedBlock(bloc(index), x: x, y: y + 2.5, FrameTypesetter.swatch))
      case .line, .contested:
        var line = PlacedLine(
          FrameTypesetter.sample(entry.swatch, isCounted: content.lines.contains { $0.counted != nil }),
          from: Point(x: x, y: y + row / 2),
          to: Point(x: x + swatch, y: y + row / 2))
        line.swatch = index
        lines.append(line)
      }
      placed.append(
        PlacedBlock(
          Block.text(.meaning(index), Markup.text(meaning)), x: x + swatch + 3, y: text.top,
          Size(width: room, height: text.height)))
      x += swatch + 3 + room + 8
    }
    return isRightToLeft ? mirrored(placed, lines, y + row) : (placed, lines, y + row)
  }

  /// The legend from right to left.
  private func mirrored(
    _ placed: [PlacedBlock], _ lines: [PlacedLine], _ height: Double
  ) -> (placed: [PlacedBlock], lines: [PlacedLine], height: Double) {
    let blocks = placed.map { PlacedBlock($0.block, x: width - $0.x - $0.size.width, y: $0.y, $0.size) }
    let flipped = lines.map { line in
      var line = line
      line.points = line.points.map { Point(x: width - $0.x, y: $0.y) }
      return line
    }
    return (blocks, flipped, height)
  }

  /// A sample of a kind of line.
  private static func sample(_ swatch: Legend.Swatch, isCounted: Bool) -> Line {
    var line = Line(from: "legend", subject: .card(.pair), tone: nil, isPossible: false)
    if isCounted { line.counted = 100 }
    switch swatch {
    case .line(let sign, let isPossible):
      line.tone = Tone(sign == .conflict ? -4 : sign == .cooperation ? 4 : 0)
      line.isPossible = isPossible
    case .contested: line.isContested = true
    case .figure, .sign, .effectAndAct, .words, .number, .mark, .cell, .bloc: break
    }
    return line
  }

  /// A cell of a matrix with one mark.
  private func cell(_ sign: Tone.Sign, _ cell: Legend.Cell, _ index: Int, x: Double, y: Double) -> [PlacedBlock] {
    let typesetter = MatrixTypesetter(theme: theme, side: 10)
    let tone = Tone(sign == .conflict ? -6 : sign == .cooperation ? 6 : 0) ?? .neutral
    var summary = DyadSummary(sample: tone)
    summary.isPossible = cell == .possible
    let ground = typesetter.ground(
      .swatch(index), cell == .changed ? nil : summary, isChanged: cell == .changed, tooltip: " ", x: x, y: y)
    let key = BlockKey.matrix(.swatch(index))
    switch cell {
    case .plain, .possible, .inferred:
      let center = Point(x: x + 5, y: y + 5)
      return [ground, typesetter.sign(tone, isHollow: cell == .inferred, key, center: center)]
    case .pressing: return [ground, typesetter.corner(key, isOnRow: false, x: x, y: y)]
    case .contested: return [ground, typesetter.contest(key, x: x, y: y)]
    case .changed: return [ground]
    }
  }

  private func bloc(_ index: Int) -> Block {
    let attributes: Attributes = [
      "shape": "box", "style": "rounded,filled", "fillcolor": .raw(theme.blocGround(0)),
      "color": .raw(theme.neutral), "penwidth": "0.6", "label": "", "class": "legend",
    ]
    return Block(.swatch(index), attributes: attributes, size: FrameTypesetter.swatch)
  }

  /// The form of a kind, in the colours that are in the picture: those of a side where it has no others.
  private func figure(_ kind: Entity.Kind, in content: Content, _ index: Int) -> Block {
    let sides = content.figures.filter { $0.kind == kind }.map(\.side)
    let figure = Figure(
      id: "legend", kind: kind, side: sides.contains(.other) ? .other : sides.first ?? .other, name: "",
      fullName: kind.rawValue, lines: [], isPossible: false, quotes: [])
    var block = FigureTypesetter(theme: theme, ruler: ruler).block(figure, width: 20)
    block.key = .swatch(index)
    block.attributes["class"] = "legend"
    block.attributes["label"] = ""
    block.size = FrameTypesetter.swatch
    return block
  }

  // MARK: Text

  private static func head(_ content: Content, _ theme: Theme) -> [Run] {
    [Run(content.title, .title, theme.page.text)]
      + (content.standfirst.map { [Run($0, .subtitle, theme.page.text)] } ?? [])
      + [Run(content.subtitle, .subtitle, theme.quiet)]
      + (content.summary.map { [Run($0, .subtitle.bold, theme.page.text)] } ?? [])
  }

  private static func sources(_ content: Content, _ theme: Theme) -> [Run] {
    content.sourceLines.map { Run($0, .small, theme.quiet) }
  }

  /// What is counted, the omissions and the credit.
  private static func remarks(_ content: Content, _ theme: Theme) -> [Run] {
    let omissions = content.omissions.joined(separator: " ")
    return content.counted.map { Run($0, .small, theme.page.text) }
      + (omissions.isEmpty ? [] : [Run(omissions, .small.italic, theme.quiet)])
      + (content.credit.map { [Run($0, .small, theme.quiet)] } ?? [])
  }

  private static func symbols(_ swatch: Legend.Swatch, _ theme: Theme) -> [Run] {
    switch swatch {
    case .sign(.conflict): [Run(Tone.Sign.conflict.symbol, .body, theme.conflict)]
    case .sign(.neutral): [Run(Tone.Sign.neutral.symbol, .body, theme.neutral)]
    case .sign(.cooperation): [Run(Tone.Sign.cooperation.symbol, .body, theme.cooperation)]
    case .effectAndAct:
      [
        Run(Tone.Sign.cooperation.symbol, .body, theme.cooperation),
        Run(Tone.Sign.conflict.symbol, CardTypesetter.actFace, theme.conflict),
      ]
    case .words(let words): [Run(words, .label, theme.quiet)]
    case .mark(let mark): [Run(mark.symbol, .label, theme.color(mark))]
    case .figure, .line, .number, .contested, .cell, .bloc: []
    }
  }
}
