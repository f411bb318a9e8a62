internal import DyadCore

/// Dates of the calendar: "19 April 2025", "April 19", "early 2024", "the end of March", "the 1990s".
extension DateScanner {
  /// The parts of a date that the text writes.
  struct Piece {
    var year: Int?
    var month: Int?
    var day: Int?
    var end: Int
  }

  /// Where within a month or a year.
  enum Part: String {
    case early, mid, late, beginning, end, firstHalf = "first half", secondHalf = "second half"
  }

  func calendar(at index: Int) -> Reading? {
    if let decade = decade(at: index, part: nil) { return decade }
    if let part = part(at: index) {
      if let decade = decade(at: part.end, part: part.part) { return decade }
      if let season = season(at: part.end) { return season }
      guard let piece = piece(at: part.end, isIntroduced: true), let date = resolved(piece, at: index),
        let interval = DateScanner.interval(part.part, of: date.date)
      else { return nil }
      return Reading(
        end: piece.end, interval: interval, rule: "\(part.part.rawValue) part of \(date.rule)", anchor: date.date)
    }
    if let season = season(at: index) { return season }
    let about = ["about", "around", "circa"].contains(word(index)) ? 1 : 0
    let isIntroduced = about == 1 || DateWord.prepositions.contains(word(index - 1)) || word(index - 1) == "("
    guard let piece = piece(at: index + about, isIntroduced: isIntroduced), let date = resolved(piece, at: index)
    else { return nil }
    let mark = about == 1 ? PartialDate.Mark.approximate : nil
    guard let marked = PartialDate(year: date.date.year, month: date.date.month, day: date.date.day, mark: mark)
    else { return nil }
    return Reading(
      end: piece.end, interval: Interval(marked), rule: about == 1 ? "about \(date.rule)" : date.rule, anchor: date.date
    )
  }

  // MARK: Pieces

  /// The written parts of a date. A month or a year alone needs a word before it that introduces dates.
  func piece(at index: Int, isIntroduced: Bool) -> Piece? {
    numeric(at: index) ?? dayAndMonth(at: index) ?? monthFirst(at: index, isIntroduced) ?? year(at: index, isIntroduced)
  }

  /// "2025-04-19", "19.04.2025", "19/04/2025", unless day and month could be exchanged.
  private func numeric(at index: Int) -> Piece? {
    guard index + 4 < words.count, let first = words[index].number, let second = words[index + 2].number,
      let third = words[index + 4].number, words[index + 1].text == words[index + 3].text,
      (index..<index + 4).allSatisfy({ words[$0].range.upperBound == words[$0 + 1].range.lowerBound })
    else { return nil }
    switch words[index + 1].text {
    case "-" where words[index].text.count == 4: return Piece(year: first, month: second, day: third, end: index + 5)
    case "." where words[index + 4].text.count == 4:
      return Piece(year: third, month: second, day: first, end: index + 5)
    case "/" where words[index + 4].text.count == 4 && first > 12:
      return Piece(year: third, month: second, day: first, end: index + 5)
    case "/" where words[index + 4].text.count == 4 && second > 12:
      return Piece(year: third, month: first, day: second, end: index + 5)
    default: return nil
    }
  }

  /// "19 April 2025", "19th of April"
  private func dayAndMonth(at index: Int) -> Piece? {
    guard let day = day(at: index) else { return nil }
    let next = word(index + 1) == "of" ? index + 2 : index + 1
    guard let month = month(at: next) else { return nil }
    let year = yearAfter(month.end)
    return Piece(year: year?.year, month: month.month, day: day, end: year?.end ?? month.end)
  }

  /// "April 19, 2025", "April 2025", "April"
  private func monthFirst(at index: Int, _ isIntroduced: Bool) -> Piece? {
    // "31 February 2020" is no date, and neither is its month.
    guard let month = month(at: index), day(at: index - 1) == nil else { return nil }
    if let day = day(at: month.end), fourDigits(month.end) == nil, word(month.end + 1) != "%" {
      let year = yearAfter(month.end + 1)
      return Piece(year: year?.year, month: month.month, day: day, end: year?.end ?? month.end + 1)
    }
    if let year = yearAfter(month.end, allowingComma: false) {
      return Piece(year: year.year, month: month.month, end: year.end)
    }
    return isIntroduced ? Piece(month: month.month, end: month.end) : nil
  }

  private func year(at index: Int, _ isIntroduced: Bool) -> Piece? {
    guard isIntroduced, let year = fourDigits(index) else { return nil }
    return Piece(year: year, end: index + 1)
  }

  /// A day of the month: "19", "19th".
  func day(at index: Int) -> Int? {
    guard words.indices.contains(index) else { return nil }
    let text = words[index].lower
    let suffixes = ["st", "nd", "rd", "th"]
    let digits = suffixes.contains { text.hasSuffix($0) } ? String(text.dropLast(2)) : text
    guard digits.count <= 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let day = Int(digits),
      (1...31).contains(day)
    else { return nil }
    return day
  }

