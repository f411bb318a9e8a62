internal import DyadContent
internal import DyadCore
internal import Graphviz

/// Typesets a line: colour and dashes by sign, width by strength, dots if it is only possible.
struct LineTypesetter {
  let theme: Theme
  /// Whether lines are thinner, because there are many.
  var isFine = false
  /// The widths of the weakest and the strongest lines; `nil` for those of all pictures.
  var widths: ClosedRange<Double>?

  func attributes(_ placed: PlacedLine) -> Attributes {
    let line = placed.line
    var attributes: Attributes = [
      "color": .raw(line.tone.map(theme.line) ?? theme.neutral),
      "penwidth": .raw(Markup.number(line.isPossible ? min(2, width(line.tone)) : width(line.tone))),
      "style": .raw(placed.pattern == nil ? style(line) : "solid"),
      "dir": line.arrow == nil ? "none" : line.arrow == .atFrom ? "back" : "forward",
      "arrowsize": widths == nil ? "0.6" : .raw(Markup.number(0.3 + 0.1 * width(line.tone))),
      "class": .text(
        "tie \(line.tone.map { "\($0.sign)" } ?? "none")\(line.isPossible ? " possibly" : "")\(line.mark.map { " \($0.rawValue)" } ?? "")"
      ),
      "id": .text(placed.id), "tooltip": .text(tooltip(line)),
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

  private func width(_ tone: Tone?) -> Double {
    let strength = abs(tone?.value ?? 0) / 10
    if let widths { return widths.lowerBound + (widths.upperBound - widths.lowerBound) * strength }
    return (1 + 4 * strength) * (isFine ? 0.55 : 1)
  }

  /// What leads between the ends, and the quotes that it rests on.
  private func tooltip(_ line: Line) -> String {
    line.words.map { ([$0] + line.quotes.map { "“\($0)”" }).joined(separator: "\n") } ?? " "
  }

  private func style(_ line: Line) -> String {
    if line.isPossible { return "dotted" }
    return line.tone?.sign == .conflict ? "dashed" : "solid"
  }
}
