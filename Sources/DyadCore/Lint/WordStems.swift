/// The words of texts by their stems, so that "agrees" is found where a text has "agreed".
struct WordStems {
  private var stems: Set<String> = []

  init(_ text: String = "") { insert(text) }

  var isEmpty: Bool { stems.isEmpty }

  mutating func insert(_ text: String) { stems.formUnion(LintWords.of(text).map(WordStems.stem)) }

  /// Whether a text has the word in some form, or one that begins with it, or with which it begins: "crackdown" and "cracked".
  func has(_ word: String) -> Bool {
    let stem = WordStems.stem(word)
    return stems.contains(stem)
      || stems.contains { min($0.count, stem.count) >= 4 && ($0.hasPrefix(stem) || stem.hasPrefix($0)) }
  }

  /// The word without the endings of nouns, verbs and adverbs.
  private static func stem(_ word: String) -> String { irregular[word] ?? regular(word) }

  private static func regular(_ word: String) -> String {
    let endings = ["ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s"]
    guard let ending = endings.first(where: { word.hasSuffix($0) && word.count >= $0.count + 3 }),
      !word.hasSuffix("ss")
    else { return word.count > 3 && word.last == "e" ? String(word.dropLast()) : undoubled(word) }
    let stem = String(word.dropLast(ending.count))
    return ["ied", "ies"].contains(ending) ? stem + "y" : undoubled(stem)
  }

  /// With one letter for two: "stopp" of "stopped".
  private static func undoubled(_ stem: String) -> String {
    guard stem.count > 3, let last = stem.last, last != "s", last != "e", stem.dropLast().last == last else {
      return stem
    }
    return String(stem.dropLast())
  }

  private static let irregular: [String: String] = Dictionary(
    """
    begin began begun, break broke broken, bring brought, build built, buy bought, catch caught, come came, draw drew \
    drawn, drive drove driven, fall fell fallen, feel felt, fight fought, find found, flee fled, fly flew flown, forbid \
    forbade forbidden, freeze froze frozen, give gave given, go goes went gone, grow grew grown, hold held, keep kept, \
    know knew known, lead led, leave left, lose lost, make made, meet met, pay paid, rise rose risen, say said, see saw \
    seen, seek sought, sell sold, send sent, shake shook shaken, shoot shot, speak spoke spoken, spend spent, stand \
    stood, steal stole stolen, strike struck, swear swore sworn, take took taken, tell told, think thought, throw threw \
    thrown, win won, withdraw withdrew withdrawn, write wrote written, man men, woman women, child children
    """.split(separator: ",").flatMap { forms in
      let words = forms.split(separator: " ").map(String.init)
      return words.dropFirst().map { ($0, regular(words[0])) }
    }, uniquingKeysWith: { first, _ in first })
}

extension LintWords {
  /// The words that say something: without those of grammar, numbers, and words of one or two letters.
  static func content(of text: String) -> [String] {
    of(text).filter { $0.count > 2 && $0.allSatisfy(\.isLetter) && !grammatical.contains($0) }
  }

  static func distinct(_ words: [String]) -> [String] {
    words.reduce(into: []) { all, word in if !all.contains(word) { all.append(word) } }
  }

  private static let grammatical: Set<String> = [
    "the", "and", "but", "nor", "for", "from", "with", "into", "onto", "over", "under", "after", "before", "amid",
    "among", "against", "about", "between", "during", "until", "since", "through", "toward", "towards", "near", "off",
    "out", "down", "upon", "within", "without", "despite", "while", "when", "where", "why", "how", "who", "whom",
    "whose", "which", "what", "that", "this", "these", "those", "there", "here", "than", "then", "thus", "not", "all",
    "any", "each", "both", "few", "more", "most", "some", "such", "only", "own", "same", "too", "very", "just", "still",
    "again", "also", "now", "yet", "once", "ever", "never", "are", "was", "were", "been", "being", "has", "have", "had",
    "having", "does", "did", "can", "could", "may", "might", "must", "shall", "should", "will", "would", "his", "her",
    "hers", "him", "she", "its", "it", "they", "them", "their", "our", "ours", "you", "your", "one", "two", "three",
    "four", "five", "six", "seven", "eight", "nine", "ten", "other", "another", "because", "though", "although",
    "says", "say", "said",
  ]
}
