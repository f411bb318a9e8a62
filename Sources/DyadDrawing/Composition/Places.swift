internal import DyadContent

/// The positions of the parts of a picture, which a later picture of the same parties can keep.
///
///     let places = composition.places
///     let next = try await Composition(content, keeping: places)
///     next.places.movement(from: places)      // 0.012: one hundredth of the width, on average
public struct Places: Codable, Hashable, Sendable {
  /// A top left corner, in points from that of the body.
  public struct Place: Codable, Hashable, Sendable {
    /// The distance to the right.
    public var x: Double
    /// The distance down.
    public var y: Double
  }

  /// The width of the page, in points.
  public var width: Double
  /// The positions by the ids of the parts in an SVG.
  public var blocks: [String: Place]
  /// The numbers of ties, by dyad.
  public var numbers: [String: Int]

  /// Whether all positions are on a page of a plausible size, for positions that are read from a file.
  public var isFit: Bool {
    (1...1e5).contains(width) && blocks.values.allSatisfy { abs($0.x) < 1e5 && abs($0.y) < 1e5 }
      && numbers.values.allSatisfy { (1...100_000).contains($0) }
  }

  init(_ page: Page, _ content: Content) {
    width = page.size.width
    let parts =
      page.blocks.filter { !$0.block.key.isOnLine }.map { ($0.name, Place(x: rounded($0.x), y: rounded($0.y))) }
      + page.panels.map { ($0.key.id(inFrame: $0.frame), Place(x: rounded($0.x), y: rounded($0.y))) }
    blocks = Dictionary(parts, uniquingKeysWith: { first, _ in first })
    numbers = Dictionary(
      uniqueKeysWithValues: content.cards.compactMap { card in card.number.map { (card.kind.id, $0) } })
  }

  /// The place of a part of the page.
  subscript(key: BlockKey) -> Place? { blocks[key.id] }

  /// The mean distance that the parts of both pictures have moved, as a share of the width.
  public func movement(from before: Places) -> Double {
    let moved = blocks.compactMap { name, place in
      before.blocks[name].map {
        (($0.x - place.x) * ($0.x - place.x) + ($0.y - place.y) * ($0.y - place.y)).squareRoot()
      }
    }
    return moved.isEmpty ? 0 : moved.sorted().reduce(0, +) / Double(moved.count) / width
  }
}

/// A length to a hundredth of a point, so that a file of places does not change with the last digit.
private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

extension Content {
  /// Ties keep their earlier numbers; new ones come after them.
  func numbered(as places: Places?) -> Content {
    guard let places, cards.contains(where: { $0.number != nil }) else { return self }
    var content = self
    var next = (places.numbers.values.max() ?? 0) + 1
    for index in cards.indices where cards[index].number != nil {
      if let known = places.numbers[cards[index].kind.id] {
        content.cards[index].number = known
      } else {
        content.cards[index].number = next
        next += 1
      }
    }
    content.cards.sort { ($0.number ?? .max, $0.kind.id) < ($1.number ?? .max, $1.kind.id) }
    return content
  }
}

extension Page {
  /// Moves every group to its earlier place, and down only as far as others have grown into it.
  ///
  /// A new group takes the gap in its column that is nearest to its own position, or the end of the column.
  mutating func settle(keeping places: Places, gap: Double) {
    var columns: [[Slot]] = []
    for group in groups {
      guard var slot = slot(group) else { continue }
      if let place = places[group[0]] {
        (slot.wanted, slot.isKept) = (place.y, true)
        move(group, right: place.x - slot.x, down: 0)
        slot.x = place.x
      }
      if let index = columns.firstIndex(where: { abs($0[0].middle - slot.middle) < 2 }) {
        columns[index].append(slot)
      } else {
        columns.append([slot])
      }
    }
    for column in columns { settle(column, gap) }
  }

  private struct Slot {
    var group: [BlockKey]
    var x: Double
    var y: Double
    var wanted: Double
    var size: Size
    var isKept = false
    var middle: Double { x + size.width / 2 }
  }

  private func slot(_ group: [BlockKey]) -> Slot? {
    let boxes =
      blocks.filter { group.contains($0.block.key) }.map { ($0.x, $0.y, $0.x + $0.size.width, $0.bottom) }
      + panels.filter { group.contains($0.key) }.map { ($0.x, $0.y, $0.x + $0.size.width, $0.bottom) }
    guard
      let corner = blocks.first(where: { $0.block.key == group[0] }).map({ ($0.x, $0.y) })
        ?? panels.first(where: { $0.key == group[0] }).map({ ($0.x, $0.y) })
    else { return nil }
    let right = boxes.map(\.2).reduce(corner.0, max)
    let left = boxes.map(\.0).reduce(corner.0, min)
    let bottom = boxes.map(\.3).reduce(corner.1, max)
    let top = boxes.map(\.1).reduce(corner.1, min)
    return Slot(
      group: group, x: corner.0, y: corner.1, wanted: corner.1, size: Size(width: right - left, height: bottom - top))
  }

  private mutating func settle(_ column: [Slot], _ gap: Double) {
    var settled: [Slot] = []
    for slot in column.filter(\.isKept).sorted(by: { $0.wanted < $1.wanted }) {
      var slot = slot
      slot.wanted = max(slot.wanted, settled.last.map { $0.wanted + $0.size.height + gap } ?? slot.wanted)
      settled.append(slot)
    }
    for slot in column.filter({ !$0.isKept }).sorted(by: { $0.wanted < $1.wanted }) {
      var slot = slot
      slot.wanted = Page.gap(for: slot, among: settled, gap)
      settled.append(slot)
      settled.sort { $0.wanted < $1.wanted }
    }
    for slot in settled { move(slot.group, right: 0, down: slot.wanted - slot.y) }
  }

  private static func gap(for slot: Slot, among settled: [Slot], _ gap: Double) -> Double {
    let starts = settled.map { $0.wanted + $0.size.height + gap }
    let fitting = ([slot.wanted] + starts).filter { start in
      start >= 0
        && settled.allSatisfy {
          start + slot.size.height + gap <= $0.wanted || start >= $0.wanted + $0.size.height + gap
        }
    }
    return fitting.min { abs($0 - slot.wanted) < abs($1 - slot.wanted) } ?? slot.wanted
  }

  private mutating func move(_ group: [BlockKey], right: Double, down: Double) {
    for index in blocks.indices where group.contains(blocks[index].block.key) {
      (blocks[index].x, blocks[index].y) = (blocks[index].x + right, blocks[index].y + down)
    }
    for index in panels.indices where group.contains(panels[index].key) {
      (panels[index].x, panels[index].y) = (panels[index].x + right, panels[index].y + down)
    }
  }
}
