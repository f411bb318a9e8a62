import DyadCore

/// What the few rows of an edited card show: what a diff marks, then an exchange with both of its halves, then an event
/// with one that it led to or followed from, then the others.
struct EditedSelection {
  /// Events that share a row, by their index.
  private let groups: [[Held<Event>]]
  /// Their indices, the most salient first.
  private let ranked: [Int]
  /// Those that the author or a diff marks.
  private let marked: [Int]

  init(_ groups: [[Held<Event>]], ranked: [Int], marked: [Int]) {
    (self.groups, self.ranked, self.marked) = (groups, ranked, marked)
  }

  /// The indices in the order in which they get rows.
  ///
  /// - Parameter isChanged: whether a diff marks one of the events.
  func order(_ isChanged: (Held<Event>) -> Bool) -> [Int] {
    let changed = ranked.filter { groups[$0].contains(where: isChanged) }
    // No link brings in what is unmarked before what is marked.
    let first = marked.isEmpty ? ranked : marked
    let exchange = first.lazy.map { [$0] + partners(of: $0, in: ranked, by: [.inReturnFor]) }.first { $0.count > 1 }
    let chain = first.lazy.map { [$0] + partners(of: $0, in: first, by: [.leadsTo, .respondsTo]).prefix(1) }
      .first { $0.count > 1 }
    return unique(changed + (exchange ?? []) + (chain ?? []) + first + ranked)
  }

  private func partners(of index: Int, in others: [Int], by kinds: Set<EventLink.Kind>) -> [Int] {
    others.filter { $0 != index && (isJoined(index, $0, by: kinds) || isJoined($0, index, by: kinds)) }
  }

  private func isJoined(_ one: Int, _ other: Int, by kinds: Set<EventLink.Kind>) -> Bool {
    groups[one].contains { event in
      event.item.links.contains { link in
        kinds.contains(link.kind) && groups[other].contains { $0.id == link.target }
      }
    }
  }
}
