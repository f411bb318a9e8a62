package import DyadCore

/// A name, or a list of names, as an English sentence needs it: with its article, and singular or plural.
///
///     EnglishName("United States", .state).text             // "the United States"
///     EnglishName("Afghan Taliban", .group).isPlural        // true
package struct EnglishName: Hashable, Sendable {
  /// The name within a sentence: "the United States", "Pakistani officials".
  package let text: String
  /// Whether its verb is plural.
  package let isPlural: Bool
  /// Whether it is more than one name.
  package let isList: Bool

  /// A name with its number.
  package init(_ text: String, isPlural: Bool, isList: Bool = false) {
    (self.text, self.isPlural, self.isList) = (text, isPlural, isList)
  }

  /// The name of an entity.
  ///
  /// - Parameter usage: whether texts of the dossier put "the" before it; decides where no rule does.
  package init(_ name: String, _ kind: Entity.Kind, usage: (String) -> Bool = { _ in false }) {
    let name = OneLine.of(name)
    let noun = NameNoun(name, kind)
    isPlural = noun.isPlural
    isList = false
    if name.lowercased().hasPrefix("the ") {
      text = "the " + name.dropFirst(4)
    } else if noun.isCommon {
      text = (noun.isPlural ? "" : "the ") + name.prefix(1).lowercased() + name.dropFirst()
    } else {
      text = (noun.takesArticle ?? usage(name) ? "the " : "") + name
    }
  }

  /// "A, B and C", plural if there are several.
  package static func list(_ names: [EnglishName]) -> EnglishName {
    guard names.count != 1 else { return names[0] }
    return EnglishName(names.map(\.text).inList, isPlural: true, isList: true)
  }

  /// "Pakistan's", "the Taliban's", "the United States'".
  package var possessive: String { text + (text.hasSuffix("s") ? "'" : "'s") }

  /// Whether a possessive of it is easy to read: a short name without a phrase behind its noun.
  package var isShort: Bool {
    !isList && text.split(separator: " ").count <= 3
      && ![" of ", " for ", " on ", ",", " and "].contains(where: text.contains)
  }
}

extension [String] {
  /// "a", "a and b", "a, b and c"
  package var inList: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

/// What the noun of a name says about its grammar.
private struct NameNoun {
  var isPlural = false
  /// Whether it is a noun phrase rather than a proper name, written with a small letter in a sentence.
  var isCommon = false
  /// Whether it takes "the"; `nil` where no rule decides.
  var takesArticle: Bool?

  init(_ name: String, _ kind: Entity.Kind) {
    let bare = name.lowercased().hasPrefix("the ") ? String(name.dropFirst(4)) : name
    let words = bare.split(separator: " ").map(String.init)
    guard let first = words.first else { return }
    let head = NameNoun.head(words)
    if kind == .official { takesArticle = false; return }
    if kind == .state || kind == .place {
      takesArticle =
        EnglishNames.withArticle.contains(bare) || words.contains(where: EnglishNames.nounsOfStates.contains)
        || NameNoun.isAcronym(bare) && kind == .state
      return
    }
    isCommon = EnglishNames.isCommon(words)
    isPlural =
      EnglishNames.plurals.contains(head.lowercased())
      || !EnglishNames.singulars.contains(head) && NameNoun.isPlural(head)
        && (isCommon || head.first?.isLowercase == true || words.count == 1
          || EnglishNames.pluralNouns.contains(head.lowercased()))
    if first.hasSuffix("'s") || first.hasSuffix("’s") || EnglishNames.withoutArticle.contains(bare)
      || EnglishNames.withoutArticle.contains(first)
    {
      takesArticle = false
    } else if EnglishNames.withArticle.contains(bare) || EnglishNames.plurals.contains(head.lowercased()) {
      takesArticle = !isCommon && !(head.first?.isLowercase ?? false)
    } else if words.count > 1, head.first?.isLowercase == true {
      // "Pakistani forces", but "the Ethiopian army".
      takesArticle = !isPlural
    } else if NameNoun.isAcronym(bare) || words.contains(where: EnglishNames.isNounOfBodies) {
      takesArticle = true
    } else if isPlural {
      takesArticle = true
    } else if words.count == 1 {
      takesArticle = false
    }
  }

  /// The last word before a phrase with a preposition or a clause: "Security Council" in "Security Council of the UN".
  private static func head(_ words: [String]) -> String {
    let ends: Set<String> = [
      "of", "for", "on", "in", "to", "who", "that", "which", "against", "from", "at", "with", "without", "under",
      "within",
    ]
    let end = words.dropFirst().firstIndex { ends.contains($0) || $0.hasPrefix("(") } ?? words.endIndex
    let comma = words[..<end].firstIndex { $0.hasSuffix(",") }.map { $0 + 1 } ?? end
    return words[..<comma].last.map { String($0.filter { $0 != "," }) } ?? ""
  }

  private static func isPlural(_ word: String) -> Bool {
    let word = word.lowercased()
    return word.count > 3 && word.hasSuffix("s")
      && !["ss", "us", "is", "as", "os", "ics"].contains(where: word.hasSuffix)
  }

  /// "TTP", "PLO": spoken letter by letter, so with an article.
  private static func isAcronym(_ name: String) -> Bool {
    name.count >= 2 && !name.contains(" ")
      && name.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" || $0 == "&" }
  }
}
