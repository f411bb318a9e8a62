/// The words of English dates.
enum DateWord {
  static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    var months: [String: Int] = ["sept": 9]
    for (index, name) in names.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    return months
  }()

  /// From Monday, 0.
  static let weekdays: [String: Int] = Dictionary(
    uniqueKeysWithValues: [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ].enumerated().map { ($0.element, $0.offset) })

  static let numbers: [String: Int] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
  ]

  /// The first and the last month of a season of the northern half of the world; winter has two years.
  static let seasons: [String: (first: Int, last: Int)] = [
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11),
  ]

  /// Words before a month or a year that has no other sign of being a date.
  static let prepositions: Set<String> = [
    "in", "since", "until", "till", "by", "before", "after", "from", "to", "of", "during", "early", "late", "mid",
    "about", "around", "circa", "last", "this", "next", "that", "between", "through", "throughout", "year", "through",
  ]
}
