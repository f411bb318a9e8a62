/// A post, which exists independently of its holders.
///
///     Office("arvane/minister", title: "Minister of Defence", of: "arvane")
public struct Office: Claim {
  /// The id of an office.
  public typealias ID = Identifier<Office>

  /// The id in the dossier, or one that is made of others.
  public internal(set) var id: ID
  /// The title: "Minister of Defence".
  public var title: String
  /// The entity that the post belongs to.
  public var of: Entity.ID
  /// When the claim holds, throughout.
  public var during: Interval
  /// The evidence for the claim.
  public var evidence: Evidence
  /// Free text.
  public var note: String?

  /// An office, or an office held, with its evidence.
  public init(
    _ id: ID, title: String, of home: Entity.ID, during: Interval = .always, evidence: Evidence = Evidence(),
    note: String? = nil
  ) {
    (self.id, self.title, self.of, self.during) = (id, title, home, during)
    (self.evidence, self.note) = (evidence, note)
  }

  /// The claim holds throughout its dates.
  public var valid: ValidTime { .throughout(during) }
}

/// An office held by an official over an interval.
///
///     Holding("delcasse/1", official: "delcasse", office: "france/minister", during: Interval("1898-06-28/1905-06-06")!)
public struct Holding: Claim {
  /// The id of an office held.
  public typealias ID = Identifier<Holding>

  /// The id in the dossier, or one that is made of others.
  public internal(set) var id: ID
  /// The official.
  public var official: Entity.ID
  /// The office.
  public var office: Office.ID
  /// When the claim holds, throughout.
  public var during: Interval
  /// The evidence for the claim.
  public var evidence: Evidence
  /// Free text.
  public var note: String?

  /// An office, or an office held, with its evidence.
  public init(
    _ id: ID, official: Entity.ID, office: Office.ID, during: Interval = .always, evidence: Evidence = Evidence(),
    note: String? = nil
  ) {
    (self.id, self.official, self.office) = (id, official, office)
    (self.during, self.evidence, self.note) = (during, evidence, note)
  }

  /// The claim holds throughout its dates.
  public var valid: ValidTime { .throughout(during) }
}
