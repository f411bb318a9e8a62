package import DyadContent
internal import DyadCore
package import Graphviz

/// The strokes and gaps of a line, fitted to its length, so that even a short line shows its sign.
///
/// Graphviz has dashes of one length, which is that of many lines of a large network; here each stroke is a curve of its
/// own, the same in every format.
package enum LinePattern: Hashable {
  case solid
  /// So many strokes of equal length, with gaps of a share of it; the first begins and the last ends the line.
  case strokes(count: Int, gap: Double)

  /// Shorter lines are solid and show their sign by colour.
  package static let leastDashed = 9.0
  private static let dash = 5.0

  package init(_ line: Line, length: Double, width: Double) {
    if line.isContested {
      self = .solid
    } else if line.isPossible {
      // Dots as long as the line is wide.
      let dot = max(width, 0.8)
      let count = Int((length + 2 * dot) / (3 * dot))
      self = count > 1 ? .strokes(count: count, gap: 2) : .solid
    } else if line.tone?.sign == .conflict, length >= LinePattern.leastDashed {
      let dash = LinePattern.dash + max(0, width - 1)
      self = .strokes(count: max(2, Int((length / dash + 0.6) / 1.6)), gap: 0.6)
    } else {
      self = .solid
    }
  }

  /// The widths of the weakest and the strongest lines of a network.
  static let widths = 0.4...3.0

  package static func width(_ line: Line) -> Double {
    let full = widths.lowerBound + (widths.upperBound - widths.lowerBound) * abs(line.tone?.value ?? 0) / 10
    return line.isPossible ? min(2, full) : full
  }

  /// The strokes of a curve.
  package func pieces(of curve: Curve) -> [Curve] {
    guard case .strokes(let count, let gap) = self, curve.points.count > 3 else { return [curve] }
    let path = MeasuredPath(curve.points)
    let stroke = 1 / (Double(count) * (1 + gap) - gap)
    var pieces = (0..<count).map { index in
      let start = Double(index) * stroke * (1 + gap)
      return Curve(points: path.part(from: start, to: index == count - 1 ? 1 : start + stroke))
    }
    pieces[0].arrowAtStart = curve.arrowAtStart
    pieces[count - 1].arrowAtEnd = curve.arrowAtEnd
    return pieces
  }
}

/// A path with its length, so that shares of it are equally long.
package struct MeasuredPath {
  /// Points along it, close enough to each other that the lines between them show its course.
  let points: [Point]
  /// The length up to each point.
  private let lengths: [Double]
  private static let steps = 12

  package init(_ path: [Point]) {
    let curves = (path.count - 1) / 3
    let count = max(1, curves * MeasuredPath.steps)
    var points = (0...count).map { Path.point(at: Double($0) / Double(count), of: path) }
    if let last = path.last { points[count] = last }
    var lengths = [0.0]
    for index in 1...count {
      let (a, b) = (points[index - 1], points[index])
      lengths.append(lengths[index - 1] + ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot())
    }
    (self.points, self.lengths) = (points, lengths)
  }

  var length: Double { lengths[lengths.count - 1] }

  /// The point at a share of the length.
  package func point(at share: Double) -> Point {
    let wanted = share * length
    guard let after = lengths.firstIndex(where: { $0 >= wanted }), after > 0 else {
      return share > 0 ? points[points.count - 1] : points[0]
    }
    let step = lengths[after] - lengths[after - 1]
    let part = step > 0 ? (wanted - lengths[after - 1]) / step : 0
    let (a, b) = (points[after - 1], points[after])
    return Point(x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part)
  }

  /// The cubic curve through four points of a part.
  func part(from start: Double, to end: Double) -> [Point] {
    let through = [0, 1.0 / 3, 2.0 / 3, 1].map { point(at: start + (end - start) * $0) }
    func control(_ path: (Point) -> Double, _ weights: [Double]) -> Double {
      zip(through, weights).map { path($0) * $1 }.reduce(0, +) / 6
    }
    let first = [-5.0, 18, -9, 2]
    let second: [Double] = first.reversed()
    return [
      through[0], Point(x: control(\.x, first), y: control(\.y, first)),
      Point(x: control(\.x, second), y: control(\.y, second)), through[3],
    ]
  }
}

extension Path {
  package static func length(of points: [Point]) -> Double { points.count > 3 ? MeasuredPath(points).length : 0 }
}
