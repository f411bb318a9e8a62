/// A kind of relation: its sentence, its default tone, and whether it has a direction.
///
///     RelationKind.builtIn["shelter"]!.sentence     // "{from} shelters {to}"
public struct RelationKind: Hashable, Sendable, Identifiable {
  public typealias ID = Identifier<RelationKind>

  public let id: ID
  /// The sentence, with `{from}` and `{to}` for the two ends.
  public var sentence: String
  public var tone: Tone
  public var isDirected: Bool
  /// Whether what stands first belongs to what stands second, and is drawn on its side.
  public var isAffiliation: Bool

  public init(
    _ id: ID, _ sentence: String, tone: Tone = .neutral, isDirected: Bool = false, isAffiliation: Bool = false
  ) {
    (self.id, self.sentence, self.tone) = (id, sentence, tone)
    (self.isDirected, self.isAffiliation) = (isDirected, isAffiliation)
  }

  /// The sentence with the names of the two ends.
  public func sentence(from: String, to: String) -> String {
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
      } else {
        words += rest.prefix(1)
        rest = rest.dropFirst()
      }
    }
    return words + rest
  }

  /// The kinds that every dossier may use; it adds its own under `kinds`.
  public static let builtIn: [ID: RelationKind] = Dictionary(
    uniqueKeysWithValues: [
      RelationKind("ties", "{from} and {to}"),
      RelationKind("alliance", "{from} and {to} are allies", tone: Tone(8)!),
      RelationKind("recognition", "{from} recognises {to}", tone: Tone(4)!, isDirected: true),
      RelationKind("trade", "{from} and {to} trade", tone: Tone(4)!),
      RelationKind("mediation", "{from} mediates with {to}", tone: Tone(4)!, isDirected: true),
      RelationKind("support", "{from} supports {to}", tone: Tone(5)!, isDirected: true),
      RelationKind("shelter", "{from} shelters {to}", tone: Tone(-3)!, isDirected: true),
      RelationKind("pressure", "{from} presses {to}", tone: Tone(-3)!, isDirected: true),
      RelationKind("rivalry", "{from} and {to} are rivals", tone: Tone(-5)!),
      RelationKind("hostility", "{from} is hostile to {to}", tone: Tone(-7)!, isDirected: true),
      RelationKind("war", "{from} and {to} are at war", tone: Tone(-10)!),
      RelationKind("governs", "{from} governs {to}", isDirected: true, isAffiliation: true),
      RelationKind("part-of", "{from} is part of {to}", isDirected: true, isAffiliation: true),
      RelationKind("operates-from", "{from} operates from {to}", isDirected: true),
    ].map { ($0.id, $0) })
}
