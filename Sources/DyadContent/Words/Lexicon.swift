package import DyadCore

/// The fixed words of pictures in one language, as a table of whole phrases.
///
///     Lexicon.named("ur")?.phrase(.asOf, "26 مئی 2025")
public struct Lexicon: Hashable, Sendable {
  /// The language's tag: `en`, `ur`.
  public private(set) var language: String
  /// The forms of dates, numbers, lists and plurals.
  package let forms: LocaleForms
  package let phrases: [Phrase: String]
  /// The sentences of the built-in kinds of relation, by their ids; the English ones are part of the kinds.
  let kinds: [String: String]
  /// Nouns for the built-in undirected kinds, for rows below a heading that names both parties.
  package let nouns: [String: String]
  /// Nouns for several events of one kind, by mode or type.
  let plurals: [String: String]

  init(
    language: String, phrases: [Phrase: String], kinds: [String: String], nouns: [String: String],
    plurals: [String: String]
  ) {
    guard let forms = LocaleForms.all[language] else { preconditionFailure("no forms for '\(language)'") }
    (self.language, self.forms, self.phrases) = (language, forms, phrases)
    (self.kinds, self.nouns, self.plurals) = (kinds, nouns, plurals)
  }

  /// By the language alone: contents are found by their options, and the words of a language seldom differ.
  public func hash(into hasher: inout Hasher) { hasher.combine(language) }

  /// Whether the language is written from right to left.
  public var isRightToLeft: Bool { forms.isRightToLeft }

  /// The short names of the months, from January.
  package var months: [String] { forms.dates.monthNames }

  /// The names of each month in every form, from January.
  package var allMonthNames: [Set<String>] { forms.dates.allMonthNames }

  /// A number with marks between its groups of digits: "100,000".
  package func number(_ number: Int) -> String { forms.numbers.text(number) }

  /// "over 100,000": an amount with marks between its groups of digits.
  func amount(_ quantity: Quantity) -> String {
    quantity.amount.split(separator: " ").map { word in Int(word).map(number) ?? String(word) }.joined(separator: " ")
  }

  /// A text with the full stop of the language, unless it ends with one.
  package func sentence(_ text: String) -> String {
    ".。۔?!…".contains(text.last ?? " ") ? text : phrase(.sentence, text)
  }

  /// Texts one after the other, each but the first after a comma.
  package func asides(_ texts: [String]) -> String {
    texts.dropFirst().reduce(texts.first ?? "") { phrase(.aside, $0, $1) }
  }

  /// Items as one text: "A, B and C".
  package func list(_ items: [String]) -> String { forms.lists.joined(items) }

  /// All languages with a table.
  public static let all: [Lexicon] = [
    english, arabic, chinese, french, german, persian, russian, spanish, urdu,
  ]

  /// The lexicon of a language tag such as `ur` or `ur-PK`; `nil` if there is no table.
  public static func named(_ language: String) -> Lexicon? {
    let main = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    return all.first { $0.language == main }
  }

  /// The same words, with names of entities in another language.
  public func naming(in language: String) -> Lexicon {
    var lexicon = self
    lexicon.language = language
    return lexicon
  }

  /// A phrase with its placeholders filled in.
  public func phrase(_ phrase: Phrase, _ parts: String...) -> String { filled(template(phrase), parts) }

  /// The form of a phrase that a count takes, with the count as the first placeholder.
  package func phrase(_ phrase: Phrase, count: Int, _ parts: String...) -> String {
    let forms = template(phrase).split(separator: "|").map(String.init)
    return filled(forms[min(self.forms.plurals.index(for: count), forms.count - 1)], [number(count)] + parts)
  }

  private func template(_ phrase: Phrase) -> String {
    guard let template = phrases[phrase] else {
      preconditionFailure("'\(language)' lacks the phrase '\(phrase.rawValue)'")
    }
    return template
  }

  private func filled(_ template: String, _ parts: [String]) -> String {
    // In one pass, so that a placeholder in a part, such as a name with "{2}" in it, stays as it is.
    guard !parts.isEmpty, template.utf8.contains(UInt8(ascii: "{")) else { return template }
    let bytes = Array(template.utf8)
    var filled: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let place = bytes[index...].prefix(3)
      if place.first == UInt8(ascii: "{"), place.count == 3, place.last == UInt8(ascii: "}"),
        let number = Int(String(decoding: [place[index + 1]], as: UTF8.self)), parts.indices.contains(number - 1)
      {
        filled += parts[number - 1].utf8
        index += 3
      } else {
        filled.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: filled, as: UTF8.self)
  }

  /// The sentence of a kind: in this language, unless the dossier has one of its own.
  func sentence(of kind: RelationKind, _ relation: Relation, name: (Entity.ID) -> String) -> String {
    var kind = kind
    if kind == RelationKind.builtIn[kind.id], let own = kinds[kind.id.text] { kind.sentence = own }
    return kind.sentence(of: relation, name: name)
  }

  /// The noun of a kind; `nil` if only a sentence can express it.
  package func noun(of kind: RelationKind) -> String? {
    kind == RelationKind.builtIn[kind.id] ? nouns[kind.id.text] : nil
  }

  func plural(_ type: EventType, mode: String?) -> String {
    mode.flatMap { plurals[$0] } ?? plurals[type.rawValue] ?? type.rawValue
  }

  package func word(_ kind: Entity.Kind) -> String { phrase(Phrase(kind)) }
}

extension KnowledgeGraph {
  /// The name of an entity in a picture: in the language if it has one, or else its short name.
  func label(of id: Entity.ID, at moment: Moment, in lexicon: Lexicon) -> String {
    guard let entity = entities[id] else { return id.text }
    let own = entity.names.contains { $0.language == lexicon.language && lexicon.language != "en" }
    return own ? entity.name(at: moment, in: lexicon.language) : entity.short ?? entity.name(at: moment)
  }
}
