/// "a" or "an".
package enum EnglishArticle {
  /// The noun with its indefinite article: "an armed group", "a union", "an EU mission".
  package static func indefinite(_ noun: String) -> String { (startsWithVowel(noun) ? "an " : "a ") + noun }

  /// By the sound of the first word, which its letters do not always show.
  private static func startsWithVowel(_ noun: String) -> Bool {
    let word = noun.prefix { $0.isLetter || $0.isNumber }
    let lower = word.lowercased()
    guard let first = lower.first else { return false }
    if word.count >= 2, word.count <= 5, word.allSatisfy(\.isUppercase) { return "aefhilmnorsx".contains(first) }
    if silent.contains(where: lower.hasPrefix) { return true }
    if first == "u", voiced.contains(where: lower.hasPrefix), !lower.hasPrefix("unin"), !lower.hasPrefix("unim") {
      return false
    }
    if lower.hasPrefix("eu") || lower == "one" || lower.hasPrefix("once") { return false }
    if lower.hasPrefix("8") || lower == "11" || lower == "18" { return true }
    return "aeiouáéíóúàèìòùâêîôûäöåāēīōū".contains(first)
  }

  private static let silent = ["hour", "honest", "honour", "honor", "heir"]
  private static let voiced = ["uni", "use", "usa", "usu", "uti", "ura", "ubi", "uga", "ukr", "urug"]
}
