internal import DyadCore

/// Dates and intervals as people write them: `7 Dec 2023`, `12/2023`, `since August 2021`.
package enum DateSpelling {
  /// What the text may mean, in the notation of dossiers; several readings of `07/12/2023`, none of what is no date.
  ///
  /// - Parameter isInterval: whether an interval may be meant.
  package static func readings(of text: String, isInterval: Bool) -> [String] {
    guard text.count < 60 else { return [] }
    if let dates = UnsupportedNotation(text)?.dates, !dates.isEmpty { return dates }
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let found = dates(in: words)
    return found.isEmpty && isInterval ? interval(in: words).map { [$0] } ?? [] : found.map(\.description)
  }

  // MARK: Intervals

  private static func interval(in words: String) -> String? {
    for since in ["since ", "from "] where words.hasPrefix(since) {
      if let start = only(in: words.dropFirst(since.count)) { return "\(start)/.." }
    }
    for until in ["until ", "till ", "up to "] where words.hasPrefix(until) {
      if let end = only(in: words.dropFirst(until.count)) { return "/\(end)" }
    }
    let bare = ["from ", "between "].first { words.hasPrefix($0) }.map { words.dropFirst($0.count) } ?? words[...]
    for separator in [" to ", " until ", " and ", "/", "–", "—", " - ", "-"] {
      guard let cut = bare.firstRange(of: separator), let start = only(in: bare[..<cut.lowerBound]) else { continue }
      let end = bare[cut.upperBound...].trimmingSpaces
      if ["now", "present", "today", "ongoing", "date"].contains(end) { return "\(start)/.." }
      if let end = only(in: end), Interval("\(start)/\(end)") != nil { return "\(start)/\(end)" }
    }
    return nil
  }

  private static func only(in words: Substring) -> PartialDate? {
    let found = dates(in: String(words.trimmingSpaces))
    return found.count == 1 ? found[0] : nil
  }

  // MARK: Dates

  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  private static let about: Set<String> = ["about", "around", "circa", "ca", "c", "approximately", "approx"]
  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  private static func dates(in words: String) -> [PartialDate] {
    if let date = PartialDate(words) { return [date] }
    // A time of day is more exact than any claim.
    if words.count > 10, words.dropFirst(10).first == "t", let date = PartialDate(words.prefix(10)) { return [date] }
    var parts = words.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let isAbout = parts.first.map(about.contains) ?? false || words.hasPrefix("~")
    parts.removeAll { part in
      about.contains(part) || ["of", "the", "on", "in"].contains(part)
        || part.count > 2 && weekdays.contains { $0.hasPrefix(part) }
    }
    let named = parts.compactMap(month)
    let numbers = parts.filter { month($0) == nil }.map(number)
    guard named.count <= 1, !parts.isEmpty, numbers.allSatisfy({ $0 != nil }) else { return [] }
    let known = numbers.compactMap(\.self)
    let readings = named.first.map { dates(inMonth: $0, known) } ?? dates(of: known)
    let found = readings.compactMap { date in
      PartialDate(year: date.year, month: date.month, day: date.day, mark: isAbout ? .approximate : nil)
    }
    return found.first == found.last ? Array(found.prefix(1)) : found
  }

  private typealias Parts = (year: Int, month: Int?, day: Int?)

  private static func dates(inMonth month: Int, _ numbers: [Int]) -> [Parts] {
    switch numbers.count {
    case 1 where isYear(numbers[0]): [(numbers[0], month, nil)]
    case 2 where isYear(numbers[1]): [(numbers[1], month, numbers[0])]
    case 2 where isYear(numbers[0]): [(numbers[0], month, numbers[1])]
    default: []
    }
  }

  private static func dates(of numbers: [Int]) -> [Parts] {
    switch numbers.count {
    case 1 where isYear(numbers[0]): [(numbers[0], nil, nil)]
    case 1 where numbers[0] > 9_999_999: [(numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100)]
    case 2 where isYear(numbers[0]): [(numbers[0], numbers[1], nil)]
    case 2 where isYear(numbers[1]): [(numbers[1], numbers[0], nil)]
    case 3 where isYear(numbers[0]): [(numbers[0], numbers[1], numbers[2])]
    // Half of the world writes the day first, the other half the month.
    case 3 where isYear(numbers[2]):
      [(numbers[2], numbers[1], numbers[0]), (numbers[2], numbers[0], numbers[1])]
    default: []
    }
  }

  private static func isYear(_ number: Int) -> Bool { (1000...9999).contains(number) }

  private static func month(_ part: String) -> Int? {
    guard part.count >= 3, part.allSatisfy(\.isLetter) else { return nil }
    let index = monthNames.firstIndex { $0.hasPrefix(part) } ?? (part == "sept" ? 8 : nil)
    return index.map { $0 + 1 }
  }

  /// The number, also with the ending of an ordinal: 7th.
  private static func number(_ part: String) -> Int? {
    let bare = ["st", "nd", "rd", "th"].first { part.hasSuffix($0) }.map { part.dropLast($0.count) } ?? part[...]
    return bare.count < 9 ? Int(bare) : nil
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    let start = drop { $0 == " " }
    return start.prefix(start.count - start.reversed().prefix { $0 == " " }.count)
  }
}
