import DyadCore

/// The days on which the picture of a view changes.
///
/// What only becomes certain or uncertain is no change.
struct FrameChanges {
  private let scope: Scope
  private let view: View

  init(of graph: KnowledgeGraph, in view: View, known: Day?) {
    (scope, self.view) = (Scope(of: graph, on: view.focus, known: known), view)
  }

  /// The first day, and each day whose picture differs from the last one before it.
  func days(in window: ClosedRange<Day>) -> [Day] {
    var last = scope.snapshot(on: window.lowerBound)
    return [window.lowerBound]
      + candidates.filter { $0 > window.lowerBound && $0 <= window.upperBound }.filter { day in
        let next = scope.snapshot(on: day)
        guard FrameChanges.isChange(GraphDiff(from: last, to: next), in: view) else { return false }
        last = next
        return true
      }
  }

  /// The days on which something in view may begin, happen or have ended.
  private var candidates: [Day] {
    let shown = scope.ever.focused(on: view.focus).filtered(by: view.filter, keeping: view.focus.parties)
    let intervals =
      shown.ties.flatMap { $0.relation.phases }.map(\.during) + shown.holdings.map { $0.item.during }
      + shown.events.map { $0.item.within } + shown.entities.map { $0.item.during }
    let days = intervals.flatMap { interval in
      [interval.starts.lowerBound, interval.starts.upperBound]
        + [interval.ends.lowerBound, interval.ends.upperBound].map { $0.advanced(by: 1) }
    }
    return Set(days).sorted()
  }

  /// Whether a picture of the differences marks any.
  static func isChange(_ diff: GraphDiff, in view: View) -> Bool {
    let shown = diff.focused(on: view.focus).filtered(by: view.filter, keeping: view.focus.parties)
    guard !shown.isEmpty else { return false }
    return Content(diff, of: view, options: ContentOptions(detail: .everything)).hasChanges
  }
}

extension Content {
  /// Whether it marks anything as added, removed or changed.
  package var hasChanges: Bool {
    let marks = cards.flatMap(\.rows).map(\.mark) + dyads.map(\.mark) + figures.map(\.mark)
    return marks.contains { ($0 ?? .kept) != .kept }
  }
}
