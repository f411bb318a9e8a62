internal import DyadContent
internal import DyadCore
internal import Graphviz

/// Typesets the cells of a matrix: a ground in the colour of the tone, and on it a sign whose size is its strength.
struct MatrixTypesetter {
  let theme: Theme
  /// The width and height of a cell.
  let side: Double

  /// The blocks of a cell from back to front, with its top left corner at x and y.
  func blocks(_ cell: MatrixContent.Cell, _ row: Entity.ID, _ column: Entity.ID, x: Double, y: Double)
    -> [PlacedBlock]
  {
    let key = BlockKey.matrix(.cell(row: row, column: column))
    guard let summary = cell.summary else { return [ground(key, nil, isChanged: true, tooltip: " ", x: x, y: y)] }
    var placed = [ground(key, summary, isChanged: cell.isChanged, tooltip: tooltip(summary), x: x, y: y)]
    placed.append(
      sign(
        summary.tone, isHollow: summary.isInferred, .matrix(.sign(row: row, column: column)),
        center: Point(x: x + side / 2, y: y + side / 2)))
    for isOnRow in [false, true] where isOnRow ? cell.pressesRow : cell.pressesColumn {
      placed.append(
        corner(.matrix(.pressure(row: row, column: column, isOnRow: isOnRow)), isOnRow: isOnRow, x: x, y: y))
    }
    if summary.isContested { placed.append(contest(.matrix(.contest(row: row, column: column)), x: x, y: y)) }
    return placed
  }

  func ground(
    _ key: BlockKey, _ summary: DyadSummary?, isChanged: Bool, tooltip: String, x: Double, y: Double
  ) -> PlacedBlock {
    let sign = summary.map { "\($0.tone?.sign ?? .neutral)" } ?? "blank"
    let isPossible = summary?.isPossible ?? false
    let fill = summary == nil || isPossible ? theme.page.fill : theme.ground(summary?.tone ?? .neutral)
    let classes = [
      "cell", sign, isPossible ? "possibly" : nil, summary?.isContested == true ? "contested" : nil,
      isChanged ? "changed" : nil,
    ]
    let isDotted = isPossible && side >= 10
    let outline = isChanged ? theme.changed : isDotted ? theme.quiet : theme.hairline
    let attributes: Attributes = [
      "shape": "box", "label": "", "style": isDotted && !isChanged ? "filled,dotted" : "filled",
      "fillcolor": .raw(fill), "color": .raw(outline),
      "penwidth": isChanged ? "1.4" : isDotted ? "0.9" : "0.3",
      "class": .text(classes.compactMap(\.self).joined(separator: " ")), "tooltip": .text(tooltip),
    ]
    // The outline of a changed cell is within it, so that those of neighbours do not cover each other.
    let inset = isChanged ? 0.9 : isDotted ? 0.5 : 0
    let size = Size(width: side - 2 * inset, height: side - 2 * inset)
    return PlacedBlock(Block(key, attributes: attributes, size: size), x: x + inset, y: y + inset, size)
  }

  /// ▲, ▼ or ●, from a third to three quarters of the cell; hollow where it is inferred or no tone is on record.
  func sign(_ tone: Tone?, isHollow: Bool, _ key: BlockKey, center: Point) -> PlacedBlock {
    let color = tone.map(theme.line) ?? theme.neutral
    let strength = abs(tone?.value ?? 0) / 10
    let width = side * (0.34 + 0.42 * strength)
    let isFilled = tone != nil && !isHollow
    let shape: Value =
      switch tone?.sign ?? .neutral {
      case .cooperation: "triangle"
      case .conflict: "invtriangle"
      case .neutral: "circle"
      }
    let size = Size(width: width, height: shape == "circle" ? width : width * 0.9)
    let attributes: Attributes = [
      "shape": shape, "label": "", "style": "filled", "fillcolor": .raw(isFilled ? color : theme.page.fill),
      "color": .raw(color), "penwidth": isFilled ? "0.1" : "0.8", "class": "sign", "tooltip": .text(" "),
    ]
    return PlacedBlock(
      Block(key, attributes: attributes, size: size), x: center.x - size.width / 2, y: center.y - size.height / 2, size)
  }

  /// A wedge in the corner towards the column, or in the opposite one towards the row.
  func corner(_ key: BlockKey, isOnRow: Bool, x: Double, y: Double) -> PlacedBlock {
    let length = max(3.2, side * 0.34)
    let size = Size(width: length, height: length)
    let attributes: Attributes = [
      "shape": "triangle", "label": "", "style": "filled", "orientation": isOnRow ? "135" : "-45",
      "fillcolor": .raw(theme.page.text), "color": .raw(theme.page.text), "penwidth": "0.1", "class": "pressure",
      "tooltip": .text(" "),
    ]
    let inset = 0.2
    return PlacedBlock(
      Block(key, attributes: attributes, size: size), x: isOnRow ? x + inset : x + side - length - inset,
      y: isOnRow ? y + side - length - inset : y + inset, size)
  }

  func contest(_ key: BlockKey, x: Double, y: Double) -> PlacedBlock {
    let size = Size(width: 7, height: 7)
    let run = Run("≠", MatrixTypesetter.contested, theme.page.text)
    return PlacedBlock(
      Block.text(key, Markup.text(run), class: "contested", size: size), x: x + side - size.width + 0.5,
      y: y + side - size.height + 0.5, size)
  }

  static let contested = Face(size: 7, isBold: true)

  private func tooltip(_ summary: DyadSummary) -> String {
    ([summary.words] + (summary.row?.quotes ?? []).map { "“\($0)”" }).joined(separator: "\n")
  }
}
