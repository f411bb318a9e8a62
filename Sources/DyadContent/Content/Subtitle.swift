package import DyadCore

/// The line below the headline: the date, the date of knowledge, and the sources that the picture rests on.
package struct Subtitle {
  let lexicon: Lexicon

  package init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// The date, or both dates of a comparison.
  func dates(of diff: GraphDiff) -> String {
    let words = DateWords(lexicon)
    let (from, to) = (diff.from.moment, diff.to.moment)
    if from.days != to.days {
      let span = lexicon.phrase(.fromTo, words.words(from.days), words.words(to.days))
      return to.known.map { lexicon.phrase(.couldBeKnown, span, words.words($0)) } ?? span
    }
    if let early = from.known, let late = to.known, early != late {
      return lexicon.phrase(.learned, date(of: Moment(asOf: to.days)), words.words(early), words.words(late))
    }
    return date(of: to)
  }

  /// "As of 26 May 2025, as known on 1 June 2025".
  func date(of moment: Moment) -> String {
    let words = DateWords(lexicon)
    let isDay = moment.days.lowerBound == moment.days.upperBound
    let asOf =
      moment.days == Moment.ever.days
      ? lexicon.phrase(.allDates) : lexicon.phrase(isDay ? .asOf : .during, words.words(moment.days))
    return moment.known.map { lexicon.phrase(.couldBeKnown, asOf, words.words($0)) } ?? asOf
  }

  /// "one press report of 26 May 2025"; "3 sources, 1979–2024".
  package func basis(_ sources: [Source]) -> String? {
    guard let first = sources.first else { return nil }
    let isOfOneKind = sources.allSatisfy { $0.kind == first.kind }
    let count = lexicon.phrase(Phrase(isOfOneKind ? first.kind : nil), count: sources.count)
    guard sources.count > 1 else {
      return first.published.map { lexicon.phrase(.sourceOf, count, DateWords(lexicon).words($0)) } ?? count
    }
    let years = sources.compactMap(\.published).map(\.year)
    guard let early = years.min().flatMap({ PartialDate(year: $0) }),
      let late = years.max().flatMap({ PartialDate(year: $0) })
    else { return count }
    let dates = lexicon.forms.dates
    return lexicon.phrase(.sourcesOfYears, count, early == late ? dates.text(early) : dates.text(from: early, to: late))
  }
}
