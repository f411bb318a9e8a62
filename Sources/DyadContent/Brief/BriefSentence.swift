import DyadCore

/// A sentence on one claim, before it is known whether the brief has room for it and what stands before it.
struct BriefSentence {
  /// What joins it to a sentence that stands before it: "in return".
  struct Link {
    /// The claim of that sentence.
    var target: String
    /// The words at the start.
    var words: String
    /// The sources of the link itself.
    var marks: [Prose.Mark]
    /// Whether the sentence states what the other one led to.
    var isResult = false
  }

  /// What precedes everything else: "it is assessed with low confidence that".
  var frame: String?
  /// The adverbials at its start: the date first, then who says it.
  var fronts: [String]
  /// The main clause, without a capital letter.
  var clause: String
  /// What follows the clause and its sources: a denial, a doubt.
  var tail: Prose = ""
  /// The sources of the clause.
  var marks: [Prose.Mark]
  /// Whether it makes a claim, so that the lack of a source is stated.
  var needsSource = true
  /// The claims that it covers.
  var claims: [String]
  /// Whether it is about both sides.
  var isBetween = false
  /// Its place among those of the same day: what ends, then what begins, what happens, and what happens within months.
  var order = 1
  /// By this the sentences of a paragraph are sorted.
  var day: Day
  /// The first day that is possible, if that is not the day.
  var earliest: Day?
  /// The higher, the sooner it is covered.
  var rank: Double
  /// What may join it to the sentence before it, the most specific first.
  var links: [Link] = []

  /// The words of the sentence.
  ///
  /// - Parameters:
  ///   - previous: the sentence before it in the paragraph.
  ///   - repetitions: how many sentences before that one have the same date.
  ///   - chained: how many sentences before it result from one another.
  func prose(after previous: BriefSentence?, repetitions: Int = 0, chained: Int = 0) -> Prose {
    var (fronts, marks) = (fronts, marks)
    let again = previous.flatMap { hasDate(of: $0) ? BriefSentence.again(fronts[0], repetitions) : nil }
    let link = link(to: previous)
    if let link {
      // That it happened after the cause says more than that it happened by today.
      if again != nil || fronts.first?.hasPrefix("by ") == true { fronts.removeFirst() }
      fronts.insert(link.isResult && chained % 2 == 1 ? "in turn" : link.words, at: 0)
      marks = marks.merged(with: link.marks)
    } else if let again {
      fronts[0] = again
    }
    let lead = fronts.joined(separator: ", ")
    // A date of one or two words needs no comma, unless more follows or a number does.
    let needsComma =
      fronts.count > 1 || link != nil || lead.contains(",") || lead.hasPrefix("according to ")
      || clause.first?.isNumber == true
    let start = lead.isEmpty ? clause : "\(lead)\(needsComma ? "," : "") \(clause)"
    let framed = frame.map { "\($0) \(start)" } ?? start
    let cited: Prose = needsSource || !marks.isEmpty ? "\(framed)\(citing: marks)" : "\(framed)"
    return (cited + tail + ".").capitalized
  }

  /// What joins it to the sentence before it.
  func link(to previous: BriefSentence?) -> Link? {
    links.first { previous?.claims.contains($0.target) == true }
  }

  /// Whether it begins with the date of the other sentence.
  func hasDate(of other: BriefSentence) -> Bool {
    fronts.first.map { $0 == other.fronts.first && BriefSentence.again($0, 0) != nil } ?? false
  }

  /// "on the same day", where the sentence before has the date; `nil` where it has to be repeated.
  private static func again(_ front: String, _ repetitions: Int) -> String? {
    func either(_ one: String, _ other: String) -> String { repetitions % 2 == 0 ? one : other }
    if front.contains("earliest") || front.contains("unknown") { return nil }
    if front.hasPrefix("since ") { return front.contains("latest") ? nil : "since then" }
    if front.contains("latest") { return nil }
    if front.hasPrefix("by ") { return either("by then", "by the same date") }
    if front.hasPrefix("on "), !front.contains("–") { return either("on the same day", "that day") }
    if front.hasPrefix("on ") || front.hasPrefix("around ") { return "around the same time" }
    if front.hasPrefix("between ") || front.hasPrefix("from ") {
      return either("in the same period", "during this time")
    }
    guard front.hasPrefix("in ") else { return nil }
    let unit = front.split(separator: " ").count > 2 ? "month" : "year"
    return either("in the same \(unit)", "that \(unit)")
  }

  /// Whether it is what comes of the other sentence.
  func follows(_ other: BriefSentence) -> Bool { links.contains { other.claims.contains($0.target) } }

  var wordCount: Int { prose(after: nil).words.split(separator: " ").count }
}

extension [BriefSentence] {
  /// A paragraph; each date that repeats the one before it is shortened.
  var paragraph: Prose {
    var (repetitions, chained) = (0, 0)
    return enumerated().map { index, sentence in
      let previous = index > 0 ? self[index - 1] : nil
      defer {
        repetitions = previous.map(sentence.hasDate) == true ? repetitions + 1 : 0
        chained = sentence.link(to: previous)?.isResult == true ? chained + 1 : 0
      }
      return sentence.prose(after: previous, repetitions: repetitions, chained: chained)
    }.joined()
  }

  /// In order of time; what comes of another claim stands right behind it, if its date lets it.
  var inReadingOrder: [BriefSentence] {
    var rest = sorted { one, other in
      (one.day, one.order, one.claims.first ?? "") < (other.day, other.order, other.claims.first ?? "")
    }
    var ordered: [BriefSentence] = []
    func place(_ sentence: BriefSentence) {
      ordered.append(sentence)
      while let index = rest.firstIndex(where: { $0.follows(sentence) && mayFollow($0, sentence) }) {
        place(rest.remove(at: index))
      }
    }
    func mayFollow(_ next: BriefSentence, _ sentence: BriefSentence) -> Bool {
      let first = rest.first { $0.claims != next.claims }?.day ?? next.day
      return next.day <= first || (next.earliest ?? next.day) <= sentence.day
    }
    while let first = rest.first {
      // What comes of another claim of the same day waits for it.
      let ready = rest.firstIndex { one in
        one.day == first.day && !rest.contains { $0.day == one.day && one.follows($0) }
      }
      place(rest.remove(at: ready ?? 0))
    }
    return ordered
  }
}

extension [Prose.Mark] {
  /// The marks of both, one for each source.
  func merged(with other: [Prose.Mark]) -> [Prose.Mark] {
    let all = self + other
    return Set(all.map(\.number)).sorted().map { number in
      let quotes = all.filter { $0.number == number }.flatMap(\.quotes)
      return Prose.Mark(number: number, quotes: quotes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }
  }
}
