internal import DyadContent
internal import Graphviz

/// Typesets the number of a tie, a small disc on its line, and the mark of a change.
struct BadgeTypesetter {
  let theme: Theme
  static let size = Size(width: 13, height: 10)

  func block(_ number: Int, mark: Mark? = nil, _ key: BlockKey) -> Block {
    block("\(number)\(mark.map(\.symbol) ?? "")", theme.page.text, key)
  }

  /// The mark of a change, on a line.
  func block(_ mark: Mark, _ key: BlockKey) -> Block { block(mark.symbol, theme.color(mark), key) }

  private func block(_ text: String, _ color: String, _ key: BlockKey) -> Block {
    let run = Run(text, .name, color)
    return Block(
      key,
      attributes: [
        "shape": "box", "style": "rounded,filled", "fillcolor": .raw(theme.page.fill), "color": .raw(theme.neutral),
        "penwidth": "0.6", "label": .html(Markup.centred(Markup.text(run), run.face, count: 1)), "class": "number",
        "tooltip": .text(" "),
      ], size: BadgeTypesetter.size)
  }
}
