internal import DyadContent
internal import Graphviz

extension Page {
  /// A mark in the middle of each line that the diff changed; one that has a number has it there.
  mutating func markLines(_ theme: Theme) {
    let setter = BadgeTypesetter(theme: theme)
    let size = BadgeTypesetter.size
    for line in lines where line.line.to == nil {
      guard let mark = line.line.mark, mark != .kept else { continue }
      let middle = Path.point(at: 0.5, of: line.points)
      blocks.append(
        PlacedBlock(
          setter.block(mark, name: "number-\(line.name)"), x: middle.x - size.width / 2, y: middle.y - size.height / 2,
          size))
    }
  }
}
