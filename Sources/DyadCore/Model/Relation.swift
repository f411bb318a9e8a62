/// A relation between two entities, as a series of phases.
///
///     Relation("france-britain", "ties", between: "france", "britain", phases: [entente])
public struct Relation: Hashable, Sendable, Identifiable {
  /// The id of a relation.
  public typealias ID = Identifier<Relation>

  /// The id in the dossier, or one that is made of others.
  public internal(set) var id: ID
  /// The kind of the relation.
  public var kind: RelationKind.ID
  /// The ends: from and to where the kind is directed, else in the order of the dossier.
  public var from: Entity.ID
  /// The second end.
  public var to: Entity.ID
  /// The third party between the two ends, where the kind has one: the mediator.
  public var mediator: Entity.ID?
  /// Whether the ends are from and to.
  public var isDirected: Bool
  /// The phases, in the order of the dossier.
  public var phases: [Phase]
  /// Free text.
  public var note: String?
  /// The id in earlier versions of the dossier.
  public var was: ID?

  /// A relation with all its properties.
  public init(
    _ id: ID, _ kind: RelationKind.ID, from: Entity.ID, to: Entity.ID, isDirected: Bool, phases: [Phase],
    mediator: Entity.ID? = nil, note: String? = nil, was: ID? = nil
  ) {
    (self.id, self.kind, self.from, self.to) = (id, kind, from, to)
    (self.isDirected, self.phases, self.note, self.was) = (isDirected, phases, note, was)
    self.mediator = mediator
  }

  /// A relation without a direction.
  public init(
    _ id: ID, _ kind: RelationKind.ID, between one: Entity.ID, _ other: Entity.ID, phases: [Phase] = []
  ) {
    self.init(id, kind, from: one, to: other, isDirected: false, phases: phases)
  }

  /// A relation with a direction.
  public init(_ id: ID, _ kind: RelationKind.ID, from: Entity.ID, to: Entity.ID, phases: [Phase] = []) {
    self.init(id, kind, from: from, to: to, isDirected: true, phases: phases)
  }

  /// The two ends, in no order.
  public var dyad: Dyad { Dyad(from, to) }

  /// The two ends, and the mediator if there is one.
  public var parties: [Entity.ID] { [from, to] + (mediator.map { [$0] } ?? []) }

  /// The pairs whose tie it is: the two ends, or the mediator with each of them.
  public var dyads: [Dyad] { mediator.map { [Dyad($0, from), Dyad($0, to)] } ?? [dyad] }
}

/// A relation over an interval.
///
///     Phase("france-britain/2", reads: "entente", tone: Tone(6), during: Interval("1904-04-08/..")!)
public struct Phase: Claim {
  /// The id of a phase.
  public typealias ID = Identifier<Phase>

  /// The id in the dossier, or one that is made of others.
  public internal(set) var id: ID
  /// The description of the phase in a few words: "strained", "thawing".
  public var reads: String?
  /// Its own tone; `nil` takes the kind's.
  public var tone: Tone?
  /// When the claim holds, throughout.
  public var during: Interval
  /// The evidence for the claim.
  public var evidence: Evidence
  /// Free text.
  public var note: String?
  /// What a data set counts, where the phase is no more than that.
  package var counted: EventCount?

  /// A phase of a relation.
  public init(
    _ id: ID, reads: String? = nil, tone: Tone? = nil, during: Interval = .always, evidence: Evidence = Evidence(),
    note: String? = nil
  ) {
    (self.id, self.reads, self.tone, self.during) = (id, reads, tone, during)
    (self.evidence, self.note) = (evidence, note)
  }

  /// The claim holds throughout its dates.
  public var valid: ValidTime { .throughout(during) }
}

/// An unordered pair of entities.
///
///     Dyad("pakistan", "afghanistan") == Dyad("afghanistan", "pakistan")
public struct Dyad: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let first, second: Entity.ID

  /// The pair of two entities, in any order.
  public init(_ one: Entity.ID, _ other: Entity.ID) { (first, second) = one < other ? (one, other) : (other, one) }

  /// The ids with two hyphens between them.
  public var description: String { "\(first)--\(second)" }

  /// Whether the entity is part of the pair.
  public func contains(_ entity: Entity.ID) -> Bool { entity == first || entity == second }

  /// The other entity of the pair.
  public func other(than entity: Entity.ID) -> Entity.ID { entity == first ? second : first }

  /// By the first id, then the second.
  public static func < (left: Dyad, right: Dyad) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}
