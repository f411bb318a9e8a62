public import DyadCore

/// How a content is arranged on a page.
///
///     if case .ego(let party) = content.layout { print(party) }
public enum PageLayout: Hashable, Sendable {
  /// Two parties face each other, with third parties around the card between them.
  case pair(Entity.ID, Entity.ID)
  /// One party, with those around it left and right.
  case ego(Entity.ID)
  /// Many parties, joined by numbered lines.
  case network
  /// Time runs down the page.
  case timeline(TimelineContent)

  init(_ focus: View.Focus) {
    switch focus {
    case .between(let one, let other): self = .pair(one, other)
    case .around(let ego, hops: 0...1): self = .ego(ego)
    case .around, .everyone: self = .network
    }
  }

  /// The parties that the page is about: two, one, or none in a network.
  public var parties: [Entity.ID] {
    switch self {
    case .pair(let one, let other): [one, other]
    case .ego(let ego): [ego]
    case .network: []
    case .timeline(let timeline): timeline.parties
    }
  }
}
