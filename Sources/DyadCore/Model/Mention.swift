/// Somebody or something that a text names: an entity of the dossier, or words.
///
/// A dossier writes both the same way. A mention is words until the graph is linked; linking makes it an entity where the
/// words are exactly the id of one.
///
///     let speaker: Mention = "Arvanian officials"
///     speaker.entity     // nil
public enum Mention: Hashable, Sendable {
  /// An entity, by its id.
  case entity(Entity.ID)
  /// Free words.
  case words(String)

  /// What the dossier writes: the id, or the words.
  public var text: String {
    switch self {
    case .entity(let id): id.text
    case .words(let words): words
    }
  }

  /// The id of the entity; `nil` for words.
  public var entity: Entity.ID? { if case .entity(let id) = self { id } else { nil } }

  /// The same text, as an entity if and only if the graph has one of that id.
  func linked(in graph: KnowledgeGraph) -> Mention {
    let id = Entity.ID(text)
    return graph.entities[id] == nil ? .words(text) : .entity(id)
  }
}

extension Mention: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Words, until the graph is linked.
  public init(stringLiteral words: String) { self = .words(words) }

  /// What the dossier writes.
  public var description: String { text }
}
