internal import DyadCore

/// The words of a passage, in which the parts of a claim are looked up.
struct WordSearch {
  /// The text in small letters.
  private let lower: String
  /// The words in order; numbers in Western digits and without separators.
  private let tokens: [String]
  /// The same words in small letters.
  private let lowered: [String]
  private let months: [Set<String>]

  /// - Parameter language: the language of the text, whose names of months are known beside the English ones.
  init(_ text: String, language: String?) {
    lower = text.lowercased()
    tokens = WordSearch.tokens(of: text)
    lowered = tokens.map { $0.lowercased() }
    months =
      language.flatMap(Lexicon.named).flatMap { WordSearch.months[$0.language] } ?? WordSearch.months(besides: [])
  }

  /// The names of each month in small letters, by language: made once, because a review searches several passages for each claim.
  private static let months = Dictionary(
    uniqueKeysWithValues: Lexicon.all.map { ($0.language, months(besides: $0.allMonthNames)) })

  /// - Parameter own: the names in a language beside English.
  private static func months(besides own: [Set<String>]) -> [Set<String>] {
    english.enumerated().map { index, name in
      let local = own.indices.contains(index) ? own[index].map { $0.lowercased().replacing(".", with: "") } : []
      return Set([name.lowercased(), String(name.lowercased().prefix(3))] + local + (index == 8 ? ["sept"] : []))
    }
  }

  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private static func tokens(of text: String) -> [String] {
    let characters = Array(text)
    var (tokens, token) = ([String](), "")
    for (place, character) in characters.enumerated() {
      let isInNumber =
        (character == "," || character == "\u{202F}") && token.last?.isNumber == true
        && WordSearch.isThousands(characters[(place + 1)...])
      if character.isLetter || character.isNumber {
        token += character.wholeNumberValue.map(String.init) ?? String(character)
      } else if !isInNumber, !token.isEmpty {
        tokens.append(token)
        token = ""
      }
    }
    return token.isEmpty ? tokens : tokens + [token]
  }

  /// Whether exactly three digits follow.
  private static func isThousands(_ rest: ArraySlice<Character>) -> Bool {
    rest.prefix { $0.isNumber }.count == 3
  }

  // MARK: Dates

  /// The parts of a date.
  enum DatePart: String, CaseIterable { case day, month, year }

  /// The parts of the date that the passage contains.
  func parts(of date: PartialDate) -> Set<DatePart> {
    var found: Set<DatePart> = []
    if lowered.contains(where: { $0 == String(date.year) || $0 == "\(date.year)s" }) { found.insert(.year) }
    if let month = date.month {
      if !places(ofMonth: month).isEmpty { found.insert(.month) }
      if let day = date.day {
        if isWritten(day, near: places(ofMonth: month)) { found.insert(.day) }
        if isNumeric(date.year, month, day) { found.formUnion([.year, .month, .day]) }
      }
    }
    return found
  }

  /// A month begins with a capital, which the verbs "may" and "march" do not.
  private func places(ofMonth month: Int) -> [Int] {
    tokens.indices.filter { index in
      months[month - 1].contains(lowered[index])
        && (tokens[index].first?.isUppercase == true || tokens[index].first?.isASCII == false
          || WordSearch.english[month - 1].lowercased() != lowered[index])
    }
  }

  /// Whether the day is written as an ordinal, or within three words of its month.
  private func isWritten(_ day: Int, near months: [Int]) -> Bool {
    lowered.indices.contains { index in
      if ["\(day)st", "\(day)nd", "\(day)rd", "\(day)th"].contains(lowered[index]) { return true }
      return Int(lowered[index]) == day && months.contains { abs($0 - index) <= 3 }
    }
  }

  /// Whether the date is written in digits alone, in any usual order.
  private func isNumeric(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    let orders = [[year, month, day], [day, month, year], [month, day, year]]
    let numbers = lowered.map { Int($0) }
    return numbers.indices.dropLast(2).contains { index in
      orders.contains { order in order.indices.allSatisfy { numbers[index + $0] == order[$0] } }
    }
  }

  private static let days: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tonight",
    "tomorrow", "recently", "currently",
  ]
  private static let units: Set<String> = [
    "day", "week", "month", "year", "decade", "morning", "spring", "summer", "autumn", "fall", "winter",
  ]

  /// The words that give a date relative to another: "two days earlier", "the next day", "Monday".
  var relativeDates: [String] {
    var seen: Set<String> = []
    return relativeWords.filter { seen.insert($0).inserted }
  }

  private var relativeWords: [String] {
    lowered.indices.compactMap { index in
      let word = lowered[index]
      let before = index > 0 ? lowered[index - 1] : ""
      if ["later", "earlier", "ago"].contains(word), index > 0 {
        return lowered[max(0, index - 2)...index].joined(separator: " ")
      }
      if WordSearch.days.contains(word) { return tokens[index] }
      guard WordSearch.units.contains(word),
        ["last", "next", "this", "same", "following", "previous", "previously", "that"].contains(before)
      else { return nil }
      return "\(before) \(word)"
    }
  }

  // MARK: Names and numbers

  /// Whether the passage contains the text, in any letter case.
  func contains(_ text: String) -> Bool { lower.contains(text.lowercased()) }

  /// Whether the passage contains a word, in any letter case.
  func hasWord(_ word: String) -> Bool { lowered.contains(word.lowercased()) }

  /// Whether it contains the number, in digits or spelled out in English up to 100.
  func contains(_ number: Double) -> Bool {
    guard number == number.rounded(), abs(number) < 1e15 else { return contains(String(number)) }
    let value = Int(number)
    if lowered.contains(String(value)) { return true }
    let spelled = WordSearch.spelled(value)
    guard !spelled.isEmpty else { return false }
    return lowered.indices.contains { index in lowered[index...].starts(with: spelled) }
  }

  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

  private static func spelled(_ value: Int) -> [String] {
    switch value {
    case 0..<20: [small[value]]
    case 20..<100: [tens[value / 10 - 2]] + (value % 10 == 0 ? [] : [small[value % 10]])
    case 100: ["hundred"]
    case 1000: ["thousand"]
    default: []
    }
  }
}
