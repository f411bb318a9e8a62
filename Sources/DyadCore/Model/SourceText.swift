/// The text of a source, in which quotes are found up to white space and typographic quotes and dashes.
///
///     let text = SourceText("He said: “We hope\nso.”")
///     text.find("\"We hope so.\"")      // [9..<21], in Unicode scalars
public struct SourceText: Hashable, Sendable {
  /// The text as it was read.
  public let text: String
  private let scalars: [Unicode.Scalar]
  /// The text folded for looking up, and for each folded scalar its place in `scalars`.
  private let folded: [Unicode.Scalar]
  private let places: [Int]

  /// A text, folded once for looking up quotes.
  public init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
    (folded, places) = SourceText.fold(scalars)
  }

  /// The number of Unicode scalars, in which ranges of passages are counted.
  public var count: Int { scalars.count }

  /// The text in a range of Unicode scalars.
  public func passage(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
  }

  /// The ranges of the quote, one for each part between ellipses; empty if a part is not found in order.
  public func find(_ quote: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for part in SourceText.parts(of: quote) {
      guard let at = SourceText.firstIndex(of: part, in: folded, from: start) else { return [] }
      found.append(places[at]..<places[at + part.count - 1] + 1)
      start = at + part.count
    }
    return found
  }

  /// The ranges of the words of a citation, of several occurrences those that its context picks.
  public func find(_ citation: Citation) -> [Range<Int>] {
    guard let quote = citation.quote else { return [] }
    return citation.hasContext ? match(citation).parts : find(quote)
  }

  /// Every occurrence of a citation's quote, and the one that it means.
  public func match(_ citation: Citation) -> QuoteMatch {
    let all = occurrences(of: citation.quote ?? "")
    let fitting = all.filter { occurrence in
      (citation.before.map { isPreceded(occurrence.folded, by: $0) } ?? true)
        && (citation.after.map { isFollowed(occurrence.folded, by: $0) } ?? true)
    }
    let candidates = fitting.isEmpty ? all : fitting
    let meant = citation.at.map { at in
      candidates.min { abs($0.parts[0].lowerBound - at) < abs($1.parts[0].lowerBound - at) }
    }
    return QuoteMatch(
      parts: (meant ?? candidates.first)?.parts ?? [], occurrences: all.count, fitting: fitting.count)
  }

  private typealias Occurrence = (parts: [Range<Int>], folded: Range<Int>)

  private func occurrences(of quote: String) -> [Occurrence] {
    let parts = SourceText.parts(of: quote)
    guard let head = parts.first else { return [] }
    var all: [Occurrence] = []
    var start = 0
    while let first = SourceText.firstIndex(of: head, in: folded, from: start) {
      var (found, end) = ([range(first, head.count)], first + head.count)
      for part in parts.dropFirst() {
        guard let next = SourceText.firstIndex(of: part, in: folded, from: end) else { return all }
        found.append(range(next, part.count))
        end = next + part.count
      }
      all.append((found, first..<end))
      start = first + head.count
    }
    return all
  }

  private func range(_ index: Int, _ count: Int) -> Range<Int> {
    places[index]..<places[index + count - 1] + 1
  }

  private func isPreceded(_ range: Range<Int>, by words: String) -> Bool {
    let words = SourceText.trimmed(SourceText.fold(Array(words.unicodeScalars)).folded)
    var end = range.lowerBound
    while end > 0, folded[end - 1] == " " { end -= 1 }
    return words.count <= end && folded[(end - words.count)..<end].elementsEqual(words)
  }

  private func isFollowed(_ range: Range<Int>, by words: String) -> Bool {
    let words = SourceText.trimmed(SourceText.fold(Array(words.unicodeScalars)).folded)
    var start = range.upperBound
    while start < folded.count, folded[start] == " " { start += 1 }
    return words.count <= folded.count - start && folded[start..<(start + words.count)].elementsEqual(words)
  }

  /// The passage nearest to the quote, for the diagnostic about a quote that is not found.
  public func nearest(to quote: String) -> Range<Int>? {
    let wanted = SourceText.words(SourceText.fold(Array(quote.unicodeScalars)).folded)
    let words = SourceText.words(folded)
    guard !wanted.isEmpty, !words.isEmpty else { return nil }
    var remaining: [ArraySlice<Unicode.Scalar>: Int] = [:]
    for word in wanted { remaining[word, default: 0] += 1 }
    let width = min(wanted.count, words.count)
    var hits = 0
    var best = (score: 0, ends: [0])
    for index in words.indices {
      if let left = remaining[words[index]] {
        if left > 0 { hits += 1 }
        remaining[words[index]] = left - 1
      }
      if index >= width, let left = remaining[words[index - width]] {
        if left >= 0 { hits -= 1 }
        remaining[words[index - width]] = left + 1
      }
      if hits > best.score {
        best = (hits, [index])
      } else if hits == best.score, hits > 0, index < best.ends[0] + width {
        best.ends.append(index)
      }
    }
    guard best.score * 2 >= wanted.count else { return nil }
    // Of the stretches there with as many words of the quote, the one that has most of them at their places.
    let starts = best.ends.map { max(0, $0 - width + 1) }
    func inPlace(_ start: Int) -> Int { zip(words[start...], wanted).count { $0 == $1 } }
    let start = starts.max { (inPlace($0), -$0) < (inPlace($1), -$1) } ?? 0
    let last = words[min(start + width, words.count) - 1]
    return places[words[start].startIndex]..<places[last.endIndex - 1] + 1
  }

  private static func parts(of quote: String) -> [[Unicode.Scalar]] {
    let folded = fold(Array(quote.unicodeScalars)).folded
    var parts: [[Unicode.Scalar]] = [[]]
    var index = 0
    while index < folded.count {
      if index + 2 < folded.count, folded[index...index + 2].allSatisfy({ $0 == "." }) {
        parts.append([])
        index += 3
      } else {
        parts[parts.count - 1].append(folded[index])
        index += 1
      }
    }
    return parts.map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let start = scalars.firstIndex { $0 != " " } ?? scalars.count
    let end = scalars.lastIndex { $0 != " " }.map { $0 + 1 } ?? start
    return Array(scalars[start..<max(start, end)])
  }

  private static func words(_ folded: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
    folded.split(separator: " ")
  }

  private static func firstIndex(of part: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int) -> Int? {
    guard part.count <= text.count - start else { return nil }
    return (start...text.count - part.count).first { at in
      text[at] == part[0] && text[at..<at + part.count].elementsEqual(part)
    }
  }

  /// One space for any white space, plain quotes and dashes for typographic ones, three dots for an ellipsis.
  private static func fold(_ scalars: [Unicode.Scalar]) -> (folded: [Unicode.Scalar], places: [Int]) {
    var folded: [Unicode.Scalar] = []
    var places: [Int] = []
    folded.reserveCapacity(scalars.count)
    places.reserveCapacity(scalars.count)
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      // Most of a text, recognized without looking up properties.
      case "!"..."~": folded.append(scalar)
      case _ where scalar == " " || scalar.properties.isWhitespace:
        guard folded.last != " " else { continue }
        folded.append(" ")
      case "‘", "’", "‚", "‛", "′": folded.append("'")
      case "“", "”", "„", "‟", "«", "»", "″": folded.append("\"")
      case "‐", "‑", "‒", "–", "—", "―", "−": folded.append("-")
      case "…":
        folded.append(contentsOf: [".", ".", "."])
        places.append(contentsOf: [place, place])
      case "\u{AD}", "\u{200B}", "\u{FEFF}": continue
      default: folded.append(scalar)
      }
      places.append(place)
    }
    return (folded, places)
  }
}
