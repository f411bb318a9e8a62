package import DyadCore

/// What a view has to show or to count.
extension Snapshot {
  /// The events that concern the view: a side of the pair, the ego, or in a network anybody.
  package func events(concerning focus: View.Focus) -> [Held<Event>] {
    switch focus {
    case .between(let one, let other):
      let sides = PairSides(self, one, other)
      return events.filter { !sides.touched(by: $0.item).isEmpty }
    case .around(let ego, hops: 0...1):
      let (side, concerns) = (side(of: ego), concerns)
      return events.filter { event in concerns.of(event.item).contains { side.contains($0.party) } }
    case .around, .everyone: return events
    }
  }

  /// The relations that concern the view; affiliations are part of a party, not relations between parties.
  package func ties(concerning focus: View.Focus) -> [Tie] {
    let ties = ties.filter { !$0.kind.isAffiliation }
    switch focus {
    case .between(let one, let other):
      let (first, second) = sides(of: one, other)
      return ties.filter { $0.relation.parties.contains { first.contains($0) || second.contains($0) } }
    case .around(let ego, hops: 0...1):
      let side = side(of: ego)
      return ties.filter { $0.relation.parties.contains(where: side.contains) }
    case .around, .everyone: return ties
    }
  }
}
