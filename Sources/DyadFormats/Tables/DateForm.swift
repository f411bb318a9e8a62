internal import DyadCore

/// The form of the dates in a column: `DD/MM/YYYY`, `D MMMM YYYY`, `YYYYMMDD`.
struct DateForm: Sendable {
  private enum Token: Sendable {
    case year, month, shortMonth, monthName, shortDay, day
    case other(Character)

    /// Whether one digit is accepted.
    var isShort: Bool {
      switch self {
      case .shortMonth, .shortDay: true
      default: false
      }
    }
  }

  struct Wrong: Error { let reason: String }

  private let tokens: [Token]

  static func read(_ form: String) -> Result<DateForm, Wrong> {
    let known: [(String, Token)] = [
      ("YYYY", .year), ("MMMM", .monthName), ("MMM", .monthName), ("MM", .month), ("M", .shortMonth), ("DD", .day),
      ("D", .shortDay),
    ]
    var tokens: [Token] = []
    var rest = form[...]
    while let first = rest.first {
      if let (text, token) = known.first(where: { rest.hasPrefix($0.0) }) {
        tokens.append(token)
        rest = rest.dropFirst(text.count)
      } else if first == "Y" {
        return .failure(Wrong(reason: "a year has four digits: 'YYYY' in '\(form)'"))
      } else {
        tokens.append(.other(first))
        rest = rest.dropFirst()
      }
    }
    guard tokens.contains(where: { if case .year = $0 { true } else { false } }) else {
      return .failure(Wrong(reason: "'\(form)' has no year: it is written with YYYY, MM or MMMM, and DD"))
    }
    return .success(DateForm(tokens: tokens))
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// The date; `nil` if the text has another form or the date is not in the calendar.
  func date(_ words: String) -> PartialDate? {
    var rest = words.trimmed[...]
    var (year, month, day): (Int?, Int?, Int?) = (nil, nil, nil)
    func digits(_ counts: ClosedRange<Int>) -> Int? {
      let found = rest.prefix(counts.upperBound).prefix { $0.isASCII && $0.isNumber }
      guard counts.contains(found.count) else { return nil }
      rest = rest.dropFirst(found.count)
      return Int(found)
    }
    for token in tokens {
      switch token {
      case .year:
        guard let number = digits(4...4) else { return nil }
        year = number
      case .month, .shortMonth:
        guard let number = digits(token.isShort ? 1...2 : 2...2) else { return nil }
        month = number
      case .day, .shortDay:
        guard let number = digits(token.isShort ? 1...2 : 2...2) else { return nil }
        day = number
      case .monthName:
        let name = rest.prefix { $0.isLetter }.lowercased()
        guard name.count >= 3, let index = DateForm.months.firstIndex(where: { $0.hasPrefix(name) }) else { return nil }
        rest = rest.dropFirst(name.count)
        month = index + 1
      case .other(let character):
        guard rest.first == character else { return nil }
        rest = rest.dropFirst()
      }
    }
    guard rest.isEmpty, let year else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }
}
