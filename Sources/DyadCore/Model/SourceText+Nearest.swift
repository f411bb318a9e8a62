extension SourceText {
  /// The passage nearest to the quote, for the diagnostic about a quote that is not found.
  public func nearest(to quote: String) -> Range<Int>? {
    let wanted = FoldedText.bytes(of: quote).split(separator: 0x20)
    let words = folded.bytes.split(separator: 0x20)
    guard !wanted.isEmpty, !words.isEmpty else { return nil }
    var remaining: [ArraySlice<UInt8>: Int] = [:]
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
    return folded.scalars(words[start].startIndex..<last.endIndex)
  }
}
