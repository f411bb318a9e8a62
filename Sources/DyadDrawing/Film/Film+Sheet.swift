public import DyadCore
public import Graphviz
public import DyadContent

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
      content, style.theme, with: film.frames.map(\.composition.content), width: max(170, paper.width.points))
    var page = Page(width: paper.width.points)
    let captions = try await film.captions(framing)
    var y = 0.0
    for start in stride(from: 0, to: film.frames.count, by: columns) {
      let row = start..<min(start + columns, film.frames.count)
      var height = 0.0
      for index in row {
        var body = film.stage.body(film.frames[index].composition.content)
        body.rename(with: "@\(index)")
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

  private func captions(_ framing: Framing) async throws(Graph.Failure) -> [(Block, Size)] {
    let theme = style.theme
    let blocks = frames.enumerated().map { index, frame in
      let run = Run(DateWords(options.lexicon).words(frame.day), .name, theme.page.text)
      return Block(
        name: "date-\(index)",
        attributes: [
          "shape": "plain", "label": .html(Markup.text(run)), "id": .text("date-\(index)"), "class": "date",
          "tooltip": .text(" "),
        ], size: nil)
    }
    let sizes = try await framing.measured(blocks)
    return blocks.map { ($0, sizes[$0.key]!) }
  }
}

extension Page {
  /// Appends a suffix to all names, for several frames on one page.
  fileprivate mutating func rename(with suffix: String) {
    for index in blocks.indices {
      blocks[index].block.name += suffix
      if case .text(let id) = blocks[index].block.attributes["id"] {
        blocks[index].block.attributes["id"] = .text(id + suffix)
      }
    }
    for index in panels.indices {
      panels[index].name += suffix
      panels[index].members = panels[index].members.map { $0 + suffix }
    }
    for index in lines.indices { lines[index].suffix = suffix }
  }
}
