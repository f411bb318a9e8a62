internal import DyadContent
internal import DyadCore
internal import Foundation
package import Graphviz

/// Typesets a line: colour and dashes by sign, width by strength, dots if it is only possible.
package struct LineTypesetter {
  package let theme: Theme
  /// Whether lines are thinner, because there are many.
  var isFine = false
  /// Whether the page is about a pair, whose own line is the heaviest.
  var isOfPair = false
  /// The widths of the weakest and the strongest lines; `nil` for those of all pictures.
  package var widths: ClosedRange<Double>?

  package init(theme: Theme, isFine: Bool = false, isOfPair: Bool = false, widths: ClosedRange<Double>? = nil) {
    (self.theme, self.isFine, self.isOfPair, self.widths) = (theme, isFine, isOfPair, widths)
  }

  package func attributes(_ placed: PlacedLine) -> Attributes {
    let line = placed.line
    let color = (line.tone.map(theme.line) ?? theme.neutral) + alpha(line)
    var attributes: Attributes = [
      "color": .raw(color),
      "penwidth": .raw(Markup.number(width(placed))),
      "style": .raw(placed.pattern == nil ? style(line) : "solid"),
      "dir": line.arrow == nil ? "none" : line.arrow == .atFrom ? "back" : "forward",
      "arrowsize": widths == nil ? "0.6" : .raw(Markup.number(0.3 + 0.1 * width(placed))),
      "class": .text(
        "tie \(line.tone.map { "\($0.sign)" } ?? "none")\(line.isPossible ? " possibly" : "")\(line.mark.map { " \($0.rawValue)" } ?? "")"
      ),
      "id": .text(placed.id), "tooltip": .text(tooltip(line)),
    ]
    if line.counted != nil {
      // An open line: what is counted looks like no claim that is cited.
      attributes["color"] = .raw("\(color):\(theme.page.fill):\(color)")
      attributes["dir"] = "none"
      attributes["penwidth"] = .raw(Markup.number(max(0.7, width(placed) / 3)))
      attributes["class"] = .text("tie counted \(line.tone.map { "\($0.sign)" } ?? "none")")
    }
    if line.isContested {
      // Two lines side by side, with the page between them.
      attributes["color"] = .raw("\(color):\(theme.page.fill):\(color)")
      // Graphviz would paint the arrowhead in the colour of the page; the row names the recipient.
      attributes["dir"] = "none"
      attributes["penwidth"] = .raw(Markup.number((isOwn(placed) ? 2 : 1.1) * share))
    }
    return attributes
  }

  /// The opacity of what is uncertain or gone, as the end of a colour.
  private func alpha(_ line: Line) -> String { line.isPossible ? "B0" : line.mark == .removed ? "70" : "" }

  /// The line between the two of a pair is at least so wide, and all others are narrower.
  private static let own = 4.5
  private static let mostOfOthers = 3.4

  private var share: Double { isFine ? 0.55 : 1 }

  private func isOwn(_ placed: PlacedLine) -> Bool { placed.line.card == .pair && placed.swatch == nil }

  private func width(_ placed: PlacedLine) -> Double {
    let strength = placed.line.counted.map(LineTypesetter.strength) ?? abs(placed.line.tone?.value ?? 0) / 10
    if isOwn(placed) { return (LineTypesetter.own + 1.5 * strength) * share }
    let most = isOfPair ? LineTypesetter.mostOfOthers : 5
    let width =
      widths.map { $0.lowerBound + ($0.upperBound - $0.lowerBound) * strength } ?? (1 + (most - 1) * strength) * share
    return placed.line.isPossible ? min(2, width) : width
  }

  /// The strength of a number of events, on a logarithmic scale: 10,000 and more are the strongest.
  private static func strength(of count: Int) -> Double { min(1, log10(Double(1 + count)) / 4) }

  /// What leads between the ends, and the quotes that it rests on.
  private func tooltip(_ line: Line) -> String {
    line.words.map { ([$0] + line.quotes.map { "“\($0)”" }).joined(separator: "\n") } ?? " "
  }

  private func style(_ line: Line) -> String {
    if line.isPossible { return "dotted" }
    return line.tone?.sign == .conflict ? "dashed" : "solid"
  }
}
