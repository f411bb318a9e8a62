package import DyadContent
internal import DyadCore
internal import Graphviz

/// The soft grounds behind the members of blocs: around their boxes and along the shortest tree between them, but not
/// around other boxes, below which they are narrow bridges.
///
/// They are level curves of a field that is high near members and low near others, as in Collins, Penn and Carpendale,
/// "Bubble Sets", IEEE TVCG 15(6), 2009.
package struct BlocHulls {
  package let areas: [PlacedArea]

  private static let reach = 13.0
  private static let bridge = 7.0
  private static let cell = 4.0
  private static let level = 0.2

  /// How far a ground extends beyond the boxes on it.
  static let overhang = (reach * (1 - level.squareRoot())).rounded(.up)

  /// - Parameters:
  ///   - all: the blocs of all frames of a film, by which they have their colours.
  ///   - page: a page with the boxes of all parties.
  package init(_ blocs: [Bloc], among all: [Bloc], on page: Page, _ theme: Theme) {
    let boxes = page.blocks.compactMap { placed -> (id: Entity.ID, block: PlacedBlock)? in
      if case .figure(let id) = placed.block.key { (id, placed) } else { nil }
    }
    areas = blocs.compactMap { bloc in
      let members = boxes.filter { bloc.members.contains($0.id) }.map(\.block)
      guard members.count > 1 else { return nil }
      let others = boxes.filter { !bloc.members.contains($0.id) }.map(\.block)
      let field = BlocHulls.field(members, others)
      return PlacedArea(
        bloc: bloc, curves: field.curves(at: BlocHulls.level), fill: theme.ground(of: bloc, among: all) + "C0",
        outline: theme.hairline)
    }
  }

  private static func field(_ members: [PlacedBlock], _ others: [PlacedBlock]) -> Field {
    let margin = reach + 2 * cell
    let left = (members.map(\.x).min() ?? 0) - margin
    let top = (members.map(\.y).min() ?? 0) - margin
    let right = (members.map { $0.x + $0.size.width }.max() ?? 0) + margin
    let bottom = (members.map(\.bottom).max() ?? 0) + margin
    let branches = tree(members.map(\.center))
    let near = others.filter { $0.x < right && $0.x + $0.size.width > left && $0.y < bottom && $0.bottom > top }
    func falling(_ distance: Double, within reach: Double) -> Double {
      let share = max(0, 1 - distance / reach)
      return share * share
    }
    return Field(left: left, top: top, right: right, bottom: bottom, step: cell) { point in
      let inside = members.map { falling($0.distance(to: point), within: reach) }.max() ?? 0
      let branch = branches.map { distance(point, $0, $1) }.min() ?? .infinity
      let outside = near.map { falling($0.distance(to: point), within: reach * 0.6) }.max() ?? 0
      let around = inside > 0.3 ? inside : max(inside, falling(branch, within: reach)) - 0.8 * outside
      // A narrow bridge keeps distant members together; it passes below the boxes of others.
      return max(around, falling(branch, within: bridge))
    }
  }

  /// The shortest tree between points (Prim, 1957).
  private static func tree(_ points: [Point]) -> [(Point, Point)] {
    var rest = Array(points.dropFirst())
    var reached = Array(points.prefix(1))
    var branches: [(Point, Point)] = []
    while !rest.isEmpty {
      var best = (from: 0, to: 0, length: Double.infinity)
      for (from, one) in reached.enumerated() {
        for (to, other) in rest.enumerated() {
          let length = Refinement.length(one, other)
          if length < best.length { best = (from, to, length) }
        }
      }
      let next = rest.remove(at: best.to)
      branches.append((reached[best.from], next))
      reached.append(next)
    }
    return branches
  }

  private static func distance(_ point: Point, _ start: Point, _ end: Point) -> Double {
    let (x, y) = (end.x - start.x, end.y - start.y)
    let square = x * x + y * y
    let share = square > 0 ? min(1, max(0, ((point.x - start.x) * x + (point.y - start.y) * y) / square)) : 0
    return Refinement.length(point, Point(x: start.x + x * share, y: start.y + y * share))
  }
}

extension PlacedBlock {
  /// The distance of a point from the box; 0 inside.
  fileprivate func distance(to point: Point) -> Double {
    let (across, down) = (abs(point.x - center.x) - size.width / 2, abs(point.y - center.y) - size.height / 2)
    return (max(across, 0) * max(across, 0) + max(down, 0) * max(down, 0)).squareRoot()
  }
}
