internal import DyadContent
internal import Graphviz

extension Page {
  /// Adds a mark on the middle of each line that changed; a line with a number has its mark beside the number.
  mutating func markLines(_ theme: Theme) {
    let typesetter = BadgeTypesetter(theme: theme)
    let size = BadgeTypesetter.size
    for line in lines where line.line.to == nil {
      guard let mark = line.line.mark, mark != .kept else { continue }
      let middle = Path.point(at: 0.5, of: line.points)
      blocks.append(
        PlacedBlock(
          typesetter.block(mark, .change(line.line.id)), x: middle.x - size.width / 2, y: middle.y - size.height / 2,
          size))
    }
  }
}
