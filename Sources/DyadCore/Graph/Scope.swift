/// The part of a graph that a view can show at some date, found once for the many snapshots of a film or a page.
///
/// A snapshot of it shows the view what a snapshot of the whole graph shows.
package struct Scope: Sendable {
  /// All that the view shows over all time.
  package let ever: Snapshot
  private var graph: KnowledgeGraph { ever.graph }
  private var known: Day? { ever.moment.known }
  private let claims: GraphClaims

  /// - Parameter known: the day by which claims must be known.
  package init(of graph: KnowledgeGraph, on focus: View.Focus, known: Day?) {
    let all = graph.snapshot(at: Moment(during: Moment.ever.days, known: known))
    // At any date a view reaches only parties that it reaches over all time.
    ever = all.focused(on: focus)
    var claims = graph.found { GraphClaims(graph) }
    let (ties, events) = (Set(ever.ties.map(\.id)), Set(ever.events.map(\.id)))
    claims.ties.removeAll { !ties.contains($0.id) }
    claims.events.removeAll { !events.contains($0.id) }
    self.claims = claims
  }

  /// As of a day.
  package func snapshot(on day: Day) -> Snapshot { snapshot(at: Moment(on: day, known: known)) }

  /// As of a month or a year, or of more days.
  package func snapshot(asOf days: ClosedRange<Day>) -> Snapshot { snapshot(at: Moment(asOf: days, known: known)) }

  private func snapshot(at moment: Moment) -> Snapshot {
    Snapshot(of: graph, at: moment, claims)
  }
}
