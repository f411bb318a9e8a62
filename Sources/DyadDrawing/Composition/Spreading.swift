internal import Graphviz

/// Boxes with preferred positions, moved apart until none overlaps another and all are within a width.
struct Spreading {
  struct Item {
    var key: BlockKey
    var center: Point
    var size: Size
    /// Whether it keeps its position as long as others can move.
    var isPinned = false
  }

  private(set) var items: [Item]
  private let width: Double
  private let distance: Double

  init(_ items: [Item], width: Double, distance: Double) {
    (self.items, self.width, self.distance) = (items, width, distance)
    fit()
    // If there is no room beside a box, there is always room below it.
    for _ in 0..<24 {
      if separate() { break }
      for index in self.items.indices where !self.items[index].isPinned { self.items[index].center.y *= 1.06 }
    }
  }

  private mutating func fit() {
    let free = items.filter { !$0.isPinned }
    guard let least = free.map(\.center.x).min(), let most = free.map(\.center.x).max() else { return }
    let widest = items.map(\.size.width).max() ?? 0
    let scale = min(1, (width - widest) / max(1, most - least))
    let offset = items.contains(where: \.isPinned) ? 0 : widest / 2 - least * scale
    for index in items.indices where !items[index].isPinned {
      items[index].center.x = items[index].center.x * scale + offset
      clamp(index)
    }
  }

  private mutating func clamp(_ index: Int) {
    let half = items[index].size.width / 2
    items[index].center.x = min(max(items[index].center.x, half), max(half, width - half))
    items[index].center.y = max(items[index].center.y, items[index].size.height / 2)
  }

  /// Pushes overlapping boxes apart, half each, in the direction that is shorter.
  ///
  /// - Returns: whether no boxes overlap any more.
  private mutating func separate() -> Bool {
    for _ in 0..<160 {
      var isQuiet = true
      for one in items.indices {
        for other in items.indices.dropFirst(one + 1) where push(one, other) { isQuiet = false }
      }
      if isQuiet { return true }
    }
    return false
  }

  private mutating func push(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (items[one], items[other])
    let x = (a.size.width + b.size.width) / 2 + distance - abs(a.center.x - b.center.x)
    let y = (a.size.height + b.size.height) / 2 + distance - abs(a.center.y - b.center.y)
    guard x > 0.01, y > 0.01, !(a.isPinned && b.isPinned) else { return false }
    let isAside = x < y
    let isBefore = isAside ? a.center.x <= b.center.x : a.center.y <= b.center.y
    let step = (isAside ? x : y) + 0.02
    let shares = a.isPinned ? (0.0, 1.0) : b.isPinned ? (1.0, 0.0) : (0.5, 0.5)
    move(one, isAside, (isBefore ? -1 : 1) * step * shares.0)
    move(other, isAside, (isBefore ? 1 : -1) * step * shares.1)
    return true
  }

  private mutating func move(_ index: Int, _ isAside: Bool, _ distance: Double) {
    if isAside {
      items[index].center.x += distance
    } else {
      items[index].center.y += distance
    }
    if !items[index].isPinned { clamp(index) }
  }
}
