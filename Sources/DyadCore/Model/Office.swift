/// A post that exists whoever holds it.
///
///     Office("arvane/minister", title: "Minister of Defence", of: "arvane")
public struct Office: Claim {
  public typealias ID = Identifier<Office>

  public internal(set) var id: ID
  public var title: String
  /// The entity whose post it is.
  public var of: Entity.ID
  public var during: Interval
  public var evidence: Evidence
  public var note: String?

  public init(
    _ id: ID, title: String, of home: Entity.ID, during: Interval = .always, evidence: Evidence = Evidence(),
    note: String? = nil
  ) {
    (self.id, self.title, self.of, self.during) = (id, title, home, during)
    (self.evidence, self.note) = (evidence, note)
  }

  public var valid: ValidTime { .throughout(during) }
}

/// That an official holds an office, for a while.
///
///     Holding("delcasse/1", official: "delcasse", office: "france/minister", during: Interval("1898-06-28/1905-06-06")!)
public struct Holding: Claim {
  public typealias ID = Identifier<Holding>

  public internal(set) var id: ID
  public var official: Entity.ID
  public var office: Office.ID
  public var during: Interval
  public var evidence: Evidence
  public var note: String?

  public init(
    _ id: ID, official: Entity.ID, office: Office.ID, during: Interval = .always, evidence: Evidence = Evidence(),
    note: String? = nil
  ) {
    (self.id, self.official, self.office) = (id, official, office)
    (self.during, self.evidence, self.note) = (during, evidence, note)
  }

  public var valid: ValidTime { .throughout(during) }
}
