/// Words of English by which sentences are divided.
enum GrammarWord {
  static let prepositions: Set<String> = [
    "in", "on", "at", "of", "to", "from", "with", "by", "for", "against", "into", "near", "along", "over", "under",
    "about",
    "towards", "toward", "inside", "outside", "after", "before", "during", "between", "among", "through", "across",
    "within",
    "behind", "beyond", "following", "upon", "onto", "despite", "amid", "around", "without",
  ]
  /// Words that begin a clause of its own.
  static let clauseStarts: Set<String> = [
    "that", "when", "while", "where", "which", "who", "whom", "whose", "because", "although", "though", "after",
    "before",
    "since", "until", "if", "unless", "as", "but", "so", "whether", "whereas",
  ]
  static let relatives: Set<String> = ["who", "which", "that", "whom", "whose", "where"]
  static let passives: Set<String> = ["was", "were", "is", "are", "been", "being", "be", "got"]
  static let modals: Set<String> = [
    "would", "could", "may", "might", "should", "can", "must", "will", "shall", "cannot",
  ]
  static let negations: Set<String> = ["not", "never", "no", "n't", "neither", "nor", "without", "hardly"]
  /// Verbs whose infinitive or gerund has happened: "began arresting".
  static let beginnings: Set<String> = [
    "begin", "began", "begun", "begins", "start", "started", "starts", "continue", "continued", "continues",
    "proceeded",
    "went", "moved", "helped", "agreed", "managed",
  ]
  static let determiners: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "any", "some", "such",
    "no",
    "first", "second", "several", "many", "new", "more", "further", "strong", "two", "three", "largest", "last", "next",
  ]
  static let auxiliaries: Set<String> = [
    "has", "have", "had", "having", "was", "were", "is", "are", "been", "be", "being", "did", "do", "does",
  ]
}
