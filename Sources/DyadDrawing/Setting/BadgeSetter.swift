internal import Graphviz

/// Sets the number of a tie: a small disc on its line, and again before its card.
struct BadgeSetter {
  let theme: Theme
  static let size = Size(width: 13, height: 10)

  func block(_ number: Int, name: String) -> Block {
    let run = Run(String(number), .label, theme.page.text)
    return Block(
      name: name,
      attributes: [
        "shape": "box", "style": "rounded,filled", "fillcolor": .raw(theme.page.fill), "color": .raw(theme.neutral),
        "penwidth": "0.6", "label": .html(Markup.text(run)), "id": .text(name), "class": "number",
        "tooltip": .text(" "),
      ], size: BadgeSetter.size)
  }
}
