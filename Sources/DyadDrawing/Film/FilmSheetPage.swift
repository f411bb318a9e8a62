internal import DyadContent
internal import DyadCore
internal import Graphviz

/// A page of a film sheet: frames in columns, each below its date.
struct FilmSheetPage {
  let film: Film
  private let columns: Int
  private let column: Double
  private let captions: [(block: Block, size: Size)]

  /// The distance between frames.
  static let gap = 14.0
  /// The height of a date with the space below it, on one line.
  static let captionHeight = 14.0
  private static let captionGap = 3.0

  /// - Parameter column: the width of a column.
  init(_ film: Film, columns: Int, column: Double) async throws(Graph.Failure) {
    (self.film, self.columns, self.column) = (film, columns, column)
    captions = try await FilmSheetPage.captions(of: film, width: column)
  }

  /// The page with title and foot.
  ///
  /// - Parameters:
  ///   - isOnly: whether it has all frames.
  ///   - all: the number of frames of the film.
  func composition(isOnly: Bool, of all: Int, on paper: Paper) async throws(Graph.Failure) -> Composition {
    var content = film.content.summary
    if !isOnly, let range = content.frameRange {
      let (first, last) = (range.lowerBound + 1, range.upperBound)
      let lexicon = film.options.lexicon
      content.omissions.append(
        lexicon.phrase(
          .framesShown, count: range.count, first == last ? String(first) : "\(first)–\(last)", String(all)) + ".")
    }
    let framing = try await Framing(
      content, film.style.paintedTheme, with: film.frames.map(\.composition.content),
      width: max(170, paper.width.points))
    return Composition(
      content, style: film.style, at: framing.framed(page(width: framing.width), exactly: nil), on: paper)
  }

  private func page(width: Double) -> Page {
    var page = Page(width: width)
    var y = 0.0
    for start in stride(from: 0, to: film.frames.count, by: columns) {
      let row = start..<min(start + columns, film.frames.count)
      let head = (row.map { captions[$0].size.height }.max() ?? 0) + FilmSheetPage.captionGap
      for index in row {
        var body = film.stage.body(film.frames[index].composition.content)
        body.setFrame(index)
        let x = (column + FilmSheetPage.gap) * Double(index - start)
        let caption = captions[index]
        page.blocks.append(PlacedBlock(caption.block, x: x + Page.margin, y: y, caption.size))
        body.shift(down: y + head, right: x)
        page.append(body)
      }
      y += head + film.stage.bodyHeight + FilmSheetPage.gap
    }
    page.size.height = max(0, y - FilmSheetPage.gap)
    return page
  }

  /// The date of each frame, and the time without a change after it.
  private static func captions(of film: Film, width: Double) async throws(Graph.Failure) -> [(block: Block, size: Size)]
  {
    let (theme, lexicon) = (film.style.paintedTheme, film.options.lexicon)
    let runs = film.frames.enumerated().map { index, frame in
      [Run(DateWords(lexicon).words(frame.day), .name, theme.page.text)]
        + (film.content.source.noChange(index, lexicon).map { [Run("– \($0)", .small.italic, theme.quiet)] } ?? [])
    }
    let ruler = try await Ruler(measuring: runs.flatMap { $0 })
    let blocks = runs.enumerated().map { index, runs in
      let text = Paragraph(runs, width: width - 2 * Page.margin, ruler: ruler)
      return Block.text(.date(index), Markup.text(text, align: lexicon.isRightToLeft ? .right : .left), class: "date")
    }
    let sizes = try await Framing.measured(blocks)
    return blocks.map { (block: $0, size: sizes[$0]) }
  }
}

extension Page {
  /// Marks its parts as those of one frame of several on a page.
  fileprivate mutating func setFrame(_ frame: Int) {
    for index in blocks.indices { blocks[index].frame = frame }
    for index in panels.indices { panels[index].frame = frame }
    for index in lines.indices { lines[index].frame = frame }
  }
}
