public import DyadCore

/// Which events are read; the others cost little, because they are left out before they are built.
///
///     EventFilter.between("AFG", "PAK").during(Day(2021, 8, 15)!...Day(2025, 12, 31)!)
public struct EventFilter: Hashable, Sendable {
  /// Whose events are read.
  public enum Scope: Hashable, Sendable {
    case all
    /// Of two different states.
    case states
    /// Of two different states or regions.
    case countries
    /// Of these two states, in both directions.
    case pair(String, String)
  }

  /// Whose events are read.
  public var scope: Scope
  /// The days on which they may have happened.
  public var days: ClosedRange<Day>?

  /// All events.
  public static let all = EventFilter(scope: .all)
  /// Events of two different states.
  public static let betweenStates = EventFilter(scope: .states)
  /// Events of two different states or regions.
  public static let betweenCountries = EventFilter(scope: .countries)
  /// Events of these two states, in both directions.
  public static func between(_ one: String, _ other: String) -> EventFilter { EventFilter(scope: .pair(one, other)) }

  /// Only those that may have happened during some days.
  public func during(_ days: ClosedRange<Day>) -> EventFilter {
    var filter = self
    filter.days = days
    return filter
  }

  func accepts(_ days: ClosedRange<Day>) -> Bool { self.days?.overlaps(days) ?? true }

  func accepts(_ actor: Identity.Meaning?, _ recipient: Identity.Meaning?) -> Bool {
    switch scope {
    case .all: return true
    case .states:
      guard let one = actor?.state, let other = recipient?.state else { return false }
      return one != other
    case .countries:
      guard let one = actor?.country, let other = recipient?.country else { return false }
      return one != other
    case .pair(let one, let other):
      let pair = (actor?.state, recipient?.state)
      return pair == (one, other) || pair == (other, one)
    }
  }
}

extension EventFilter {
  func accepts(_ actor: CodedParty, _ recipient: CodedParty) -> Bool {
    accepts(actor.country, recipient.country)
  }
}

extension CodedParty {
  /// The state or the region that it is in.
  fileprivate var country: Identity.Meaning? {
    state.map(Identity.Meaning.state) ?? region.map(Identity.Meaning.region)
  }
}

extension Identity.Meaning {
  /// The state or the region.
  fileprivate var country: String? { state ?? region }
}
