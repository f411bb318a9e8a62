/// The candidate that a misspelt word probably means; `nil` where none is near.
///
///     nearest(to: "pakistn", among: ["pakistan", "afghanistan"])     // "pakistan"
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  guard word.count < 100 else { return nil }
  let limit = max(1, word.count / 3)
  return candidates.map { (distance: editDistance(word, $0), word: $0) }
    .filter { $0.distance <= limit }
    .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
}

/// The candidate that a misspelt or inflected word probably means: the nearest in spelling, else one of the same stem.
///
///     nearestWord(to: "mediates", among: ["mediation", "support"])     // "mediation"
///
/// Two words have the same stem if they begin with the same letters, at least four, for two thirds of the shorter one.
public func nearestWord(to word: String, among candidates: some Sequence<String>) -> String? {
  let candidates = Array(candidates)
  if let near = nearest(to: word, among: candidates) { return near }
  let lower = word.lowercased()
  return candidates.map { candidate in (stem: lower.commonPrefix(with: candidate.lowercased()), word: candidate) }
    .filter { $0.stem >= 4 && $0.stem * 3 >= min(word.count, $0.word.count) * 2 }
    .min { ($1.stem, $0.word) < ($0.stem, $1.word) }?.word
}

extension String {
  /// How many characters both have in common from the start.
  fileprivate func commonPrefix(with other: String) -> Int { zip(self, other).prefix { $0 == $1 }.count }
}

/// How many letters must be added, dropped, changed or swapped with their neighbour.
func editDistance(_ one: String, _ other: String) -> Int {
  let (left, right) = (Array(one.lowercased()), Array(other.lowercased()))
  var rows = [Array(0...right.count)]
  for i in 1..<(left.count + 1) where !left.isEmpty {
    var row = [i]
    for j in 1..<(right.count + 1) where !right.isEmpty {
      let change = rows[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
      var best = min(rows[i - 1][j] + 1, row[j - 1] + 1, change)
      if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
        best = min(best, rows[i - 2][j - 2] + 1)
      }
      row.append(best)
    }
    rows.append(row)
  }
  return rows[left.count][right.count]
}
