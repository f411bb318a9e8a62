internal import DyadContent
internal import DyadCore
internal import Graphviz

/// Where lines end at the figures of panels.
struct Landings {
  private let page: Page
  private let kinds: [BlockKey: Entity.Kind]

  init(_ content: Content, _ page: Page) {
    self.page = page
    kinds = Dictionary(
      content.figures.map { (.figure($0.id), $0.kind) }, uniquingKeysWith: { one, _ in one })
  }

  /// The figure that a line starts from; the head of the panel for a member without one.
  func figure(of line: Line, in panel: PlacedPanel) -> PlacedBlock? {
    page.block(.figure(line.from)) ?? panel.members.first.flatMap(page.block)
  }

  /// The x of the side of a figure at a height; a hexagon is narrower above and below its middle.
  func border(_ block: PlacedBlock, isRight: Bool, _ y: Double) -> Double {
    let share = min(1, abs(y - block.middle) / max(1, block.size.height / 2))
    let inset = kinds[block.block.key] == .group ? block.size.width / 4 * share : 0
    return isRight ? block.x + block.size.width - inset : block.x + inset
  }

  /// The height of one of several lines at a figure, spread around its middle.
  func height(_ index: Int, of count: Int, at figure: PlacedBlock, step most: Double = 6) -> Double {
    let step = min(most, max(0, figure.size.height - 6) / Double(max(1, count)))
    return figure.middle + step * (Double(index) - Double(count - 1) / 2)
  }
}

/// A line between a figure of a panel and a third party.
struct LineEnds {
  var line: Line
  /// The figure of the panel.
  var figure: PlacedBlock
  /// The figure of the third party.
  var block: PlacedBlock

  /// The lines of a panel to third parties whose figures are on the page.
  static func all(_ lines: [Line], of panel: PlacedPanel, _ landings: Landings, on page: Page) -> [LineEnds] {
    lines.compactMap { line in
      guard let block = line.target.flatMap(page.block), let figure = landings.figure(of: line, in: panel) else {
        return nil
      }
      return LineEnds(line: line, figure: figure, block: block)
    }
  }
}

extension [LineEnds] {
  /// The index of a line among those at its figure, and their number.
  func place(at figure: PlacedBlock, of line: Line) -> (index: Int, count: Int) {
    let peers = filter { $0.figure.block.key == figure.block.key }
    return (peers.firstIndex { $0.line.id == line.id } ?? 0, peers.count)
  }

  /// The height at which a line reaches its third party: apart from others to the same.
  func arrival(of end: LineEnds, downwards: Bool) -> Double {
    let parts = filter { $0.block.block.key == end.block.block.key }
    let index = parts.firstIndex { $0.line.id == end.line.id } ?? 0
    let step = Swift.min(7, Swift.max(0, end.block.size.height - 8) / Double(parts.count))
    let offset = step * (Double(index) - Double(parts.count - 1) / 2)
    return end.block.middle + (downwards ? offset : -offset)
  }

  /// Lines around the margin of a column, from the outer side of each figure to that of its third party below.
  ///
  /// - Parameter lane: the x of a lane, by its number from the innermost.
  func brackets(isRight: Bool, _ landings: Landings, lane: (Int) -> Double) -> [PlacedLine] {
    // The nearest has the innermost lane and the lowest landing, so that lines of one figure do not cross.
    let ordered = sorted { one, other in
      (one.block.y, -one.figure.y, one.line.part) < (other.block.y, -other.figure.y, other.line.part)
    }
    return ordered.enumerated().map { index, end in
      let (place, count) = ordered.place(at: end.figure, of: end.line)
      let top = landings.height(count - 1 - place, of: count, at: end.figure)
      let bottom = ordered.arrival(of: end, downwards: true)
      let x = lane(index)
      let start = Point(x: landings.border(end.figure, isRight: isRight, top), y: top)
      let side = landings.border(end.block, isRight: isRight, bottom)
      let middle = Point(x: x, y: (top + bottom) / 2)
      return PlacedLine(
        end.line,
        points: [start] + Path.elbow(start, Point(x: x, y: top), middle, radius: 3)
          + Path.elbow(middle, Point(x: x, y: bottom), Point(x: side, y: bottom), radius: 3))
    }
  }
}
