internal import DyadCore
internal import Graphviz
internal import DyadContent

/// The common layout of all frames of a film: everything that any of them shows, placed once.
///
/// A figure is as large in every frame as in the largest, and a card begins at the same place; what is absent is a faint outline.
struct Stage: Sendable {
  let union: Content
  private let style: Style
  private let framing: Framing
  private let page: Page
  private let paper: Paper
  /// The size of each version of a block; the stage has room for the largest.
  private let versions: [Version: Size]
  /// The outlines of absent figures; none if they are left out.
  private let absent: [String: Block]

  /// - Parameters:
  ///   - union: the content of everything that any frame shows.
  ///   - frames: the contents of the frames.
  init(
    _ union: Content, _ style: Style, for frames: [Content], on paper: Paper, hidingAbsent: Bool
  ) async throws(Graph.Failure) {
    (self.union, self.style, self.paper) = (union, style, paper)
    let width = max(paper.width.points, 170)
    framing = try await Framing(union, style.theme, with: frames, width: width)
    let own = union.sheet(style.theme, framing.ruler, width: width)
    absent = hidingAbsent ? [:] : Stage.absent(of: union, style.theme, framing.ruler, width)
    var sizes = try await framing.measured(own.blocks)
    // Each version is measured once, in however many frames it occurs.
    var versions: Set<Version> = []
    for frame in frames {
      for block in frame.sheet(style.theme, framing.ruler, width: width).blocks {
        versions.insert(Version(key: block.key, attributes: block.attributes, size: block.size))
      }
    }
    for key in Set(versions.map(\.key)) where key.hasPrefix("card-") { sizes[key] = Size(width: 0, height: 0) }
    // Their order does not matter: each is measured alone.
    let distinct = Array(versions)
    let blocks = distinct.enumerated().map { index, version in
      Block(name: "\(index)", attributes: version.attributes, size: version.size)
    }
    let measured = try await framing.measured(blocks)
    for (index, version) in distinct.enumerated() {
      let (size, before) = (measured["\(index)"]!, sizes[version.key] ?? Size(width: 0, height: 0))
      sizes[version.key] = Size(width: max(size.width, before.width), height: max(size.height, before.height))
    }
    self.versions = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, measured["\($0)"]!) })
    let limit = paper.height.limit.points * width / paper.width.points
    page = try await own.page(sizes, in: Room(height: limit - framing.height, isExact: paper.isExact), keeping: nil)
  }

  private struct Version: Hashable {
    var key: String
    var attributes: Attributes
    var size: Size?
  }

  /// The height of the frames, for the choice of their detail.
  var height: Double { page.size.height + framing.height }
  var bodyHeight: Double { page.size.height }

  /// A frame at the places of the stage; what has no place is left out.
  func composition(of frame: Content) -> Composition {
    let content = frame.restricted(to: union)
    let body = body(content)
    let framed = framing.framed(body, exactly: paper.isExact ? paper.height.limit.points : nil, titled: content)
    return Composition(content, style: style, at: framed, on: paper)
  }

  /// A frame without title and foot.
  func body(_ content: Content) -> Page {
    var body = Page(width: page.size.width)
    body.size = page.size
    let blocks = Dictionary(
      content.sheet(style.theme, framing.ruler, width: framing.width).blocks.map { ($0.key, $0) },
      uniquingKeysWith: { one, _ in one })
    let badges = badges(of: content)
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
      content.lines.map { (PlacedLine($0, points: []).name, $0) }, uniquingKeysWith: { one, _ in one })
    body.lines = page.lines.compactMap { placed in
      lines[placed.name].map { PlacedLine($0, points: placed.points) }
    }
    body.markLines(style.theme)
    return body
  }

  /// The outlines of all figures, by their keys.
  private static func absent(of union: Content, _ theme: Theme, _ ruler: Ruler, _ width: Double) -> [String: Block] {
    var gone = union
    for index in gone.figures.indices {
      gone.figures[index].isAbsent = true
      gone.figures[index].lines = []
    }
    let figures = gone.sheet(theme, ruler, width: width).blocks.filter { $0.key.hasPrefix("entity-") }
    return Dictionary(figures.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
  }

  /// A block at its place on the stage: a figure fills it, a card begins at its top, and the card of a pair, which is between two
  /// lines, is centred in it.
  private func at(_ placed: PlacedBlock, _ block: Block) -> PlacedBlock {
    let own = versions[Version(key: block.key, attributes: block.attributes, size: block.size)] ?? placed.size
    var block = block
    block.name = placed.block.name
    guard block.size == nil else {
      block.size = placed.size
      return PlacedBlock(block, x: placed.x, y: placed.y, placed.size)
    }
    let isCentred = placed.block.key == "card-dyad" && framing.width >= PairSheet.leastWidth
    let y = isCentred ? placed.middle - own.height / 2 : placed.y
    return PlacedBlock(block, x: placed.x, y: y, own)
  }

  /// The numbers of the ties of a network, with the marks of this frame.
  private func badges(of content: Content) -> [String: Block] {
    let setter = BadgeTypesetter(theme: style.theme)
    let numbers = Dictionary(
      union.cards.compactMap { card in card.number.map { (card.id, $0) } }, uniquingKeysWith: { one, _ in one })
    return Dictionary(
      content.lines.compactMap { line in
        numbers[line.card].map { number in
          ("number-\(line.card)", setter.block(number, mark: line.mark, name: "number-\(line.card)"))
        }
      }, uniquingKeysWith: { one, _ in one })
  }
}
