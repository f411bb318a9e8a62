/// The text of a source, in which quotes are found up to white space and typographic quotes and dashes.
///
///     let text = SourceText("He said: “We hope\nso.”")
///     text.find("\"We hope so.\"")      // [9..<21], in Unicode scalars
public struct SourceText: Hashable, Sendable {
  /// The text as it was read.
  public let text: String
  /// The number of Unicode scalars, in which ranges of passages are counted.
  public let count: Int
  let folded: FoldedText
  /// The first byte of every 256th Unicode scalar.
  private let landmarks: [Int]

  /// A text, folded once for looking up quotes.
  public init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    folded = FoldedText(text)
    var (count, landmarks) = (0, [Int]())
    for (byte, value) in text.utf8.enumerated() where value & 0xC0 != 0x80 {
      if count & 0xFF == 0 { landmarks.append(byte) }
      count += 1
    }
    (self.count, self.landmarks) = (count, landmarks)
  }

  /// Whether both are the same text, byte by byte.
  public static func == (one: SourceText, other: SourceText) -> Bool {
    one.folded === other.folded || one.text.utf8.elementsEqual(other.text.utf8)
  }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// The text in a range of Unicode scalars.
  public func passage(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty else { return "" }
    let start = index(ofScalar: range.lowerBound)
    let end = text.unicodeScalars.index(start, offsetBy: range.count)
    return String(text.unicodeScalars[start..<end])
  }

  private func index(ofScalar number: Int) -> String.Index {
    let landmark = text.utf8.index(text.startIndex, offsetBy: landmarks[number >> 8])
    return text.unicodeScalars.index(landmark, offsetBy: number & 0xFF)
  }

  /// The lines that contain a passage, without the end of the last one.
  package func lines(around passage: Range<Int>) -> Range<Int> {
    let passage = passage.clamped(to: 0..<count)
    guard !passage.isEmpty else { return passage }
    let scalars = text.unicodeScalars
    var (first, start) = (passage.lowerBound, index(ofScalar: passage.lowerBound))
    while start > scalars.startIndex, scalars[scalars.index(before: start)] != "\n" {
      start = scalars.index(before: start)
      first -= 1
    }
    var (last, end) = (passage.upperBound - 1, index(ofScalar: passage.upperBound - 1))
    while last + 1 < count, scalars[scalars.index(after: end)] != "\n" {
      end = scalars.index(after: end)
      last += 1
    }
    return first..<last + 1
  }

  /// The ranges of the quote, one for each part between ellipses; empty if a part is not found in order.
  public func find(_ quote: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for part in SourceText.parts(of: quote) {
      guard let at = folded.first(part, from: start) else { return [] }
      found.append(range(at, part.count))
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
    while let first = folded.first(head, from: start) {
      var (found, end) = ([range(first, head.count)], first + head.count)
      for part in parts.dropFirst() {
        guard let next = folded.first(part, from: end) else { return all }
        found.append(range(next, part.count))
        end = next + part.count
      }
      all.append((found, first..<end))
      start = first + head.count
    }
    return all
  }

  private func range(_ index: Int, _ count: Int) -> Range<Int> {
    folded.scalars(index..<index + count)
  }

  private func isPreceded(_ range: Range<Int>, by words: String) -> Bool {
    let words = SourceText.trimmed(FoldedText.bytes(of: words))
    var end = range.lowerBound
    while end > 0, folded.bytes[end - 1] == 0x20 { end -= 1 }
    return words.count <= end && folded.bytes[(end - words.count)..<end].elementsEqual(words)
  }

  private func isFollowed(_ range: Range<Int>, by words: String) -> Bool {
    let words = SourceText.trimmed(FoldedText.bytes(of: words))
    var start = range.upperBound
    while start < folded.bytes.count, folded.bytes[start] == 0x20 { start += 1 }
    return words.count <= folded.bytes.count - start && folded.bytes[start..<(start + words.count)].elementsEqual(words)
  }

  private static func parts(of quote: String) -> [[UInt8]] {
    let folded = FoldedText.bytes(of: quote)
    var parts: [[UInt8]] = [[]]
    var index = 0
    while index < folded.count {
      if index + 2 < folded.count, folded[index...index + 2].allSatisfy({ $0 == 0x2E }) {
        parts.append([])
        index += 3
      } else {
        parts[parts.count - 1].append(folded[index])
        index += 1
      }
    }
    return parts.map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.count
    let end = bytes.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? start
    return Array(bytes[start..<max(start, end)])
  }
}
