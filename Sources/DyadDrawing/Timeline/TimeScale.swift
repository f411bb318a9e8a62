internal import DyadCore

/// The positions of days on a page on which time runs down, in points below the top.
///
/// Between two knots, distances are proportional to time; a plain scale has a knot at each end.
struct TimeScale {
  private let knots: [(day: Double, y: Double)]

  /// A scale in proportion to time.
  init(_ window: ClosedRange<Day>, height: Double) {
    knots = [(Double(window.lowerBound.number), 0), (Double(window.upperBound.number) + 1, height)]
  }

  /// A scale with given positions for some days; pairs that do not rise are skipped.
  init(_ window: ClosedRange<Day>, height: Double, places: [(day: Day, y: Double)]) {
    let start = (day: Double(window.lowerBound.number), y: 0.0)
    let end = (day: Double(window.upperBound.number) + 1, y: height)
    var knots = [start]
    for place in places {
      let knot = (day: Double(place.day.number) + 0.5, y: place.y)
      if knot.day > knots[knots.count - 1].day, knot.day < end.day, knot.y >= knots[knots.count - 1].y {
        knots.append(knot)
      }
    }
    self.knots = knots + [end]
  }

  /// The middle of a day.
  func y(_ day: Day) -> Double { y(at: Double(day.number) + 0.5) }

  /// From the beginning of the first day to the end of the last.
  func extent(_ days: ClosedRange<Day>) -> (top: Double, bottom: Double) {
    (y(at: Double(days.lowerBound.number)), y(at: Double(days.upperBound.number) + 1))
  }

  private func y(at time: Double) -> Double {
    let next = knots.firstIndex { $0.day >= time } ?? knots.count - 1
    guard next > 0 else { return knots[0].y }
    let (before, after) = (knots[next - 1], knots[next])
    let share = min(1, (time - before.day) / (after.day - before.day))
    return before.y + (after.y - before.y) * share
  }
}

/// Boxes below one another, moved as little as possible so that none overlaps another.
enum Stacking {
  /// Neighbours that touch.
  private struct Block {
    var first: Int
    var wish: Double
    var height: Double
    var count: Int

    func top(in room: Double) -> Double { max(0, min(wish, room - height)) }
    func bottom(in room: Double) -> Double { top(in: room) + height }
  }

  /// - Parameters:
  ///   - wishes: the preferred tops, in order.
  ///   - heights: the height of each.
  ///   - room: the height that they share; if they need more, they end below it.
  /// - Returns: the tops.
  static func tops(_ wishes: [Double], heights: [Double], room: Double) -> [Double] {
    var blocks: [Block] = []
    for index in wishes.indices {
      blocks.append(Block(first: index, wish: wishes[index], height: heights[index], count: 1))
      // Neighbours that would overlap become one block, at the mean of the preferred tops of its members.
      while blocks.count > 1, blocks[blocks.count - 2].bottom(in: room) > blocks[blocks.count - 1].top(in: room) {
        let last = blocks.removeLast()
        let one = blocks.removeLast()
        let wish =
          (one.wish * Double(one.count) + (last.wish - one.height) * Double(last.count))
          / Double(one.count + last.count)
        blocks.append(
          Block(first: one.first, wish: wish, height: one.height + last.height, count: one.count + last.count))
      }
    }
    var tops: [Double] = []
    for block in blocks {
      var y = max(block.top(in: room), tops.isEmpty ? 0 : tops[tops.count - 1] + heights[tops.count - 1])
      for index in block.first..<block.first + block.count {
        tops.append(y)
        y += heights[index]
      }
    }
    return tops
  }
}
