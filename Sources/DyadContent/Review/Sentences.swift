package import DyadCore

/// The sentences of a source text, so that a quote can be shown with the sentences around it.
package struct Sentences: Sendable {
  /// A sentence: its place in Unicode scalars, and the number of its paragraph.
  package struct Sentence: Hashable, Sendable {
    package var range: Range<Int>
    package var paragraph: Int
  }

  let text: SourceText
  package let all: [Sentence]

  package init(_ text: SourceText) {
    self.text = text
    all = Sentences.divided(Array(text.text.unicodeScalars))
  }

  /// The sentences with the quote, as one text; `nil` if the text does not contain it.
  func sentences(with quote: String) -> String? {
    let spans = text.find(quote).compactMap(span)
    return spans.isEmpty ? nil : spans.flatMap { all[$0] }.map { text.passage($0.range) }.joined(separator: " ")
  }

  /// The sentences that a stretch of the text touches.
  private func span(of part: Range<Int>) -> ClosedRange<Int>? {
    guard let first = all.firstIndex(where: { $0.range.upperBound > part.lowerBound }),
      let last = all.lastIndex(where: { $0.range.lowerBound < part.upperBound }), first <= last
    else { return nil }
    return first...last
  }

  /// The passages with the quotes: their sentences, with one before and one after in the same paragraph.
  func passages(around quotes: [String]) -> [ReviewItem.Passage] {
    let parts = quotes.flatMap(text.find).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var spans: [(sentences: Range<Int>, marks: [Range<Int>])] = []
    for part in parts {
      guard let (first, last) = span(of: part).map({ ($0.lowerBound, $0.upperBound) }) else { continue }
      let start = first > 0 && all[first - 1].paragraph == all[first].paragraph ? first - 1 : first
      let end = last + 1 < all.count && all[last + 1].paragraph == all[last].paragraph ? last + 1 : last
      let isNext = spans.last.map { span in
        let end = span.sentences.upperBound
        return end > start || end == start && all[end - 1].paragraph == all[start].paragraph
      }
      if isNext == true, let before = spans.last {
        spans[spans.count - 1].sentences = before.sentences.lowerBound..<max(before.sentences.upperBound, end + 1)
        if let mark = spans[spans.count - 1].marks.last, mark.upperBound >= part.lowerBound {
          let end = max(mark.upperBound, part.upperBound)
          spans[spans.count - 1].marks[spans[spans.count - 1].marks.count - 1] = mark.lowerBound..<end
        } else {
          spans[spans.count - 1].marks.append(part)
        }
      } else {
        spans.append((start..<end + 1, [part]))
      }
    }
    return spans.map { span in
      passage(
        all[span.sentences.lowerBound].range.lowerBound..<all[span.sentences.upperBound - 1].range.upperBound,
        span.marks)
    }
  }

  private func passage(_ range: Range<Int>, _ marks: [Range<Int>]) -> ReviewItem.Passage {
    var pieces: [ReviewItem.Piece] = []
    var place = range.lowerBound
    func add(_ range: Range<Int>, isQuoted: Bool) {
      guard !range.isEmpty else { return }
      pieces.append(ReviewItem.Piece(text: Sentences.oneLine(text.passage(range)), isQuoted: isQuoted))
    }
    for mark in marks where mark.lowerBound >= place {
      add(place..<mark.lowerBound, isQuoted: false)
      add(mark, isQuoted: true)
      place = mark.upperBound
    }
    add(place..<max(place, range.upperBound), isQuoted: false)
    return ReviewItem.Passage(pieces: pieces)
  }

  /// With one space for each stretch of white space.
  private static func oneLine(_ text: String) -> String {
    var line = ""
    for character in text {
      if !character.isWhitespace { line.append(character) } else if line.last != " " { line.append(" ") }
    }
    return line
  }

  // MARK: Division

  private static let ends: Set<Unicode.Scalar> = [".", "!", "?", "…", "。", "！", "？", "۔", "؟", "।"]
  private static let closing: Set<Unicode.Scalar> = ["\"", "'", "”", "’", "»", ")", "]", "」"]
  /// Words before a full stop that ends no sentence.
  private static let shortened: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "maj", "capt", "sgt", "sen", "rep", "gov", "st", "no", "vs",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "e.g", "i.e", "cf",
  ]

  /// A sentence ends with its mark, if no small letter follows, or with its paragraph.
  private static func divided(_ scalars: [Unicode.Scalar]) -> [Sentence] {
    let wrapping = LineWrapping(of: scalars)
    var sentences: [Sentence] = []
    var (start, paragraph, place) = (0, 0, 0)
    func close(at end: Int) {
      let words = scalars[start..<end]
      if let first = words.firstIndex(where: { !$0.properties.isWhitespace }),
        let last = words.lastIndex(where: { !$0.properties.isWhitespace })
      {
        sentences.append(Sentence(range: first..<last + 1, paragraph: paragraph))
      }
      start = end
    }
    func next(from place: Int) -> Unicode.Scalar? { scalars[place...].first { !$0.properties.isWhitespace } }
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      if scalar == "\n" {
        if wrapping.goesOn(after: place - 1) { continue }
        close(at: place)
        paragraph += 1
      } else if ends.contains(scalar) {
        while place < scalars.count, closing.contains(scalars[place]) || ends.contains(scalars[place]) { place += 1 }
        let isWide = scalar.value > 0x3000
        guard isWide || place == scalars.count || scalars[place].properties.isWhitespace else { continue }
        if scalar == ".", isShortened(scalars[start..<place]) { continue }
        if let next = next(from: place), next.properties.isLowercase { continue }
        close(at: place)
      }
    }
    close(at: scalars.count)
    return sentences
  }

  /// Whether the text ends in an initial or an abbreviation.
  private static func isShortened(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    guard words.last == "." else { return false }
    let word = words.dropLast().reversed().prefix { $0.properties.isAlphabetic || $0 == "." }.reversed()
    let text = String(String.UnicodeScalarView(word)).lowercased()
    return text.unicodeScalars.count == 1 && text != "i" || shortened.contains(text)
  }
}
