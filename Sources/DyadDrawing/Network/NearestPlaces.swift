internal import Graphviz

/// Boxes one after the other, each at the free place that is nearest to its position: those with most ties first, or, where
/// that leaves no room for one, the largest first.
struct NearestPlaces {
  let centers: [Point]

  private static let step = 3.0

  /// `nil` if one finds no place in either order.
  init?(_ wanted: [Point], _ task: NetworkTask) {
    var ties = Array(repeating: 0.0, count: wanted.count)
    for edge in task.edges { for box in [edge.one, edge.other] { ties[box] += 1 } }
    let areas = task.sizes.map { $0.width * $0.height }
    let orders = [ties, areas].map { rank in wanted.indices.sorted { (rank[$1], $0) < (rank[$0], $1) } }
    guard let centers = orders.lazy.compactMap({ NearestPlaces.places(wanted, in: $0, task) }).first else { return nil }
    self.centers = centers
  }

  private static func places(_ wanted: [Point], in order: [Int], _ task: NetworkTask) -> [Point]? {
    var (centers, taken) = (wanted, [Span]())
    for index in order {
      guard let place = place(wanted[index], task.sizes[index], among: taken, task) else { return nil }
      centers[index] = place
      taken.append(Span(place, task.sizes[index], task.gap / 2))
    }
    return centers
  }

  private static func place(_ wanted: Point, _ size: Size, among taken: [Span], _ task: NetworkTask) -> Point? {
    let xs = places(wanted.x, size.width, within: task.area.width)
    let ys = places(wanted.y, size.height, within: task.area.height)
    var (best, nearest): (Point?, Double) = (nil, .infinity)
    for y in ys {
      guard abs(y - wanted.y) < nearest else { break }
      for x in xs {
        let place = Point(x: x, y: y)
        let distance = Refinement.length(place, wanted)
        guard distance < nearest else { break }
        let span = Span(place, size, task.gap / 2)
        if !taken.contains(where: span.meets) { (best, nearest) = (place, distance) }
      }
    }
    return best
  }

  /// Places in one direction, in steps from the wanted one to both ends of the area, the nearest first.
  private static func places(_ wanted: Double, _ length: Double, within whole: Double) -> [Double] {
    let (first, last) = (length / 2, max(length / 2, whole - length / 2))
    let middle = min(max(wanted, first), last)
    let before = stride(from: middle, through: first, by: -step)
    let after = stride(from: middle + step, through: last, by: step)
    return (before + Array(after)).sorted { abs($0 - wanted) < abs($1 - wanted) }
  }
}
