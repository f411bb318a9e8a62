internal import DyadCore

/// Whom a name means: an entity of the dossier, or a state that the dossier does not have yet.
enum NamedParty: Hashable, Sendable {
  case entity(Entity.ID, Entity.Kind)
  case state(StateFact)

  /// The id in the dossier, or the one that a draft of the state gets.
  var id: String {
    switch self {
    case .entity(let id, _): id.text
    case .state(let fact): Entity.ID.slug(fact.name)
    }
  }

  var kind: Entity.Kind {
    switch self {
    case .entity(_, let kind): kind
    case .state: .state
    }
  }
}

/// A name in a text.
struct NamedMention: Hashable, Sendable {
  /// What the words are to the party.
  enum Role: Hashable, Sendable {
    case name
    /// "Afghan", before a noun that is no party: "Afghan territory".
    case adjective
    /// "Kabul", for the government or for the place.
    case capital
  }

  let party: NamedParty
  let role: Role
  /// The indexes of its words, with nouns such as "government" and without "the" and "'s".
  let words: Range<Int>
  /// Whether "'s" follows.
  let isPossessive: Bool
  /// The place of that name, if the dossier has one.
  var place: Entity.ID?
  /// Whether the party was inferred from "he" or "both sides".
  var isPronoun = false
}
