package import DyadCore

/// The patterns of dates and ranges in one language, in the notation of CLDR: `d MMM y`.
package struct DateForms: Hashable, Sendable {
  /// How long the name of a month is.
  package enum Width: Hashable, Sendable { case short, long }

  /// The names of the months, from January, by the field of a pattern: `MMM`, `MMMM`, and by themselves `LLL`, `LLLL`.
  private let months: [String: [String]]
  private let patterns: [String: Pattern]
  private let ranges: [String: [String: Pattern]]
  private let otherRange: String
  private let numbers: NumberForms

  /// - Parameters:
  ///   - patterns: the patterns of dates, by the fields in them.
  ///   - ranges: those of two dates, by their fields and by the greatest field in which the two differ.
  ///   - otherRange: the pattern of any other two dates; `{0}` and `{1}` are the dates.
  ///   - digits: the digits from 0 to 9.
  init(
    months: [String: [String]], patterns: [String: String], ranges: [String: [String: String]], otherRange: String,
    digits: String
  ) {
    self.months = months
    self.patterns = patterns.mapValues(Pattern.init)
    self.ranges = ranges.mapValues { $0.mapValues(Pattern.init) }
    self.otherRange = otherRange
    numbers = NumberForms(digits: digits, group: "", leastLeading: 1)
  }

  /// The short names of the months by themselves, from January.
  var monthNames: [String] { months["LLL"] ?? [] }

  /// The names of each month in every form.
  var allMonthNames: [Set<String>] { (0..<12).map { month in Set(months.values.map { $0[month] }) } }

  /// A date as far as it is known: "19 Apr 2025", "Apr 2025", "2025".
  package func text(_ date: PartialDate, _ width: Width = .short) -> String {
    let long = date.day != nil ? "yMMMMd" : date.month != nil ? "yMMMM" : "y"
    guard let pattern = patterns[width == .long ? long : DateForms.skeleton(date)] else { return date.description }
    return pattern.text(date, date, self)
  }

  /// Two dates of one precision, with what they share once where the language does so: "26 Apr – 26 May 2025".
  package func text(from start: PartialDate, to end: PartialDate) -> String {
    let differing = start.year != end.year ? "y" : start.month != end.month ? "M" : "d"
    guard start.precision == end.precision, let pattern = ranges[DateForms.skeleton(start)]?[differing] else {
      return joined(text(start), text(end))
    }
    return pattern.text(start, end, self)
  }

  /// Two dates in words.
  func joined(_ start: String, _ end: String) -> String {
    otherRange.replacing("{0}", with: start).replacing("{1}", with: end)
  }

  private static func skeleton(_ date: PartialDate) -> String {
    date.day != nil ? "yMMMd" : date.month != nil ? "yMMM" : "y"
  }

  /// A pattern as its fields and the text between them.
  private struct Pattern: Hashable {
    private enum Part: Hashable {
      case text(String)
      case field(String)
    }

    private var parts: [Part] = []

    init(_ pattern: String) {
      var isQuoted = false
      for character in pattern {
        if character == "'" {
          isQuoted.toggle()
        } else if !isQuoted, "dMLy".contains(character) {
          if case .field(let field) = parts.last, field.last == character {
            parts[parts.count - 1] = .field(field + String(character))
          } else {
            parts.append(.field(String(character)))
          }
        } else if case .text(let text) = parts.last {
          parts[parts.count - 1] = .text(text + String(character))
        } else {
          parts.append(.text(String(character)))
        }
      }
    }

    /// The pattern filled in: with the first date until a field comes again, from there on with the second.
    func text(_ start: PartialDate, _ end: PartialDate, _ forms: DateForms) -> String {
      var seen: Set<Character> = []
      var date = start
      var result = ""
      for part in parts {
        switch part {
        case .text(let text): result += text
        case .field(let field):
          let kind: Character = field.first == "L" ? "M" : field.first ?? "y"
          if !seen.insert(kind).inserted { date = end }
          result += forms.text(field, of: date)
        }
      }
      return result
    }
  }

  private func text(_ field: String, of date: PartialDate) -> String {
    switch field.first {
    case "d": numbers.own(String(date.day ?? 1))
    case "y": numbers.own(String(date.year))
    default: months[field].map { $0[(date.month ?? 1) - 1] } ?? numbers.own(String(date.month ?? 1))
    }
  }
}
