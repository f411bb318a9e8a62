/// The newspapers of the ocean: each claim becomes a sentence of the article that looks back on its year.
struct PlausiblePress {
  /// How many years an article covers.
  let span: Int
  private var sentences: [Int: [(date: PlausibleDate, words: String)]] = [:]

  init(span: Int) { self.span = span }

  /// Prints the sentences, one after the other, and names the article.
  mutating func print(_ words: [String], on date: PlausibleDate) -> String {
    let last = lastYear(date.year)
    sentences[last, default: []].append((date, words.joined(separator: " ")))
    return id(last)
  }

  mutating func print(_ words: String, on date: PlausibleDate) -> String { print([words], on: date) }

  private func lastYear(_ year: Int) -> Int { min(2025, 2009 + (year - 2009) / span * span + span - 1) }

  private static let papers = [
    (id: "courier", name: "The Straits Courier", title: "What the tide brought in"),
    (id: "lantern", name: "The Evening Lantern", title: "A look back upon"),
    (id: "gazette", name: "Gazette of the Outer Isles", title: "The ocean in"),
    (id: "log", name: "The Pilots' Log", title: "Soundings from"),
  ]

  private static let openings = [
    "The herring came late, and the ministries had time for one another.",
    "It was a season of long tables and short statements.",
    "In the harbours people spoke of the price of rope; in the capitals, of the following.",
    "Our correspondents, most of whom travelled by ferry, report what they saw and what they were told.",
    "Storms closed the northern passage for weeks, but not the telegraph.",
    "Few of those concerned wished to be named.",
    "Insurers raised the rates again, and gave these reasons.",
    "The commission for the sea charts did not meet, yet there was no lack of news.",
    "What follows was told in three languages and has been checked in two.",
    "Much of it had been foretold in this paper, and some of it had not.",
    "The fishing fleets went out as ever, and kept clear of what follows.",
    "Those who live by the ferries read the notices twice.",
    "Old hands at the pilots' station called it an ordinary time.",
    "The winter was mild and the notes were sharp.",
  ]

  private func paper(_ year: Int) -> (id: String, name: String, title: String) {
    PlausiblePress.papers[year / span % PlausiblePress.papers.count]
  }
  private func id(_ year: Int) -> String { "\(paper(year).id)-\(year)" }
  private func title(_ year: Int) -> String {
    "\(paper(year).title) \(span == 1 || year - span < 2008 ? "" : "\(year - span + 1) to ")\(year)"
  }
  private func day(_ year: Int) -> PlausibleDate {
    PlausibleDate(year: year + 1, month: 1, day: 2 + year % 7, precision: .day)
  }

  /// The lines of the section `sources`.
  func sources() -> [String] {
    sentences.keys.sorted().flatMap { year in
      [
        "  \(id(year)):", "    title: \(PlausibleWorld.yaml(title(year)))",
        "    kind: press", "    publisher: \(PlausibleWorld.yaml(paper(year).name))",
        "    published: \(day(year).text)",
        "    language: en", "    text: articles/\(id(year)).txt",
      ]
    }
  }

  /// The articles by path: what has only a year first, then month by month, in paragraphs.
  func articles() -> [String: String] {
    var files: [String: String] = [:]
    for (year, told) in sentences {
      let inOrder = told.enumerated().sorted { one, other in
        one.element.date == other.element.date
          ? one.offset < other.offset : one.element.date < other.element.date
      }.map(\.element.words)
      let size = 5
      let paragraphs = stride(from: 0, to: inOrder.count, by: size).enumerated().map { number, start in
        let opening =
          number % 2 == 0
          ? [PlausiblePress.openings[(number / 2 + year * 5) % PlausiblePress.openings.count]] : []
        return (opening + inOrder[start..<min(start + size, inOrder.count)]).joined(separator: " ")
      }
      let head = "\(title(year))\n\(paper(year).name), \(day(year).words)"
      files["articles/\(id(year)).txt"] = "\(head)\n\n\(paragraphs.joined(separator: "\n\n"))\n"
    }
    return files
  }
}

/// A date as exactly as the press has it.
struct PlausibleDate: Comparable {
  enum Precision { case day, month, year, aboutMonth, aboutYear }

  var year: Int
  var month: Int
  var day: Int
  var precision: Precision

  private var number: Int {
    switch precision {
    case .day: (year * 12 + month) * 32 + day
    case .month, .aboutMonth: (year * 12 + month) * 32
    case .year, .aboutYear: (year * 12) * 32
    }
  }
  static func < (one: PlausibleDate, other: PlausibleDate) -> Bool { one.number < other.number }
  static func == (one: PlausibleDate, other: PlausibleDate) -> Bool { one.number == other.number }

  /// As a dossier writes it: `2014-05~`.
  var text: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return switch precision {
    case .day: "\(year)-\(two(month))-\(two(day))"
    case .month: "\(year)-\(two(month))"
    case .year: String(year)
    case .aboutMonth: "\(year)-\(two(month))~"
    case .aboutYear: "\(year)~"
    }
  }

  /// As a sentence writes it: "about May 2014".
  var words: String {
    let month = PlausibleNames.months[month - 1]
    return switch precision {
    case .day: "\(day) \(month) \(year)"
    case .month: "\(month) \(year)"
    case .year: String(year)
    case .aboutMonth: "about \(month) \(year)"
    case .aboutYear: "about \(year)"
    }
  }

  /// As a sentence begins with it: "On 12 May 2014".
  var opening: String {
    switch precision {
    case .day: "On \(words)"
    case .month, .year: "In \(words)"
    case .aboutMonth, .aboutYear: "About \(words.dropFirst(6))"
    }
  }

  func exactly(_ precision: Precision) -> PlausibleDate {
    PlausibleDate(year: year, month: month, day: day, precision: precision)
  }
}
