public import DyadContent
public import DyadCore
public import Graphviz

extension Film {
  /// The frames of a film on one page, in as many columns as its width allows, each below its date.
  ///
  /// The page is as high as it needs to be.
  static func sheet(
    of source: FilmContent.Source, options: ContentOptions, style: Style, paper: Paper
  ) async throws(Graph.Failure) -> Composition {
    let gap = 14.0
    let columns = max(1, min(source.days.count, Int((paper.width.points + gap) / (220 + gap))))
    let width = (paper.width.points - gap * Double(columns - 1)) / Double(columns)
    let film = try await Film(
      source, options: options, style: style,
      paper: Paper(width: Length(points: width), height: .upTo(Length(points: 230))), hidingAbsent: false,
      fittingBodies: true)
    let content = film.content.summary
    let framing = try await Framing(
      content, style.paintedTheme, with: film.frames.map(\.composition.content), width: max(170, paper.width.points))
    var page = Page(width: paper.width.points)
    let captions = try await film.captions()
    var y = 0.0
    for start in stride(from: 0, to: film.frames.count, by: columns) {
      let row = start..<min(start + columns, film.frames.count)
      var height = 0.0
      for index in row {
        var body = film.stage.body(film.frames[index].composition.content)
        body.setFrame(index)
        let x = (width + gap) * Double(index - start)
        let (caption, size) = captions[index]
        page.blocks.append(PlacedBlock(caption, x: x + Page.margin, y: y, size))
        body.shift(down: y + size.height + 3, right: x)
        page.append(body)
        height = max(height, size.height + 3 + body.size.height)
      }
      y += height + gap
    }
    page.size.height = max(0, y - gap)
    return Composition(content, style: style, at: framing.framed(page, exactly: nil), on: paper)
  }

  private func captions() async throws(Graph.Failure) -> [(Block, Size)] {
    let theme = style.paintedTheme
    let blocks = frames.enumerated().map { index, frame in
      let run = Run(DateWords(options.lexicon).words(frame.day), .name, theme.page.text)
      return Block.text(.date(index), Markup.text(run), class: "date")
    }
    let sizes = try await Framing.measured(blocks)
    return blocks.map { ($0, sizes[$0]) }
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
