internal import DyadCore

/// Reads the dates of a text from its words, one after the other.
struct DateScanner {
  /// A date at a place of the text.
  struct Reading {
    /// The index after its last word.
    var end: Int
    var interval: Interval
    var rule: String
    /// What later dates refer to; `nil` where the date is the bound of something else.
    var anchor: PartialDate?
  }

  let words: [TextWord]
  let published: PartialDate?
  private let scalars: [Unicode.Scalar]
  /// The number of the paragraph of each word.
  private let paragraphs: [Int]
  /// The date of the narrative so far.
  private(set) var anchor: (date: PartialDate, paragraph: Int)?
  /// The index of the words of that date.
  private(set) var anchorIndex = 0
  /// Whether the text counts from its publication: "last month", "on Tuesday".
  private var isNews = false

  init(_ scalars: [Unicode.Scalar], _ words: [TextWord], published: PartialDate?) {
    (self.scalars, self.words) = (scalars, words)
    self.published = published.flatMap { PartialDate(year: $0.year, month: $0.month, day: $0.day) }
    var (paragraph, place) = (0, 0)
    paragraphs = words.map { word in
      paragraph += scalars[place..<word.range.lowerBound].count { $0 == "\n" }
      place = word.range.lowerBound
      return paragraph
    }
    isNews = words.indices.contains { relative(at: $0) != nil }
  }

  /// Whether the date before it counts for a date without a year: in a text that counts from its publication, only within a sentence.
  func anchorCounts(at index: Int) -> Bool {
    guard isNews else { return true }
    return !(min(anchorIndex, index)..<index).contains { [".", "!", "?"].contains(words[$0].text) }
  }

  mutating func scan() -> [PassageDate] {
    var (found, index) = ([PassageDate](), 0)
    while index < words.count {
      guard let reading = reading(at: index), reading.end > index else {
        index += 1
        continue
      }
      let range = words[index].range.lowerBound..<words[reading.end - 1].range.upperBound
      let text = String(String.UnicodeScalarView(scalars[range]))
      found.append(
        PassageDate(
          words: text.split(whereSeparator: \.isWhitespace).joined(separator: " "), range: range,
          interval: reading.interval, rule: reading.rule))
      if let date = reading.anchor { (anchor, anchorIndex) = ((date, paragraphs[index]), index) }
      index = reading.end
    }
    return found
  }

  private func reading(at index: Int) -> Reading? {
    pair(at: index) ?? bounded(at: index) ?? relative(at: index) ?? later(at: index) ?? calendar(at: index)
  }

  // MARK: Words

  func word(_ index: Int) -> String { words.indices.contains(index) ? words[index].lower : "" }

  func paragraph(_ index: Int) -> Int { paragraphs.indices.contains(index) ? paragraphs[index] : 0 }

  /// The index after the words; `nil` if others are here.
  func after(_ phrase: String..., at index: Int) -> Int? {
    for (offset, one) in phrase.enumerated() where word(index + offset) != one { return nil }
    return index + phrase.count
  }

  /// A count in digits or words, and the index after it: "three", "a".
  func count(at index: Int) -> (count: Int, end: Int)? {
    guard words.indices.contains(index) else { return nil }
    if let number = words[index].number ?? DateWord.numbers[words[index].lower], number > 0, number < 200 {
      return (number, index + 1)
    }
    return nil
  }
}
