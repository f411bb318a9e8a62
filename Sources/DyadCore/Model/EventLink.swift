/// A link from an event to another: what it led to, what it answers, what it was given in return for, or what it is part of.
///
///     EventLink(.leadsTo, "exodus", of: "offensive").id     // "offensive/leads-to/exodus"
public struct EventLink: Claim {
  /// The id of a link.
  public typealias ID = Identifier<EventLink>

  /// The meaning of a link.
  public enum Kind: String, CaseIterable, Sendable {
    case leadsTo = "leads-to"
    case inReturnFor = "in-return-for"
    case respondsTo = "responds-to"
    case partOf = "part-of"
  }

  /// The id, which is made of the event, the kind and the other event.
  public internal(set) var id: ID
  /// What the link means.
  public var kind: Kind
  /// The event that it leads to.
  public var target: Event.ID
  /// The evidence for the claim.
  public var evidence: Evidence
  /// Free text.
  public var note: String?

  /// A link of an event to another.
  public init(
    _ kind: Kind, _ target: Event.ID, of event: Event.ID, evidence: Evidence = Evidence(), note: String? = nil
  ) {
    (self.kind, self.target, self.evidence, self.note) = (kind, target, evidence, note)
    id = ID(kind, target, of: event)
  }

  /// A link holds at any time; it is shown where both events are.
  public var valid: ValidTime { .throughout(.always) }
}

extension EventLink.Kind {
  /// Whether the other event comes later: only what an event leads to does.
  var pointsForward: Bool { self == .leadsTo }
}
