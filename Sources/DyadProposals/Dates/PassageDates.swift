package import DyadCore

/// The dates that an English text gives in words, resolved against the date of its publication.
///
/// Words that cannot be resolved are left out: "Tuesday" in a text whose day of publication is unknown, "in three years". A date
/// without a year takes that of the date before it in the text, or else the latest one before publication.
///
///     let dates = PassageDates(in: SourceText("Dar visited Kabul on 19 April."), published: PartialDate("2025-05-26"))
///     print(dates.all[0].interval)     // 2025-04-19
package struct PassageDates: Sendable {
  /// All dates of the text, in its order.
  package let all: [PassageDate]

  /// Reads the whole text, so that each date knows those before it.
  package init(in text: SourceText, published: PartialDate?) {
    let scalars = Array(text.text.unicodeScalars)
    var scanner = DateScanner(scalars, TextWord.all(in: scalars), published: published)
    all = scanner.scan()
  }

  /// The dates in and around a passage, nearest first; those within it come first.
  ///
  /// - Parameters:
  ///   - range: the passage, in Unicode scalars.
  ///   - distance: how far from the passage a date may be, in Unicode scalars.
  package func nearest(to range: Range<Int>, within distance: Int = 400) -> [PassageDate] {
    func gap(_ date: PassageDate) -> Int {
      max(0, date.range.lowerBound - range.upperBound, range.lowerBound - date.range.upperBound)
    }
    return all.filter { gap($0) <= distance }.sorted { (gap($0), $0.range.lowerBound) < (gap($1), $1.range.lowerBound) }
  }
}
