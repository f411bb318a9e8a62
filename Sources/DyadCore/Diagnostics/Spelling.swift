/// What somebody probably meant by a misspelt word.
///
///     nearest(to: "pakistn", among: ["pakistan", "afghanistan"])     // "pakistan"
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  guard word.count < 100 else { return nil }
  let limit = max(1, word.count / 3)
  return candidates.map { (distance: editDistance(word, $0), word: $0) }
    .filter { $0.distance <= limit }
    .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
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
