package import Graphviz

/// What the layout of a network has to solve: boxes within an area, and the pairs of them that lines join.
package struct NetworkTask: Hashable, Sendable {
  /// Two boxes.
  package struct Pair: Hashable, Sendable {
    package var one: Int
    package var other: Int
    /// Whether the line between them has a number, which needs room.
    package var isNumbered: Bool

    package init(one: Int, other: Int, isNumbered: Bool = false) {
      (self.one, self.other, self.isNumbered) = (one, other, isNumbered)
    }
  }

  /// The sizes of the boxes.
  package var sizes: [Size]
  /// The pairs of boxes that are joined, each once.
  package var edges: [Pair]
  /// Where the boxes have to be: from 0, 0 to its width and height.
  package var area: Size
  /// The least distance between boxes.
  package var gap: Double
  /// The centers of boxes that keep the positions of an earlier picture.
  package var kept: [Int: Point] = [:]
  /// Boxes that belong together and should be neighbours.
  package var blocs: [[Int]] = []

  package init(sizes: [Size], edges: [Pair], area: Size, gap: Double, kept: [Int: Point] = [:], blocs: [[Int]] = []) {
    (self.sizes, self.edges, self.area, self.gap, self.kept, self.blocs) = (sizes, edges, area, gap, kept, blocs)
  }

  /// The lengths of the shortest paths between boxes, row by row; `nil` where there is no path.
  var paths: [Double?] {
    let count = sizes.count
    var neighbours = Array(repeating: [Int](), count: count)
    for edge in edges {
      neighbours[edge.one].append(edge.other)
      neighbours[edge.other].append(edge.one)
    }
    var paths = [Double?](repeating: nil, count: count * count)
    for start in 0..<count {
      paths[start * count + start] = 0
      var queue = [start]
      var next = 0
      while next < queue.count {
        let at = queue[next]
        next += 1
        for neighbour in neighbours[at] where paths[start * count + neighbour] == nil {
          paths[start * count + neighbour] = (paths[start * count + at] ?? 0) + 1
          queue.append(neighbour)
        }
      }
    }
    return paths
  }

  /// The preferred distances between boxes in units of an edge, row by row: their paths; less within a bloc, and some
  /// distance where there is no path.
  package var distances: [Double] {
    let count = sizes.count
    var paths = paths
    let longest = paths.compactMap(\.self).max() ?? 1
    for bloc in blocs {
      for one in bloc {
        for other in bloc where one != other {
          paths[one * count + other] = min(paths[one * count + other] ?? .infinity, NetworkTask.blocDistance)
        }
      }
    }
    for (index, bloc) in blocs.enumerated() {
      for one in bloc {
        for other in blocs.dropFirst(index + 1).joined() where !bloc.contains(other) {
          for place in [one * count + other, other * count + one] {
            if let path = paths[place], path > 1 { paths[place] = max(path, NetworkTask.distanceOfBlocs) }
          }
        }
      }
    }
    return paths.map { $0 ?? (longest + 2) * 0.5 }
  }

  /// How much the distance of each pair counts, row by row: more within a bloc.
  var weights: [Double] {
    let count = sizes.count
    var weights = Array(repeating: 1.0, count: count * count)
    for bloc in blocs {
      for one in bloc { for other in bloc { weights[one * count + other] = NetworkTask.blocWeight } }
    }
    return weights
  }

  private static let blocWeight = 10.0
  private static let blocDistance = 1.35
  /// The least distance of parties of different blocs that no line joins.
  private static let distanceOfBlocs = 2.2
}
