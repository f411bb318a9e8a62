/// A person, group or place that a text names: an entity of the dossier, or free text.
///
/// A dossier writes both the same way. A mention is free text until the graph is linked, which makes it an entity if
/// the text is the id of one.
///
///     let speaker: Mention = "Arvanian officials"
///     speaker.entity     // nil
public enum Mention: Hashable, Sendable {
  /// An entity, by its id.
  case entity(Entity.ID)
  /// Free text.
  case words(String)
  /// A data set whose rows a claim cites, as the one who says it.
  case dataSet(Source.ID)

  /// The text in the dossier: the id, or the free text.
  public var text: String {
    switch self {
    case .entity(let id): id.text
    case .words(let words): words
    case .dataSet(let source): source.text
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
  /// A mention as free text.
  public init(stringLiteral words: String) { self = .words(words) }

  /// The text in the dossier.
  public var description: String { text }
}
