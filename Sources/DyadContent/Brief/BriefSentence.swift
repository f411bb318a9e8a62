import DyadCore

/// A sentence on one claim, before it is known whether the brief has room for it and what stands before it.
struct BriefSentence {
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
  /// Whether it is about an end, which is covered before what begins on the same day.
  var isEnd = false
  /// By this the sentences of a paragraph are sorted.
  var day: Day
  /// The higher, the sooner it is covered.
  var rank: Double

  /// The words of the sentence.
  ///
  /// - Parameter previous: the sentence before it in the paragraph.
  func prose(after previous: BriefSentence?) -> Prose {
    var fronts = fronts
    if let first = fronts.first, first == previous?.fronts.first, let again = BriefSentence.again(first) {
      fronts[0] = again
    }
    let lead = fronts.joined(separator: ", ")
    // A date of one or two words needs no comma, unless more follows or a number does.
    let needsComma =
      fronts.count > 1 || lead.contains(",") || lead.hasPrefix("according to ") || clause.first?.isNumber == true
    let start = lead.isEmpty ? clause : "\(lead)\(needsComma ? "," : "") \(clause)"
    let cited: Prose = needsSource || !marks.isEmpty ? "\(start)\(citing: marks)" : "\(start)"
    return (cited + tail + ".").capitalized
  }

  /// "on the same day", where the sentence before has the date; `nil` where it has to be repeated.
  private static func again(_ front: String) -> String? {
    if front.contains("latest") || front.contains("earliest") || front.contains("unknown") { return nil }
    if front.hasPrefix("since ") { return "since then" }
    if front.hasPrefix("on ") { return "on the same day" }
    if front.hasPrefix("around ") { return "around the same time" }
    if front.hasPrefix("between ") || front.hasPrefix("from ") { return "in the same period" }
    guard front.hasPrefix("in ") else { return nil }
    return front.split(separator: " ").count > 2 ? "in the same month" : "in the same year"
  }

  var wordCount: Int { prose(after: nil).words.split(separator: " ").count }
}

extension [BriefSentence] {
  /// A paragraph; each date that repeats the one before it is shortened.
  var paragraph: Prose {
    enumerated().map { index, sentence in sentence.prose(after: index > 0 ? self[index - 1] : nil) }.joined()
  }
}
