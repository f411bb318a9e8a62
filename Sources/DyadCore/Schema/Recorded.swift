/// A value that a dossier writes as keys and values.
///
///     event.keys.fields(of: event).map(\.name)     // ["on", "what", "type", …]
public protocol Recorded: Sendable {
  /// The keys of this record.
  var keys: RecordSchema<Self> { get }
}

extension Source: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<Source> { Source.schema }
}
extension Entity: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<Entity> { Entity.schema(of: kind) }
}
extension Name: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<Name> { Name.schema }
}
extension Office: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<Office> { Office.schema }
}
extension Holding: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<Holding> { Holding.schema }
}
extension RelationKind: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<RelationKind> { RelationKind.schema }
}
extension Relation: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<Relation> { Relation.schema }
}
extension Phase: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<Phase> { Phase.schema }
}
extension Event: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<Event> { Event.schema }
}
extension EventLink: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<EventLink> { EventLink.schema }
}
extension View: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<View> { View.schema }
}
extension Citation: Recorded {
  /// The keys of this record.
  public var keys: RecordSchema<Citation> { Citation.schema }
}

extension RecordForm {
  /// Every kind of record, in the order in which a dossier writes them; phases are written within their relations.
  public static let all: [RecordForm] =
    [Source.schema.form] + Entity.Kind.allCases.map { Entity.schema(of: $0).form } + [
      Office.schema.form, Holding.schema.form, RelationKind.schema.form, Relation.schema.form, Phase.schema.form,
      Event.schema.form, CountTable.schema.form, View.schema.form, Review.schema.form,
    ]

  /// The kind of record of that name.
  public static func named(_ name: String) -> RecordForm? { all.first { $0.name == name } }
}

extension Entity.Kind {
  /// The section of a dossier with entities of this kind: `states`.
  public var section: String { Entity.schema(of: self).form.section ?? rawValue }
}
