/// A word, a number or a mark of a text, with its place.
struct TextWord: Hashable, Sendable {
  let text: String
  /// In small letters, with plain apostrophes.
  let lower: String
  /// The place in Unicode scalars.
  let range: Range<Int>

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    text = String(String.UnicodeScalarView(scalars))
    lower = text.lowercased().replacing("’", with: "'")
    range = scalars.startIndex..<scalars.endIndex
  }

  var isCapitalized: Bool { text.unicodeScalars.first?.properties.isUppercase == true }
  var isWord: Bool { text.unicodeScalars.first.map(TextWord.isPartOfWord) == true }
  /// The "'s" or "'" after a noun.
  var isPossessive: Bool { lower == "'s" || lower == "'" }
  var isDash: Bool { ["-", "–", "—", "‑"].contains(text) }

  /// A number in digits, without the separators of thousands.
  var number: Int? {
    text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ",") } ? Int(text.replacing(",", with: "")) : nil
  }

  // MARK: Division

  /// The words and marks of a text, without white space.
  static func all(in scalars: [Unicode.Scalar]) -> [TextWord] {
    var (words, place) = ([TextWord](), 0)
    while place < scalars.count {
      let start = place
      if scalars[place].properties.isWhitespace {
        place += 1
        continue
      }
      if isPossessive(scalars, at: place) {
        place += place + 1 < scalars.count && scalars[place + 1] == "s" ? 2 : 1
      } else if isPartOfWord(scalars[place]) {
        place = endOfWord(scalars, from: place)
      } else {
        place += 1
      }
      words.append(TextWord(scalars[start..<place]))
    }
    return words
  }

  private static func endOfWord(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var place = start
    while place < scalars.count {
      if isPartOfWord(scalars[place]) {
        place += 1
      } else if isApostrophe(scalars[place]), !isPossessive(scalars, at: place), isPartOfWord(scalars, at: place + 1) {
        place += 1
      } else if scalars[place] == ",", isThousands(scalars, before: place, from: start) {
        place += 1
      } else {
        break
      }
    }
    return place
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  private static func isPartOfWord(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    scalars.indices.contains(place) && isPartOfWord(scalars[place])
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "’" }

  /// Whether the "'s" of "Kabul's", or the "'" of "militants'", is here.
  private static func isPossessive(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    guard isApostrophe(scalars[place]), place > 0, isPartOfWord(scalars[place - 1]) else { return false }
    if isPartOfWord(scalars, at: place + 1) {
      return scalars[place + 1] == "s" && !isPartOfWord(scalars, at: place + 2)
    }
    return scalars[place - 1] == "s"
  }

  /// Whether a comma is between the thousands of a number.
  private static func isThousands(_ scalars: [Unicode.Scalar], before place: Int, from start: Int) -> Bool {
    func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && ("0"..."9").contains(scalars[index]) }
    return scalars[start..<place].allSatisfy { ("0"..."9").contains($0) || $0 == "," }
      && (1...3).allSatisfy { isDigit(place + $0) } && !isDigit(place + 4)
  }
}
