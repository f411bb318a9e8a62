/// What stands between two entities: the row of its phases.
///
///     Relation("france-britain", .ties, between: "france", "britain", phases: [entente])
public struct Relation: Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<Relation>

  public internal(set) var id: ID
  public var kind: RelationKind.ID
  /// The ends: from and to where the kind is directed, else in the order of the dossier.
  public var from: Entity.ID
  public var to: Entity.ID
  public var isDirected: Bool
  public var phases: [Phase]
  public var note: String?
  public var was: ID?

  public init(
    _ id: ID, _ kind: RelationKind.ID, from: Entity.ID, to: Entity.ID, isDirected: Bool, phases: [Phase],
    note: String? = nil, was: ID? = nil
  ) {
    (self.id, self.kind, self.from, self.to) = (id, kind, from, to)
    (self.isDirected, self.phases, self.note, self.was) = (isDirected, phases, note, was)
  }

  public init(
    _ id: ID, _ kind: RelationKind.ID, between one: Entity.ID, _ other: Entity.ID, phases: [Phase] = []
  ) {
    self.init(id, kind, from: one, to: other, isDirected: false, phases: phases)
  }

  public init(_ id: ID, _ kind: RelationKind.ID, from: Entity.ID, to: Entity.ID, phases: [Phase] = []) {
    self.init(id, kind, from: from, to: to, isDirected: true, phases: phases)
  }

  public var dyad: Dyad { Dyad(from, to) }
}

/// How a relation stands for a while.
///
///     Phase("france-britain/2", reads: "entente", tone: 6, during: Interval("1904-04-08/..")!)
public struct Phase: Claim {
  public typealias ID = Identifier<Phase>

  public internal(set) var id: ID
  /// A word or a few: "strained", "thawing".
  public var reads: String?
  /// Its own tone; `nil` takes the kind's.
  public var tone: Tone?
  public var during: Interval
  public var evidence: Evidence
  public var note: String?

  public init(
    _ id: ID, reads: String? = nil, tone: Tone? = nil, during: Interval = .always, evidence: Evidence = Evidence(),
    note: String? = nil
  ) {
    (self.id, self.reads, self.tone, self.during) = (id, reads, tone, during)
    (self.evidence, self.note) = (evidence, note)
  }

  public var valid: ValidTime { .throughout(during) }
}

/// An unordered pair of entities.
///
///     Dyad("pakistan", "afghanistan") == Dyad("afghanistan", "pakistan")
public struct Dyad: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let first, second: Entity.ID

  public init(_ one: Entity.ID, _ other: Entity.ID) { (first, second) = one < other ? (one, other) : (other, one) }

  public var description: String { "\(first)--\(second)" }

  /// Whether the entity is one of the two.
  public func contains(_ entity: Entity.ID) -> Bool { entity == first || entity == second }

  /// The other of the two.
  public func other(than entity: Entity.ID) -> Entity.ID { entity == first ? second : first }

  public static func < (left: Dyad, right: Dyad) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}
