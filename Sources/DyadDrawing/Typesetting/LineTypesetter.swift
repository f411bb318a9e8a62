internal import DyadContent
internal import DyadCore
internal import Graphviz

/// Typesets a line: colour and dashes by sign, width by strength, dots if it is only possible.
struct LineTypesetter {
  let theme: Theme
  /// Whether lines are thinner, because there are many.
  var isFine = false

  func attributes(_ placed: PlacedLine) -> Attributes {
    let line = placed.line
    var attributes: Attributes = [
      "color": .raw(line.tone.map(theme.line) ?? theme.neutral),
      "penwidth": .raw(Markup.number(line.isPossible ? min(2, width(line.tone)) : width(line.tone))),
      "style": .raw(style(line)), "dir": line.arrow == nil ? "none" : line.arrow == .atFrom ? "back" : "forward",
      "arrowsize": "0.6",
      "class": .text(
        "tie \(line.tone.map { "\($0.sign)" } ?? "none")\(line.isPossible ? " possibly" : "")\(line.mark.map { " \($0.rawValue)" } ?? "")"
      ),
      "id": .text(placed.id), "tooltip": .text(" "),
    ]
    if line.isContested {
      // Two lines side by side, with the page between them.
      let color = line.tone.map(theme.line) ?? theme.neutral
      attributes["color"] = .raw("\(color):\(theme.page.fill):\(color)")
      // Graphviz would paint the arrowhead in the colour of the page; the row names the recipient.
      attributes["dir"] = "none"
      attributes["penwidth"] = "1.2"
    }
    if line.mark == .removed { attributes["color"] = .raw((line.tone.map(theme.line) ?? theme.neutral) + "70") }
    if line.isPossible { attributes["color"] = .raw((line.tone.map(theme.line) ?? theme.neutral) + "B0") }
    return attributes
  }

  private func width(_ tone: Tone?) -> Double { (1 + 4 * abs(tone?.value ?? 0) / 10) * (isFine ? 0.55 : 1) }

  private func style(_ line: Line) -> String {
    if line.isPossible { return "dotted" }
    return line.tone?.sign == .conflict ? "dashed" : "solid"
  }
}
