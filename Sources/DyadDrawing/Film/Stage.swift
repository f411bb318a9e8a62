internal import DyadContent
internal import DyadCore
internal import Graphviz

/// The common layout of all frames of a film: everything that any of them shows, placed once.
///
/// A figure has the same size in every frame, and a card the same top; absent figures are faint outlines.
struct Stage: Sendable {
  let union: Content
  private let style: Style
  private let framing: Framing
  private let page: Page
  private let paper: Paper
  let hidesAbsent: Bool
  /// The size of each version of a block; the stage has room for the largest.
  private let versions: [Version: Size]
  /// The outlines of absent figures; none if they are left out.
  private let absent: [BlockKey: Block]

  /// - Parameters:
  ///   - union: the content of everything that any frame shows.
  ///   - frames: the contents of the frames.
  ///   - width: the width in which they are arranged, which is scaled to that of the paper.
  init(
    _ union: Content, _ style: Style, for frames: [Content], on paper: Paper, width: Double, hidingAbsent: Bool
  ) async throws(Graph.Failure) {
    (self.union, self.style, self.paper, hidesAbsent) = (union, style, paper, hidingAbsent)
    framing = try await Framing(union, style.paintedTheme, with: frames, width: width)
    let own = union.sheet(style.paintedTheme, framing.ruler, width: width, for: frames)
    absent = hidingAbsent ? [:] : Stage.absent(of: union, style.paintedTheme, framing.ruler, width)
    var sizes = try await Framing.measured(own.blocks)
    // Each version is measured once, regardless of the number of frames with it.
    var versions: Set<Version> = []
    for frame in frames {
      let drawn = frame.drawn(with: union).sheet(style.paintedTheme, framing.ruler, width: width, on: union)
      for block in drawn.blocks {
        versions.insert(Version(block))
      }
    }
    for key in Set(versions.map(\.key)) where key.isCard { sizes.remove(key) }
    // Their order does not matter: each is measured alone.
    let distinct = Array(versions)
    let measured = try await Framing.sizes(
      of: distinct.map { Block($0.key, attributes: $0.attributes, size: $0.size) },
      named: distinct.indices.map(String.init))
    for (version, size) in zip(distinct, measured) { sizes.enlarge(version.key, to: size) }
    self.versions = Dictionary(uniqueKeysWithValues: zip(distinct, measured))
    let limit = paper.height.limit.points * width / paper.width.points
    page = try await own.page(
      sizes, in: Room(height: limit - framing.height, isExact: paper.isExact), keeping: nil
    ).directed(as: union.options.lexicon)
  }

  private struct Version: Hashable {
    var key: BlockKey
    var attributes: Attributes
    var size: Size?

    init(_ block: Block) { (key, attributes, size) = (block.version, block.attributes, block.size) }

    // Versions of a part differ in their text, with few exceptions, and a hash of all attributes takes longer.
    func hash(into hasher: inout Hasher) {
      hasher.combine(key)
      hasher.combine(attributes["label"])
    }
  }

  /// The height of the frames, for the choice of their detail.
  var height: Double { page.size.height + framing.height }
  var bodyHeight: Double { page.size.height }

  /// A frame at the positions of the stage; parts without a position are omitted.
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
    (body.lineWidths, body.smallestFace) = (page.lineWidths, page.smallestFace)
    let blocks = Dictionary(
      content.drawn(with: union).sheet(style.paintedTheme, framing.ruler, width: framing.width, on: union).blocks.map {
        ($0.version, $0)
      },
      uniquingKeysWith: { one, _ in one })
    let badges = badges(of: content)
    for placed in page.blocks {
      let key = placed.block.version
      if let badge = badges[key] {
        let size = badge.size ?? placed.size
        let (x, y) = (placed.center.x - size.width / 2, placed.center.y - size.height / 2)
        body.blocks.append(PlacedBlock(badge, x: x, y: y, size))
      } else if let block = blocks[key] {
        body.blocks.append(at(placed, block))
      } else if let block = absent[key] {
        body.blocks.append(at(placed, block))
      }
    }
    let present = Set(body.blocks.map(\.block.key))
    body.panels = page.panels.map { panel in
      var panel = panel
      panel.members.removeAll { !present.contains($0) }
      return panel
    }
    let lines = Dictionary(
      content.lines.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    body.lines = page.lines.compactMap { placed in
      lines[placed.line.id].map { line in
        var own = placed
        own.line = line
        own.pattern = placed.pattern.map { _ in
          LinePattern(line, length: Path.length(of: placed.points), width: LinePattern.width(line))
        }
        return own
      }
    }
    body.areas = BlocHulls(grounds(of: content), among: union.blocs, on: body, style.paintedTheme).areas
    body.markLines(style.paintedTheme)
    return body
  }

  /// The blocs of a frame; those found over the whole film keep their ground, behind the outlines of absent members, too.
  private func grounds(of content: Content) -> [Bloc] {
    content.blocs.map { bloc in bloc.isOverPeriod ? union.blocs.first { $0.id == bloc.id } ?? bloc : bloc }
  }

  /// The outlines of all figures, by their keys.
  private static func absent(of union: Content, _ theme: Theme, _ ruler: Ruler, _ width: Double) -> [BlockKey: Block] {
    var outlines = union
    for index in outlines.figures.indices {
      outlines.figures[index].isAbsent = true
      outlines.figures[index].lines = []
    }
    outlines.blocs = []
    let figures = outlines.sheet(theme, ruler, width: width).blocks.filter { !$0.key.isCard }
    return Dictionary(figures.map { ($0.version, $0) }, uniquingKeysWith: { one, _ in one })
  }

  /// A block at its position on the stage: a figure fills it, and a card is at its top.
  private func at(_ placed: PlacedBlock, _ block: Block) -> PlacedBlock {
    let own = versions[Version(block)] ?? placed.size
    var block = block
    block.key = placed.block.key
    guard block.size == nil else {
      block.size = placed.size
      return PlacedBlock(block, x: placed.x, y: placed.y, placed.size)
    }
    return PlacedBlock(block, x: placed.x, y: placed.y, own)
  }

  /// The numbers of the ties in the list of a frame of a network, and the marks of its changes.
  private func badges(of content: Content) -> [BlockKey: Block] {
    let typesetter = BadgeTypesetter(theme: style.paintedTheme)
    let numbers = Dictionary(
      content.cards.compactMap { card in card.number.map { (card.kind, $0) } }, uniquingKeysWith: { one, _ in one })
    return Dictionary(
      content.lines.compactMap { line in
        guard let card = line.card else { return nil }
        return typesetter.block(numbers[card], mark: line.mark, .number(card)).map { (.number(card), $0) }
      }, uniquingKeysWith: { one, _ in one })
  }
}

extension Content {
  /// The content whose cards leave as much room for lines as those of the stage: fewer lines make wider cards.
  fileprivate func drawn(with stage: Content) -> Content {
    switch layout {
    case .pair, .ego:
      var content = self
      content.lines = stage.lines
      return content
    case .network, .matrix, .timeline, .egoTimeline: return self
    }
  }
}
