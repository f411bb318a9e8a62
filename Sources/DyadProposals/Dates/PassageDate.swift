package import DyadCore

/// A date that a text gives in words, resolved to a date or an interval.
///
///     let date = PassageDates(in: SourceText("It began last month."), published: PartialDate("2025-05-26")).all[0]
///     print(date.words, date.interval, date.rule)     // last month 2025-04 month before publication (26 May 2025)
package struct PassageDate: Hashable, Sendable {
  /// The words of the text: "last month".
  package let words: String
  /// The place of the words in the text, in Unicode scalars.
  package let range: Range<Int>
  /// The date or the interval that they mean, which `description` writes as a dossier does.
  package let interval: Interval
  /// How the words were resolved: "month before publication (26 May 2025)".
  package let rule: String

  /// A date with its words.
  package init(words: String, range: Range<Int>, interval: Interval, rule: String) {
    (self.words, self.range, self.interval, self.rule) = (words, range, interval, rule)
  }
}
