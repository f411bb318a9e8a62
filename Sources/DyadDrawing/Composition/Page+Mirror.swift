internal import DyadContent
internal import Graphviz

extension Page {
  /// The page for a language that is written from right to left: what was left is right.
  var mirrored: Page {
    var page = self
    func across(_ point: Point) -> Point { Point(x: size.width - point.x, y: point.y) }
    for index in page.blocks.indices {
      page.blocks[index].x = size.width - page.blocks[index].x - page.blocks[index].size.width
    }
    for index in page.panels.indices {
      page.panels[index].x = size.width - page.panels[index].x - page.panels[index].size.width
    }
    for index in page.lines.indices { page.lines[index].points = page.lines[index].points.map(across) }
    for index in page.strokes.indices {
      page.strokes[index].curves = page.strokes[index].curves.map { $0.map(across) }
    }
    for index in page.areas.indices { page.areas[index].curves = page.areas[index].curves.map { $0.map(across) } }
    return page
  }

  /// The page in the direction of a language.
  func directed(as lexicon: Lexicon) -> Page { lexicon.isRightToLeft ? mirrored : self }
}
