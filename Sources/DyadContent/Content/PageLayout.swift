public import DyadCore

/// How a content is arranged on a page.
///
///     content.layout.parties     // ["pakistan", "afghanistan"]
public enum PageLayout: Hashable, Sendable {
  /// Two parties face each other, with third parties around the card between them.
  case pair(Entity.ID, Entity.ID)
  /// One party, with those around it left and right.
  case ego(Entity.ID)
  /// Many parties, joined by numbered lines.
  case network
  /// Many parties as the rows and columns of a table.
  case matrix(MatrixContent)
  /// Two parties over time: an overview, and rows in order of time.
  case timeline(TimelineContent)
  /// One party over time: a row for each other party.
  case egoTimeline(EgoTimelineContent)

  init(_ focus: View.Focus) {
    switch focus {
    case .between(let one, let other): self = .pair(one, other)
    case .around(let ego, hops: 0...1): self = .ego(ego)
    case .around, .everyone: self = .network
    }
  }

  /// What only a timeline has; `nil` in other layouts.
  public var timeline: TimelineContent? { if case .timeline(let timeline) = self { timeline } else { nil } }

  /// What only the ties of a party over time have; `nil` in other layouts.
  public var egoTimeline: EgoTimelineContent? { if case .egoTimeline(let timeline) = self { timeline } else { nil } }

  /// Whether time runs across the page.
  package var isOverTime: Bool { timeline != nil || egoTimeline != nil }

  /// What only a matrix has; `nil` in other layouts.
  public var matrix: MatrixContent? { if case .matrix(let matrix) = self { matrix } else { nil } }

  /// The parties that the page is about: two, one, or none in a network.
  public var parties: [Entity.ID] {
    switch self {
    case .pair(let one, let other): [one, other]
    case .ego(let ego): [ego]
    case .network, .matrix: []
    case .timeline(let timeline): timeline.parties
    case .egoTimeline(let timeline): [timeline.ego]
    }
  }
}
