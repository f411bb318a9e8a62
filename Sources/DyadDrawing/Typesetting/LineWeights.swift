internal import DyadContent
internal import DyadCore
internal import Foundation
package import Graphviz

/// The widths of the lines of a page, and the sizes of their arrowheads.
package struct LineWeights {
  /// Whether lines are thinner, because there are many.
  var isFine = false
  /// Whether the page is about a pair, whose own line is the heaviest.
  var isOfPair = false
  /// The widths of the weakest and the strongest lines; `nil` for those of all pictures.
  var range: ClosedRange<Double>?

  package init() {}

  init(isFine: Bool, isOfPair: Bool, range: ClosedRange<Double>?) {
    (self.isFine, self.isOfPair, self.range) = (isFine, isOfPair, range)
  }

  /// The width as Graphviz paints it.
  func width(_ placed: PlacedLine) -> Double {
    // Two lines side by side.
    if placed.line.isContested { return (isOwn(placed) ? 2 : 1.1) * share }
    return placed.line.counted == nil ? strengthWidth(placed) : max(0.7, strengthWidth(placed) / 3)
  }

  /// The arrowhead, smaller on a line that it would take up; `nil` for a line without one.
  ///
  /// A double line has none, because Graphviz would paint it in the colour of the page; the row names the recipient.
  package func arrow(_ placed: PlacedLine) -> ArrowTriangle? {
    guard placed.line.arrow != nil, !placed.line.isContested, placed.line.counted == nil else { return nil }
    let width = width(placed)
    var arrow = ArrowTriangle(size: range == nil ? 0.6 : 0.3 + 0.1 * width, lineWidth: width)
    let room = Path.length(of: placed.points) * LineWeights.mostArrow
    let excess = arrow.length + width / 2 - room
    if excess > 0 { arrow.size = max(LineWeights.leastArrow, arrow.size - excess / 10) }
    return arrow
  }

  /// The share of a line that its arrowhead may take.
  private static let mostArrow = 0.6
  private static let leastArrow = 0.15

  /// The line between the two of a pair is at least so wide, and all others are narrower.
  private static let own = 4.5
  private static let mostOfOthers = 3.4

  private var share: Double { isFine ? 0.55 : 1 }

  private func isOwn(_ placed: PlacedLine) -> Bool { placed.line.card == .pair && placed.swatch == nil }

  private func strengthWidth(_ placed: PlacedLine) -> Double {
    let strength = placed.line.counted.map(LineWeights.strength) ?? abs(placed.line.tone?.value ?? 0) / 10
    if isOwn(placed) { return (LineWeights.own + 1.5 * strength) * share }
    let most = isOfPair ? LineWeights.mostOfOthers : 5
    let width =
      range.map { $0.lowerBound + ($0.upperBound - $0.lowerBound) * strength } ?? (1 + (most - 1) * strength) * share
    return placed.line.isPossible ? min(2, width) : width
  }

  /// The strength of a number of events, on a logarithmic scale: 10,000 and more are the strongest.
  private static func strength(of count: Int) -> Double { min(1, log10(Double(1 + count)) / 4) }
}

extension Page {
  /// The widths of its lines.
  var lineWeights: LineWeights {
    LineWeights(
      isFine: hasFineLines || lines.count > 24,
      isOfPair: lines.contains { $0.line.card == .pair && $0.swatch == nil }, range: lineWidths)
  }
}
