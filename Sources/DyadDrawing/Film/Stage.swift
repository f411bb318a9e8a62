internal import DyadCore
internal import Graphviz

/// What all frames of a film have in common: everything that is ever there, laid out once.
///
/// A frame is painted at the places of the stage. A figure is as large in every frame as in the largest, a card begins at the same
/// place; what is not there is a faint outline.
struct Stage: Sendable {
  let union: Drawing
  private let framing: Framing
  private let page: Page
  private let paper: Paper
  /// The size of each setting of a block, of which the stage has room for the largest.
  private let settings: [Setting: Size]
  /// What stands in place of those who are not there: none where they are left out.
  private let absent: [String: Block]

  /// - Parameters:
  ///   - union: the drawing of everything that is there at some time.
  ///   - frames: the drawings that will be painted on it.
  init(
    _ union: Drawing, for frames: [Drawing], on paper: Paper, hidingAbsent: Bool
  ) async throws(Graph.Failure) {
    (self.union, self.paper) = (union, paper)
    let width = max(paper.width.points, 170)
    framing = try await Framing(union, with: frames, width: width)
    let own = union.sheet(framing.ruler, width: width)
    absent = hidingAbsent ? [:] : Stage.absent(of: union, framing.ruler, width)
    var sizes = try await framing.measured(own.blocks)
    // Each setting is measured once, in however many frames it stands.
    var settings: Set<Setting> = []
    for frame in frames {
      for block in frame.sheet(framing.ruler, width: width).blocks {
        settings.insert(Setting(key: block.key, attributes: block.attributes, size: block.size))
      }
    }
    for key in Set(settings.map(\.key)) where key.hasPrefix("card-") { sizes[key] = Size(width: 0, height: 0) }
    // Their order does not matter: each is measured by itself.
    let distinct = Array(settings)
    let blocks = distinct.enumerated().map { index, setting in
      Block(name: "\(index)", attributes: setting.attributes, size: setting.size)
    }
    let measured = try await framing.measured(blocks)
    for (index, setting) in distinct.enumerated() {
      let (size, before) = (measured["\(index)"]!, sizes[setting.key] ?? Size(width: 0, height: 0))
      sizes[setting.key] = Size(width: max(size.width, before.width), height: max(size.height, before.height))
    }
    self.settings = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, measured["\($0)"]!) })
    let limit = paper.height.limit.points * width / paper.width.points
    page = try await own.page(sizes, room: limit - framing.height, keeping: nil)
  }

  private struct Setting: Hashable {
    var key: String
    var attributes: Attributes
    var size: Size?
  }

  /// How high the frames are, for the choice of their detail.
  var height: Double { page.size.height + framing.height }
  var bodyHeight: Double { page.size.height }

  /// The frame at the places of the stage; what has no place on it is left out.
  func composition(of frame: Drawing) -> Composition {
    let drawing = frame.restricted(to: union)
    let body = body(drawing)
    let framed = framing.framed(body, exactly: paper.isExact ? paper.height.limit.points : nil, titled: drawing)
    return Composition(drawing, at: framed, on: paper)
  }

  /// The frame without its title and foot.
  func body(_ drawing: Drawing) -> Page {
    var body = Page(width: page.size.width)
    body.size = page.size
    let blocks = Dictionary(
      drawing.sheet(framing.ruler, width: framing.width).blocks.map { ($0.key, $0) },
      uniquingKeysWith: { one, _ in one })
    let badges = badges(of: drawing)
    for placed in page.blocks {
      let key = placed.block.key
      if let badge = badges[key] {
        body.blocks.append(PlacedBlock(badge, x: placed.x, y: placed.y, placed.size))
      } else if let block = blocks[key] {
        body.blocks.append(at(placed, block))
      } else if let block = absent[key] {
        body.blocks.append(at(placed, block))
      }
    }
    let there = Set(body.blocks.map(\.block.name))
    body.panels = page.panels.map { panel in
      var panel = panel
      panel.members.removeAll { !there.contains($0) }
      return panel
    }
    let lines = Dictionary(
      drawing.lines.map { (PlacedLine($0, points: []).name, $0) }, uniquingKeysWith: { one, _ in one })
    body.lines = page.lines.compactMap { placed in
      lines[placed.name].map { PlacedLine($0, points: placed.points) }
    }
    body.markLines(drawing.style.theme)
    return body
  }

  /// Faint outlines of all figures, by their keys.
  private static func absent(of union: Drawing, _ ruler: Ruler, _ width: Double) -> [String: Block] {
    var gone = union
    for index in gone.figures.indices {
      gone.figures[index].isAbsent = true
      gone.figures[index].lines = []
    }
    let figures = gone.sheet(ruler, width: width).blocks.filter { $0.key.hasPrefix("entity-") }
    return Dictionary(figures.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
  }

  /// A figure has the size that it has on the stage; a card begins where it begins there, and that of a pair, which hangs between two
  /// lines, has its middle where it has it there.
  private func at(_ placed: PlacedBlock, _ block: Block) -> PlacedBlock {
    let own = settings[Setting(key: block.key, attributes: block.attributes, size: block.size)] ?? placed.size
    var block = block
    block.name = placed.block.name
    guard block.size == nil else {
      block.size = placed.size
      return PlacedBlock(block, x: placed.x, y: placed.y, placed.size)
    }
    let hangs = placed.block.key == "card-dyad" && framing.width >= PairSheet.leastWidth
    let y = hangs ? placed.middle - own.height / 2 : placed.y
    return PlacedBlock(block, x: placed.x, y: y, own)
  }

  /// The numbers of the ties of a network, with the marks of this frame.
  private func badges(of drawing: Drawing) -> [String: Block] {
    let setter = BadgeSetter(theme: drawing.style.theme)
    let numbers = Dictionary(
      union.cards.compactMap { card in card.number.map { (card.id, $0) } }, uniquingKeysWith: { one, _ in one })
    return Dictionary(
      drawing.lines.compactMap { line in
        numbers[line.card].map { number in
          ("number-\(line.card)", setter.block(number, mark: line.mark, name: "number-\(line.card)"))
        }
      }, uniquingKeysWith: { one, _ in one })
  }
}

extension Drawing {
  /// What of it has a place on the stage, under the numbers that ties have there.
  func restricted(to stage: Drawing) -> Drawing {
    var drawing = self
    let (figures, cards) = (Set(stage.figures.map(\.id)), stage.cards.map(\.id))
    drawing.figures.removeAll { !figures.contains($0.id) }
    drawing.cards.removeAll { !cards.contains($0.id) }
    let lines = Set(stage.lines.map { PlacedLine($0, points: []).name })
    drawing.lines.removeAll { !lines.contains(PlacedLine($0, points: []).name) }
    let numbers = Dictionary(stage.cards.map { ($0.id, $0.number) }, uniquingKeysWith: { one, _ in one })
    for index in drawing.cards.indices { drawing.cards[index].number = numbers[drawing.cards[index].id] ?? nil }
    return drawing
  }
}
