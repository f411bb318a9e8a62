/// A title as words in small letters.
struct OfficeTitle: Hashable {
  let words: [String]

  init(_ title: String) { words = LintWords.of(title) }

  var text: String { words.joined(separator: " ") }

  /// Whether an office of this title has one holder at a time.
  var isExclusive: Bool {
    !words.contains(where: OfficeTitle.shared.contains) && words.contains(where: OfficeTitle.single.contains)
      && !text.hasPrefix("minister of state")
  }

  func contains(_ other: OfficeTitle) -> Bool {
    words.indices.contains { words[$0...].starts(with: other.words) }
  }

  private static let single: Set<String> = [
    "president", "premier", "chancellor", "king", "queen", "emperor", "emir", "sultan", "pope", "minister", "chief",
    "chair", "chairman", "chairwoman", "chairperson", "head", "leader", "governor", "mayor", "speaker", "secretary",
    "director",
  ]
  /// Words of titles that several people may hold at a time.
  private static let shared: Set<String> = [
    "vice", "deputy", "assistant", "associate", "junior", "co", "adviser", "advisor", "member", "former", "special",
    "envoy", "representative", "under", "acting", "press", "regional",
  ]
  /// Words before a title that make it another one.
  static let modifiers = shared.union(["ex", "then", "designate", "elect", "late", "future", "incoming", "outgoing"])
}

/// A name with a title in a text: "Foreign Minister Dar", or "Dar, Foreign Minister of Pakistan".
struct TitledName {
  let name: [String]
  let title: OfficeTitle
  /// The name and the title, as a finding quotes them.
  let words: String

  /// Every name of the official in the text that has one of the titles.
  static func all(of official: Entity, in text: String, among titles: Set<OfficeTitle>) -> [TitledName] {
    let words = LintWords.of(text)
    let longestFirst = titles.filter { !$0.words.isEmpty }.sorted {
      ($1.words.count, $0.text) < ($0.words.count, $1.text)
    }
    return official.writtenNames.flatMap { name in
      words.indices.filter { words[$0...].starts(with: name) }.compactMap { start -> TitledName? in
        let before = words[..<start]
        let after = words[(start + name.count)...]
        if let title = longestFirst.first(where: { before.reversed().starts(with: $0.words.reversed()) }) {
          let modifier = before.dropLast(title.words.count).last
          guard modifier.map(OfficeTitle.modifiers.contains) != true else { return nil }
          return TitledName(name: name, title: title, words: "\(title.text) \(name.joined(separator: " "))")
        }
        guard let title = longestFirst.first(where: { after.starts(with: $0.words + ["of"]) }) else { return nil }
        return TitledName(name: name, title: title, words: "\(name.joined(separator: " ")), \(title.text)")
      }
    }
  }
}

extension Entity {
  /// Its names and its short name, as words.
  var writtenNames: Set<[String]> {
    Set((names.map(\.text) + [short].compactMap(\.self)).map(LintWords.of).filter { !$0.isEmpty })
  }

  /// Whether the words are one of its names, or the family name at its end.
  func bears(_ name: [String]) -> Bool {
    writtenNames.contains { $0 == name || $0.reversed().starts(with: name.reversed()) }
  }
}

/// The words of a text.
enum LintWords {
  /// The words in small letters, without punctuation and without the genitive.
  static func of(_ text: String) -> [String] {
    text.lowercased().replacing("’", with: "'").replacing("'s", with: "")
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
