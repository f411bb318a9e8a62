internal import DyadContent
internal import DyadCore

/// A quote, marked in the paragraphs of the source text that contain it.
struct QuotedPassage {
  let html: HTML

  /// `nil` if the text does not contain the quote.
  init?(_ quote: String, in text: SourceText) {
    let found = text.find(quote)
    guard !found.isEmpty else { return nil }
    var paragraphs: [(range: Range<Int>, marks: [Range<Int>])] = []
    for range in found {
      let lines = text.lines(around: range)
      if let last = paragraphs.last, last.range.upperBound >= lines.lowerBound {
        paragraphs[paragraphs.count - 1].range = last.range.lowerBound..<max(lines.upperBound, last.range.upperBound)
        paragraphs[paragraphs.count - 1].marks.append(range)
      } else {
        paragraphs.append((lines, [range]))
      }
    }
    html = paragraphs.map { paragraph -> HTML in
      var words: [HTML] = []
      var place = paragraph.range.lowerBound
      for mark in paragraph.marks {
        words.append("\(text.passage(place..<mark.lowerBound))<mark>\(text.passage(mark))</mark>")
        place = mark.upperBound
      }
      return "<p>\(words.joined())\(text.passage(place..<max(place, paragraph.range.upperBound)))</p>"
    }.joined("\n")
  }
}
