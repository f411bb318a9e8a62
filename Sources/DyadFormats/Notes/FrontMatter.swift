internal import DyadCore
internal import DyadSyntax

/// The front matter of a note: texts, dates and lists of texts, all in quotes.
struct FrontMatter {
  private var lines: [String] = []

  init(id: String, kind: String) {
    add("dyad_id", id)
    add("kind", kind)
    add("tags", ["dyad/\(kind)"])
  }

  mutating func add(_ key: String, _ words: String?) {
    if let words { lines.append("\(key): \(YAMLWriter.quoted(words))") }
  }

  mutating func add(_ key: String, _ number: Double) { lines.append("\(key): \(JSONWriter.text(of: number))") }

  mutating func add(_ key: String, _ flag: Bool) { lines.append("\(key): \(flag)") }

  mutating func add(_ key: String, _ words: [String]) {
    guard !words.isEmpty else { return }
    lines.append("\(key):")
    lines += words.map { "  - \(YAMLWriter.quoted($0))" }
  }

  /// The interval in EDTF, and its outer days as dates for sorting.
  mutating func add(_ interval: Interval) {
    guard interval != .always else { return }
    add("during", interval.description)
    let (first, last) = (interval.span.lowerBound, interval.span.upperBound)
    if first != .distantPast { lines.append("earliest: \(first)") }
    if last != .distantFuture { lines.append("latest: \(last)") }
  }

  func write(to sink: ByteSink) {
    sink.write("---\n")
    for line in lines {
      sink.write(line)
      sink.write("\n")
    }
    sink.write("---\n\n")
  }
}