  /// A month begins with a capital, which the verbs "may" and "march" do not.
  func month(at index: Int) -> (month: Int, end: Int)? {
    guard words.indices.contains(index), words[index].isCapitalized, let month = DateWord.months[words[index].lower]
    else { return nil }
    let isShort = words[index].text.count <= 4 && words[index].lower != "may" && word(index + 1) == "."
    return (month, isShort ? index + 2 : index + 1)
  }

  /// A year from 1000 to 2199 in four digits.
  func fourDigits(_ index: Int) -> Int? {
    guard words.indices.contains(index), words[index].text.count == 4, let year = words[index].number,
      (1000..<2200).contains(year)
    else { return nil }
    return year
  }

  private func yearAfter(_ index: Int, allowingComma: Bool = true) -> (year: Int, end: Int)? {
    let next = allowingComma && word(index) == "," || word(index) == "of" ? index + 1 : index
    return fourDigits(next).map { ($0, next + 1) }
  }

  // MARK: Parts of months and years

  private func part(at index: Int) -> (part: Part, end: Int)? {
    let start = after("the", at: index) ?? index
    switch word(start) {
    case "early", "late":
      let end = word(start + 1) == "in" ? start + 2 : start + 1
      return Part(rawValue: word(start)).map { ($0, end) }
    case "mid": return (.mid, words.indices.contains(start + 1) && words[start + 1].isDash ? start + 2 : start + 1)
    case "middle": return after("of", at: start + 1).map { (.mid, $0) }
    case "beginning", "start": return after("of", at: start + 1).map { (.beginning, $0) }
    case "end": return after("of", at: start + 1).map { (.end, $0) }
    case "first": return after("half", "of", at: start + 1).map { (.firstHalf, $0) }
    case "second": return after("half", "of", at: start + 1).map { (.secondHalf, $0) }
    default: return nil
    }
  }

  private static func interval(_ part: Part, of date: PartialDate) -> Interval? {
    func months(_ first: Int, _ last: Int) -> Interval? {
      guard let first = PartialDate(year: date.year, month: first), let last = PartialDate(year: date.year, month: last)
      else { return nil }
      return Interval(from: .date(first), to: .date(last))
    }
    func days(_ first: Int, _ last: Int) -> Interval? {
      let start = date.days.lowerBound
      return Interval(start.advanced(by: first - 1)...min(start.advanced(by: last - 1), date.days.upperBound))
    }
    switch (date.precision, part) {
    case (.day, _): return nil
    case (.year, .early): return months(1, 4)
    case (.year, .mid): return months(5, 8)
    case (.year, .late): return months(9, 12)
    case (.year, .beginning): return PartialDate(year: date.year, month: 1).map { Interval($0) }
    case (.year, .end): return PartialDate(year: date.year, month: 12).map { Interval($0) }
    case (.year, .firstHalf): return months(1, 6)
    case (.year, .secondHalf): return months(7, 12)
    case (.month, .early), (.month, .beginning): return days(1, 10)
    case (.month, .mid): return days(11, 20)
    case (.month, .late), (.month, .end): return days(21, 31)
    case (.month, .firstHalf): return days(1, 15)
    case (.month, .secondHalf): return days(16, 31)
    }
  }

  /// "the 1990s"
  private func decade(at index: Int, part: Part?) -> Reading? {
    let start = after("the", at: index) ?? index
    guard words.indices.contains(start), words[start].text.count == 5, words[start].lower.hasSuffix("0s"),
      let first = Int(words[start].text.dropLast()), (1000..<2200).contains(first)
    else { return nil }
    let years =
      switch part {
      case .early, .beginning: first...first + 3
      case .mid: first + 4...first + 6
      case .late, .end: first + 7...first + 9
      case .firstHalf: first...first + 4
      case .secondHalf: first + 5...first + 9
      case nil: first...first + 9
      }
    guard let start = PartialDate(year: years.lowerBound), let last = PartialDate(year: years.upperBound),
      let interval = Interval(from: .date(start), to: .date(last))
    else { return nil }
    let end = (after("the", at: index) ?? index) + 1
    return Reading(end: end, interval: interval, rule: part.map { "\($0.rawValue) part of the decade" } ?? "the decade")
  }

  /// "spring 2024", "the summer of 2019"
  private func season(at index: Int) -> Reading? {
    let start = after("the", at: index) ?? index
    guard let season = DateWord.seasons[word(start)] else { return nil }
    let next = word(start + 1) == "of" ? start + 2 : start + 1
    guard let year = fourDigits(next), let first = PartialDate(year: year, month: season.first),
      let last = PartialDate(year: year, month: season.last),
      let interval = Interval(from: .date(first), to: .date(last))
    else { return nil }
    return Reading(end: next + 1, interval: interval, rule: "months of the northern \(word(start))", anchor: first)
  }
}
