/// A filled area behind all nodes and edges of a picture, within a closed curve.
///
///     let corners = [(10, 10), (90, 10), (50, 80), (10, 10)].map { Point(x: $0.0, y: $0.1) }
///     let area = FilledArea(corners: corners, fill: "#EEF4FA", outline: "#C9CED3")
///     let graph = Graph("ties", edges: [Edge("a", "b")])
///     let svg = try await graph.picture(at: try await graph.layout(), as: .svg, over: [area])
public struct FilledArea: Sendable, Hashable {
  /// Connected cubic Bézier curves, the last of which ends where the first begins: a point, then three for each curve.
  public var points: [Point]
  /// The colour of the area.
  public var fill: String
  /// The colour of its outline.
  public var outline: String
  /// The width of its outline, in points.
  public var lineWidth: Double

  /// An area within a curve, in points, y up.
  public init(points: [Point], fill: String, outline: String, lineWidth: Double = 1) {
    (self.points, self.fill, self.outline, self.lineWidth) = (points, fill, outline, lineWidth)
  }

  /// An area with straight sides; the last corner is the first one again.
  public init(corners: [Point], fill: String, outline: String, lineWidth: Double = 1) {
    var points = Array(corners.prefix(1))
    for (one, other) in zip(corners, corners.dropFirst()) {
      for share in [1.0 / 3, 2.0 / 3, 1] {
        points.append(Point(x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share))
      }
    }
    self.init(points: points, fill: fill, outline: outline, lineWidth: lineWidth)
  }

  /// The reason why Graphviz must not receive it, or nil.
  var violation: String? {
    if points.count < 4 || points.count % 3 != 1 { return "an area has \(points.count) points; expected 4, 7, 10 …" }
    if !points.allSatisfy({ $0.x.isFinite && $0.y.isFinite && abs($0.x) < 1e6 && abs($0.y) < 1e6 }) {
      return "an area is not on the page"
    }
    if !(0...100).contains(lineWidth) { return "the outline of an area is \(lineWidth) points wide; expected 0 to 100" }
    return [fill, outline].first { !FilledArea.isColor($0) }.map {
      "'\($0)' is not a colour of an area: #RRGGBB or #RRGGBBAA"
    }
  }

  private static func isColor(_ text: String) -> Bool {
    text.first == "#" && [7, 9].contains(text.utf8.count) && text.dropFirst().allSatisfy(\.isHexDigit)
  }

  /// The area in the language of the attribute `_background`, which no graph may set by itself because it can open files.
  var drawing: String {
    func text(_ words: String) -> String { "\(words.utf8.count) -\(words)" }
    let path = points.map { "\($0.x) \($0.y)" }.joined(separator: " ")
    return "S \(text("setlinewidth(\(lineWidth))")) c \(text(outline)) C \(text(fill)) b \(points.count) \(path)"
  }
}

extension Graph {
  /// The graph with areas behind it; throws if one of them is not allowed.
  func over(_ areas: [FilledArea]) throws(Graph.Failure) -> Graph {
    let violations = areas.compactMap(\.violation)
    guard violations.isEmpty else { throw .invalidRequest(InvalidRequest(violations)) }
    guard !areas.isEmpty else { return self }
    var graph = self
    graph.attributes["_background"] = .raw(areas.map(\.drawing).joined(separator: " "))
    return graph
  }
}
