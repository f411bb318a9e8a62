internal import DyadCore

/// Years that the text does not write.
extension DateScanner {
  /// The date of the pieces, with the year of the date before it in the text, or of publication.
  func resolved(_ piece: Piece, at index: Int) -> (date: PartialDate, rule: String)? {
    if let year = piece.year {
      return PartialDate(year: year, month: piece.month, day: piece.day).map { ($0, $0.spelled) }
    }
    guard let month = piece.month else { return nil }
    if let anchor, anchorCounts(at: index), let date = date(month, piece.day, near: anchor, at: index) {
      return (date, "\(date.spelled), by the date before it (\(anchor.date.spelled))")
    }
    guard let published else { return nil }
    let years = [published.year, published.year - 1]
    let dates = years.compactMap { PartialDate(year: $0, month: month, day: piece.day) }
    return dates.first { $0.days.lowerBound <= published.days.upperBound }.map {
      ($0, "\($0.spelled), the latest before publication (\(published.spelled))")
    }
  }

  /// The date next to the narrative's: a step back counts three times as much as one forward.
  private func date(
    _ month: Int, _ day: Int?, near anchor: (date: PartialDate, paragraph: Int), at index: Int
  ) -> PartialDate? {
    let isInParagraph = paragraph(index) == anchor.paragraph
    guard let anchorMonth = anchor.date.monthCount else {
      // A year alone is the background of other paragraphs.
      return isInParagraph ? PartialDate(year: anchor.date.year, month: month, day: day) : nil
    }
    if !isInParagraph, let published, let now = published.monthCount, now - anchorMonth > 12,
      (0...2).contains((now - (month - 1)) % 12)
    {
      return nil
    }
    let dates = (anchor.date.year - 1...anchor.date.year + 1).compactMap {
      PartialDate(year: $0, month: month, day: day)
    }
    let possible = dates.filter { date in published.map { date.days.lowerBound <= $0.days.upperBound } ?? true }
    func distance(_ date: PartialDate) -> Int {
      let months = (date.monthCount ?? 0) - anchorMonth
      return months >= 0 ? months : -3 * months
    }
    return possible.min { (distance($0), $1.year) < (distance($1), $0.year) }
  }
}
