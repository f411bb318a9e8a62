public import DyadCore

/// The fixed words of a picture in one language: a table, which a translator fills in.
///
///     Lexicon.named("ur")?.phrase(.asOf, "26 مئی 2025")
public struct Lexicon: Hashable, Sendable {
  /// The language's tag: `en`, `ur`.
  public private(set) var language: String
  public let isRightToLeft: Bool
  let months: [String]
  let phrases: [Phrase: String]
  /// The sentences of the built-in kinds of relation, by their ids; English has them in the kinds themselves.
  let kinds: [String: String]
  /// What the built-in kinds without a direction are called where their ends are named already.
  let nouns: [String: String]
  /// What several events are called together, by mode or type.
  let plurals: [String: String]

  /// Every language that there is a table for.
  public static let all: [Lexicon] = [english, french, urdu]

  /// The words in that language: `ur`, or `ur-PK`.
  public static func named(_ language: String) -> Lexicon? {
    let main = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    return all.first { $0.language == main }
  }

  /// These words with names in another language.
  public func naming(in language: String) -> Lexicon {
    var lexicon = self
    lexicon.language = language
    return lexicon
  }

  /// The phrase with what is said in it.
  public func phrase(_ phrase: Phrase, _ parts: String...) -> String { filled(phrases[phrase]!, parts) }

  /// The phrase for that many, whose number is its first part.
  func phrase(_ phrase: Phrase, count: Int, _ parts: String...) -> String {
    let forms = phrases[phrase]!.split(separator: "|").map(String.init)
    return filled(count == 1 ? forms[0] : forms[forms.count - 1], [String(count)] + parts)
  }

  private func filled(_ template: String, _ parts: [String]) -> String {
    // In one pass, so that a place in a part, such as a name with "{2}" in it, stays as it is.
    template.replacing(#/\{([1-9])\}/#) { place in
      let index = Int(place.1)! - 1
      return parts.indices.contains(index) ? parts[index] : String(place.0)
    }
  }

  /// The sentence of a kind: in this language, unless the dossier has one of its own.
  func sentence(of kind: RelationKind, from: String, to: String) -> String {
    var kind = kind
    if kind == RelationKind.builtIn[kind.id], let own = kinds[kind.id.text] { kind.sentence = own }
    return kind.sentence(from: from, to: to)
  }

  /// The kind without its ends; `nil` where it needs them.
  func noun(of kind: RelationKind) -> String? {
    kind == RelationKind.builtIn[kind.id] ? nouns[kind.id.text] : nil
  }

  func plural(_ type: EventType, mode: String?) -> String {
    mode.flatMap { plurals[$0] } ?? plurals[type.rawValue]!
  }

  func word(_ kind: Entity.Kind) -> String { phrase(Phrase(rawValue: kind.rawValue)!) }
}

extension KnowledgeGraph {
  /// What an entity is called in a picture: its name in that language, where it has one, or else its short name.
  func label(of id: Entity.ID, at moment: Moment, in lexicon: Lexicon) -> String {
    guard let entity = entities[id] else { return id.text }
    let own = entity.names.contains { $0.language == lexicon.language && lexicon.language != "en" }
    return own ? entity.name(at: moment, in: lexicon.language) : entity.short ?? entity.name(at: moment)
  }
}
