import DyadCore

/// The amounts of an event, set into its sentence: "freed 15 Armenian prisoners".
struct EventAmounts {
  private let event: Event

  init(_ event: Event) { self.event = event }

  /// The sentence with each amount once: before its noun, behind it, or at the end.
  func set(into sentence: String) -> String {
    var sentence = sentence
    var behind: [String] = []
    let described = (event.describedActors + event.describedRecipients).compactMap { participant in
      participant.number.map { (number: $0, words: participant.words, isDescribed: true) }
    }
    let counted = event.numbers.map { (number: $0, words: $0.subject, isDescribed: false) }
    for amount in described + counted where !isSaid(amount.number) && amount.number.values.upperBound > 1 {
      if let placed = placed(amount.number, amount.words, sentence) {
        sentence = placed
      } else if !amount.isDescribed, amount.number.values.upperBound > 2 {
        // "killed thousands (about 7,000)": the word is there already.
        let isThere = EventAmounts.words(sentence).contains(amount.words.lowercased())
        behind.append(EventAmounts.text(amount.number) + (isThere ? "" : " \(amount.words)"))
      }
    }
    return sentence + (behind.isEmpty ? "" : " (\(behind.inList))")
  }

  /// "about 7,000", "four"
  private static func text(_ number: Quantity) -> String {
    let value = number.values.lowerBound
    let isSmall = value == number.values.upperBound && value == value.rounded() && (1...12).contains(value)
    guard isSmall else { return BriefText.grouped(number.amount) }
    return (number.bound == .exactly ? "" : "\(number.bound.rawValue) ") + BriefText.number(Int(value))
  }

  /// Whether the text of the event has the number.
  private func isSaid(_ number: Quantity) -> Bool {
    let digits = number.amount.split { !$0.isNumber }.last.map { String($0) } ?? ""
    let word = EventAmounts.text(number).split(separator: " ").last.map { String($0) } ?? ""
    return event.what.filter { $0 != "," }.contains(digits) || EventAmounts.words(event.what).contains(word)
  }

  /// The words in small letters, without punctuation.
  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map { word in word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" } }
  }

  /// The sentence with the amount at the noun; `nil` if it does not have the noun.
  private func placed(_ number: Quantity, _ subject: String, _ sentence: String) -> String? {
    var words = sentence.split(separator: " ").map { String($0) }
    let bare = EventAmounts.words(sentence)
    // "militants, most of them Afghans": the noun is enough.
    let phrase = EventAmounts.words(subject.split(separator: ",").first.map { String($0) } ?? subject)
    guard !phrase.isEmpty, NounPhrase.isPlural(NounPhrase.head(phrase)),
      let start = bare.indices.first(where: { bare[$0...].starts(with: phrase) })
    else { return nil }
    var first = start
    if first > 0, isModifier(words, first - 1) { first -= 1 }
    let previous = first > 0 ? bare[first - 1] : ""
    let isExact = number.bound == .exactly
    let takesNumber =
      !EventAmounts.quantifiers.contains(previous) && (isExact || !EnglishWords.determiners.contains(previous))
    if takesNumber, previous.last?.isNumber != true {
      words.insert(EventAmounts.text(number), at: first)
    } else {
      let last = start + phrase.count - 1
      let mark = words[last].last.map { ",.;:".contains($0) } == true ? String(words[last].removeLast()) : ""
      words[last] += " (\(EventAmounts.text(number)))\(mark)"
    }
    return words.joined(separator: " ")
  }

  /// Whether the word belongs to the noun behind it: "Armenian prisoners", "border villages" after "to return".
  private func isModifier(_ words: [String], _ index: Int) -> Bool {
    let word = words[index]
    guard word.last?.isLetter == true else { return false }
    if word.first?.isUppercase == true { return index > 0 && EventAmounts.demonyms.contains(where: word.hasSuffix) }
    if ["first", "last", "next"].contains(word) || EnglishWords.determiners.contains(word) { return false }
    if EnglishWords.adjectives.contains(word) { return true }
    guard EnglishWords.isNoun(word), index > 0 else { return false }
    let isAfterInfinitive = index > 1 && words[index - 2] == "to" && EnglishVerb.named(words[index - 1]) != nil
    return EnglishWords.determiners.contains(words[index - 1]) || isAfterInfinitive
  }

  private static let demonyms = ["i", "ish", "ese", "ian", "ican", "rean", "ench", "ghan"]
  private static let quantifiers: Set<String> = [
    "all", "nearly", "almost", "some", "several", "many", "most", "few", "more", "other", "no", "hundreds", "thousands",
    "dozens", "of", "both",
  ]
}
