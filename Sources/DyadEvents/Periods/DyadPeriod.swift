package import DyadCore

/// What one party did to another in one period, as counted.
///
///     reduction.dyadPeriods.first { $0.actor == "PAK" && $0.recipient == "AFG" }?.count.events
package struct DyadPeriod: Hashable, Sendable {
  /// Who acted; in an undirected reduction the party that comes first by its bytes.
  package var actor: String
  /// To whom it was done.
  package var recipient: String
  /// The number of the period.
  package var period: Int
  package var count: EventCount
  /// Rows of the whole data set in the period.
  package var total: Int

  package init(actor: String, recipient: String, period: Int, count: EventCount, total: Int = 0) {
    (self.actor, self.recipient, self.period, self.count, self.total) = (actor, recipient, period, count, total)
  }

  /// By the bytes of actor and recipient, then by period.
  package func precedes(_ other: DyadPeriod) -> Bool {
    if actor != other.actor { return actor.utf8.lexicographicallyPrecedes(other.actor.utf8) }
    if recipient != other.recipient { return recipient.utf8.lexicographicallyPrecedes(other.recipient.utf8) }
    return period < other.period
  }
}

extension CodedParty {
  /// The party of a dyad: the state or region, or the group, or the code; `nil` where the row names nobody.
  package var end: String? { state ?? region ?? group ?? (code.isEmpty ? nil : code) }
}

/// Whose actions are counted.
///
///     ActorScope("sector:MIL")
package enum ActorScope: Hashable, Sendable, LosslessStringConvertible {
  /// Everyone who acts in or for the party.
  case all
  /// Only actors of the named group.
  case group(String)
  /// Only actors of the sector.
  case sector(String)

  /// `state`, `group:TTP` or `sector:MIL`; `nil` for any other text.
  package init?(_ description: String) {
    let parts = description.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    switch (parts[0], parts.count > 1 ? parts[1] : "") {
    case ("state", "") where parts.count == 1: self = .all
    case ("group", let code) where !code.isEmpty: self = .group(code)
    case ("sector", let code) where !code.isEmpty: self = .sector(code)
    default: return nil
    }
  }

  package var description: String {
    switch self {
    case .all: "state"
    case .group(let code): "group:\(code)"
    case .sector(let code): "sector:\(code)"
    }
  }

  func includes(_ actor: CodedParty) -> Bool {
    switch self {
    case .all: true
    case .group(let code): actor.group == code
    case .sector(let code): actor.sector == code
    }
  }
}
