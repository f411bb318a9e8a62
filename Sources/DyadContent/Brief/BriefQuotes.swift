/// The letters of quotes, by source, in the order of the text.
struct BriefQuotes {
  private(set) var quotes: [Int: [String]] = [:]

  /// The same text with a letter for each quote.
  mutating func lettered(_ prose: Prose) -> Prose {
    var prose = prose
    for index in prose.runs.indices {
      guard case .sources(let marks) = prose.runs[index] else { continue }
      prose.runs[index] = .sources(marks.map { lettered($0) })
    }
    return prose
  }

  private mutating func lettered(_ mark: Prose.Mark) -> Prose.Mark {
    var mark = mark
    for quote in mark.quotes {
      var known = quotes[mark.number, default: []]
      // A quote that is part of an earlier one needs no line of its own.
      let place = known.firstIndex { $0.contains(quote) } ?? known.endIndex
      if place == known.endIndex { known.append(quote) }
      quotes[mark.number] = known
      let letter = Brief.SourceNote.letter(place)
      if !mark.letters.contains(letter) { mark.letters.append(letter) }
    }
    mark.letters.sort { ($0.count, $0) < ($1.count, $1) }
    return mark
  }
}

extension Brief.SourceNote {
  /// "a" for the first quote, "z" for the 26th, then "aa".
  public static func letter(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(97 + index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }
}
