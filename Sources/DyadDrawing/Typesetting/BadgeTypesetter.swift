internal import Graphviz
internal import DyadContent

/// Sets the number of a tie: a small disc on its line, and again before its card.
struct BadgeTypesetter {
  let theme: Theme
  static let size = Size(width: 13, height: 10)

  func block(_ number: Int, mark: Mark? = nil, name: String) -> Block {
    block("\(number)\(mark.map(\.symbol) ?? "")", theme.page.text, name: name)
  }

  /// What became of a line.
  func block(_ mark: Mark, name: String) -> Block { block(mark.symbol, theme.color(mark), name: name) }

  private func block(_ text: String, _ color: String, name: String) -> Block {
    let run = Run(text, .label, color)
    return Block(
      name: name,
      attributes: [
        "shape": "box", "style": "rounded,filled", "fillcolor": .raw(theme.page.fill), "color": .raw(theme.neutral),
        "penwidth": "0.6", "label": .html(Markup.text(run)), "id": .text(name), "class": "number",
        "tooltip": .text(" "),
      ], size: BadgeTypesetter.size)
  }
}
