/// The forms of dates, numbers, lists and plurals in one language.
///
/// `Locales.swift` has those of all languages, from the Unicode Common Locale Data Repository. A class, since every text refers to
/// one of few.
package final class LocaleForms: Hashable, Sendable {
  /// Whether the language is written from right to left.
  let isRightToLeft: Bool
  package let dates: DateForms
  package let numbers: NumberForms
  package let lists: ListForms
  package let plurals: PluralForms

  init(isRightToLeft: Bool, dates: DateForms, numbers: NumberForms, lists: ListForms, plurals: PluralForms) {
    (self.isRightToLeft, self.dates, self.numbers) = (isRightToLeft, dates, numbers)
    (self.lists, self.plurals) = (lists, plurals)
  }

  package static func == (one: LocaleForms, other: LocaleForms) -> Bool { one === other }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// The patterns that join the items of a list; `{0}` and `{1}` are what they join.
package struct ListForms: Hashable, Sendable {
  /// Two items.
  let pair: String
  /// The first two of three or more items.
  let start: String
  /// What is joined so far with an item that is not the last.
  let middle: String
  /// What is joined so far with the last item.
  let end: String

  /// The items as one text: "A, B and C".
  package func joined(_ items: [String]) -> String {
    guard let first = items.first else { return "" }
    if items.count == 2 { return fill(pair, first, items[1]) }
    return items.dropFirst().enumerated().reduce(first) { text, item in
      let isLast = item.offset == items.count - 2
      return fill(isLast ? end : item.offset == 0 ? start : middle, text, item.element)
    }
  }

  private func fill(_ pattern: String, _ first: String, _ second: String) -> String {
    // The first item stands before the second in every language, so that what it contains is not filled again.
    guard let place = pattern.firstRange(of: "{1}") else { return first + second }
    let head = pattern[..<place.lowerBound].replacing("{0}", with: first)
    return head + second + pattern[place.upperBound...]
  }
}

/// The forms of a noun that a number takes, as far as whole numbers have them.
///
/// No language here needs more than the number itself, below a hundred, or its last two digits.
package struct PluralForms: Hashable, Sendable {
  /// The number of forms.
  package let count: Int
  private let exact: [UInt8]
  private let byLastTwo: [UInt8]

  /// - Parameters:
  ///   - exact: the index of the form for each number below a hundred, a digit each.
  ///   - byLastTwo: the same for greater numbers, by their last two digits.
  init(count: Int, exact: String, byLastTwo: String) {
    self.count = count
    (self.exact, self.byLastTwo) = (exact.utf8.map { $0 - 0x30 }, byLastTwo.utf8.map { $0 - 0x30 })
  }

  /// The index of the form that a number takes.
  package func index(for number: Int) -> Int {
    let number = number.magnitude
    return Int(number < 100 ? exact[Int(number)] : byLastTwo[Int(number % 100)])
  }
}
