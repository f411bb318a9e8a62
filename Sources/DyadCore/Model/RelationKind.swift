/// A kind of relation: its sentence, its default tone, and whether it has a direction.
///
///     RelationKind.builtIn["shelter"]!.sentence     // "shelter of {from} for {to}"
public struct RelationKind: Hashable, Sendable, Identifiable {
  /// The id of a kind of relation.
  public typealias ID = Identifier<RelationKind>

  /// The id: a noun, or a verb in the third person.
  public let id: ID
  /// The wording, with `{from}` and `{to}` for the two ends, and `{by}` for a mediator between them: a noun phrase,
  /// which needs no agreement in number.
  public var sentence: String
  /// The tone of phases that have none of their own.
  public var tone: Tone
  /// Whether relations of this kind have from and to.
  public var isDirected: Bool
  /// Whether the first end belongs to the second and is drawn on its side.
  public var isAffiliation: Bool

  /// A kind with its sentence.
  public init(
    _ id: ID, _ sentence: String, tone: Tone = .neutral, isDirected: Bool = false, isAffiliation: Bool = false
  ) {
    (self.id, self.sentence, self.tone) = (id, sentence, tone)
    (self.isDirected, self.isAffiliation) = (isDirected, isAffiliation)
  }

  /// Whether the first end supports or represents the second, so that what is done to the second concerns the first.
  ///
  /// An alliance is none: an ally decides by itself what concerns it.
  public var isBacking: Bool { RelationKind.backing.contains(id) }

  private static let backing: Set<ID> = ["support", "protection", "representation"]

  /// Whether a third party stands between the two ends: its sentence names `{by}`.
  public var isMediated: Bool { sentence.contains("{by}") }

  /// The sentence with the names of the two ends, and of the mediator where the kind has one.
  public func sentence(from: String, to: String, by mediator: String = "") -> String {
    var words = ""
    var rest = sentence[...]
    while let brace = rest.firstIndex(of: "{") {
      words += rest[..<brace]
      rest = rest[brace...]
      if rest.hasPrefix("{from}") {
        words += from
        rest = rest.dropFirst(6)
      } else if rest.hasPrefix("{to}") {
        words += to
        rest = rest.dropFirst(4)
      } else if rest.hasPrefix("{by}") {
        words += mediator
        rest = rest.dropFirst(4)
      } else {
        words += rest.prefix(1)
        rest = rest.dropFirst()
      }
    }
    return words + rest
  }

  /// The sentence with the names of the parties to a relation of this kind.
  public func sentence(of relation: Relation, name: (Entity.ID) -> String) -> String {
    sentence(from: name(relation.from), to: name(relation.to), by: relation.mediator.map(name) ?? "")
  }

  /// The kinds that every dossier may use, by id; it adds its own under `kinds`.
  public static let builtIn: [ID: RelationKind] = Dictionary(uniqueKeysWithValues: vocabulary.map { ($0.id, $0) })

  /// The kinds that every dossier may use, in the order of the manual.
  public static let vocabulary: [RelationKind] = [
    RelationKind("ties", "{from} and {to}"),
    RelationKind("alliance", "alliance of {from} and {to}", tone: Tone(known: 8)),
    RelationKind("recognition", "recognition of {to} by {from}", tone: Tone(known: 4), isDirected: true),
    RelationKind("trade", "trade of {from} and {to}", tone: Tone(known: 4)),
    RelationKind("mediation", "mediation by {by} between {from} and {to}", tone: Tone(known: 4)),
    RelationKind("good-offices", "good offices of {from} for {to}", tone: Tone(known: 4), isDirected: true),
    RelationKind("support", "support of {from} for {to}", tone: Tone(known: 5), isDirected: true),
    RelationKind("shelter", "shelter of {from} for {to}", tone: Tone(known: -3), isDirected: true),
    RelationKind("pressure", "pressure of {from} on {to}", tone: Tone(known: -3), isDirected: true),
    RelationKind("rivalry", "rivalry of {from} and {to}", tone: Tone(known: -5)),
    RelationKind("hostility", "hostility of {from} to {to}", tone: Tone(known: -7), isDirected: true),
    RelationKind("war", "war of {from} and {to}", tone: Tone(known: -10)),
    RelationKind("governs", "rule of {from} over {to}", isDirected: true, isAffiliation: true),
    RelationKind("part-of", "{from} as part of {to}", isDirected: true, isAffiliation: true),
    RelationKind("operates-from", "{from} operating from {to}", isDirected: true),
  ]
}
