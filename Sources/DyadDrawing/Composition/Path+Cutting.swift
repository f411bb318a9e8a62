package import Graphviz

extension Path {
  /// The path up to where it is last so far from its end; its first tenth if it never is.
  package static func cut(_ points: [Point], beforeEndBy distance: Double) -> [Point] {
    guard points.count > 3, let end = points.last else { return points }
    func isFar(_ point: Point) -> Bool {
      (point.x - end.x) * (point.x - end.x) + (point.y - end.y) * (point.y - end.y) >= distance * distance
    }
    let steps = 32
    let curves = (points.count - 1) / 3
    for first in stride(from: 3 * (curves - 1), through: 0, by: -3) {
      let curve = Array(points[first...first + 3])
      guard
        let step = (0..<steps).last(where: { isFar(point(at: Double($0) / Double(steps), of: curve)) })
      else { continue }
      var (near, far) = (Double(step + 1) / Double(steps), Double(step) / Double(steps))
      for _ in 0..<40 {
        let middle = (near + far) / 2
        if isFar(point(at: middle, of: curve)) { far = middle } else { near = middle }
      }
      return points[..<first] + start(of: curve, upTo: far)
    }
    return start(of: Array(points[...3]), upTo: 0.1)
  }

  /// The beginning of one cubic curve, by de Casteljau's algorithm.
  private static func start(of curve: [Point], upTo share: Double) -> [Point] {
    var (row, start) = (curve, [curve[0]])
    while row.count > 1 {
      row = zip(row, row.dropFirst()).map { a, b in
        Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
      }
      start.append(row[0])
    }
    return start
  }
}
