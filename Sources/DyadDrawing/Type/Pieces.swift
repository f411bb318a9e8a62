/// The parts of a word that is wider than a line.
package enum Pieces {
  /// A longer word is broken with a hyphen of its own, where nothing else helps.
  private static let longestWord = 24

  /// After its hyphens; between any two characters in a script whose characters are words of their own.
  ///
  /// - Parameter share: how much of the word fits a line.
  package static func of(_ word: String, fitting share: Double) -> [String] {
    guard !isOfCharacters(word) else {
      return cut(word, into: share, hyphen: "")
    }
    let parts = atHyphens(word)
    if parts.count > 1 || word.count <= longestWord { return parts }
    return cut(word, into: share, hyphen: "-")
  }

  /// The parts that no line break divides.
  static func unbroken(_ word: String) -> [String] { isOfCharacters(word) ? word.map(String.init) : atHyphens(word) }

  private static func isOfCharacters(_ word: String) -> Bool {
    word.unicodeScalars.first(where: \.properties.isAlphabetic).map { $0.value >= 0x2E80 } ?? false
  }

  /// "Nagorno-", "Karabakh".
  package static func atHyphens(_ word: String) -> [String] {
    guard word.unicodeScalars.contains(where: isDivider) else { return word.isEmpty ? [] : [word] }
    var parts: [String] = [""]
    for character in word {
      if character == "\u{AD}" {
        parts[parts.count - 1].append("-")
        parts.append("")
        continue
      }
      parts[parts.count - 1].append(character)
      if "-‐/".contains(character) { parts.append("") }
    }
    return parts.filter { !$0.isEmpty }
  }

  private static func isDivider(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "\u{2010}", "/", "\u{AD}": true
    default: false
    }
  }

  private static func cut(_ word: String, into share: Double, hyphen: String) -> [String] {
    let each = max(1, Int(Double(word.count) * share * 0.95))
    var (pieces, rest) = ([String](), word[...])
    while !rest.isEmpty {
      let piece = rest.prefix(each)
      rest = rest.dropFirst(each)
      pieces.append(piece + (rest.isEmpty ? "" : hyphen))
    }
    return pieces
  }
}
