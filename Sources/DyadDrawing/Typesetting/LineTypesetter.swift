internal import DyadContent
internal import DyadCore
package import Graphviz

/// Typesets a line: colour and dashes by sign, width by strength, dots if it is only possible.
package struct LineTypesetter {
  package let theme: Theme
  let weights: LineWeights

  package init(theme: Theme, weights: LineWeights = LineWeights()) { (self.theme, self.weights) = (theme, weights) }

  package func attributes(_ placed: PlacedLine) -> Attributes {
    let line = placed.line
    let color = (line.tone.map(theme.line) ?? theme.neutral) + alpha(line)
    let arrow = weights.arrow(placed)
    var attributes: Attributes = [
      "color": .raw(color),
      "penwidth": .raw(Markup.number(weights.width(placed))),
      "style": .raw(placed.pattern == nil ? style(line) : "solid"),
      "dir": arrow == nil ? "none" : line.arrow == .atFrom ? "back" : "forward",
      "class": .text(
        "tie \(line.tone.map { "\($0.sign)" } ?? "none")\(line.isPossible ? " possibly" : "")\(line.mark.map { " \($0.rawValue)" } ?? "")"
      ),
      "id": .text(placed.id), "tooltip": .text(tooltip(line)),
    ]
    if let arrow { attributes["arrowsize"] = .raw(Markup.number(arrow.size)) }
    if line.counted != nil {
      // An open line: what is counted looks like no claim that is cited.
      attributes["color"] = .raw("\(color):\(theme.page.fill):\(color)")
      attributes["class"] = .text("tie counted \(line.tone.map { "\($0.sign)" } ?? "none")")
    }
    // Two lines side by side, with the page between them.
    if line.isContested { attributes["color"] = .raw("\(color):\(theme.page.fill):\(color)") }
    return attributes
  }

  /// The opacity of what is uncertain or gone, as the end of a colour.
  private func alpha(_ line: Line) -> String { line.isPossible ? "B0" : line.mark == .removed ? "70" : "" }

  /// What leads between the ends, and the quotes that it rests on.
  private func tooltip(_ line: Line) -> String {
    line.words.map { ([$0] + line.quotes.map { "“\($0)”" }).joined(separator: "\n") } ?? " "
  }

  private func style(_ line: Line) -> String {
    if line.isPossible { return "dotted" }
    return line.tone?.sign == .conflict ? "dashed" : "solid"
  }
}
