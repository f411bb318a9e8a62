internal import DyadContent
internal import Graphviz

/// Typesets the number of a tie, a small disc on its line, and the mark of a change.
struct BadgeTypesetter {
  let theme: Theme
  /// The size of one or two characters.
  static let size = Size(width: 13, height: 10)
  private static let widthOfCharacter = 5.0

  func block(_ number: Int, _ key: BlockKey) -> Block { block("\(number)", theme.page.text, key) }

  /// A number with the mark of its change beside it, or the mark alone; `nil` if there is neither.
  func block(_ number: Int?, mark: Mark?, _ key: BlockKey) -> Block? {
    let mark = mark == .kept ? nil : mark
    guard let number else { return mark.map { block($0, key) } }
    return block("\(number)\(mark?.symbol ?? "")", theme.page.text, key)
  }

  /// The mark of a change, on a line.
  func block(_ mark: Mark, _ key: BlockKey) -> Block { block(mark.symbol, theme.color(mark), key) }

  private func block(_ text: String, _ color: String, _ key: BlockKey) -> Block {
    let run = Run(text, .name, color)
    var size = BadgeTypesetter.size
    size.width += BadgeTypesetter.widthOfCharacter * Double(max(0, text.count - 2))
    return Block(
      key,
      attributes: [
        "shape": "box", "style": "rounded,filled", "fillcolor": .raw(theme.page.fill), "color": .raw(theme.neutral),
        "penwidth": "0.6", "label": .html(Markup.centred(Markup.text(run), run.face, count: 1)), "class": "number",
        "tooltip": .text(" "),
      ], size: size)
  }
}
