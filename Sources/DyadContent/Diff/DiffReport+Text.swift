internal import DyadCore

private let certainty = "Not a change: what was possible at the one date is certain at the other, or the reverse"

extension DiffReport {
  /// A line for each change, below the names of its parties; then the count, then the sources.
  func text(ending count: String?) -> String {
    var lines = [title]
    for part in parts {
      lines.append(parts.count > 1 ? "\n\(part.title)" : part.title)
      if part.items.isEmpty { lines += ["", "No changes."] }
      var heading: String?
      for item in part.items {
        if item.mark == .certainty, !lines.contains(certainty) {
          lines += ["", certainty]
          heading = nil
        }
        if item.heading != heading { lines += ["", item.heading] }
        heading = item.heading
        lines.append("\(item.mark.symbol) \(OneLine.of(item.line))")
      }
    }
    if let count { lines += ["", "\(count)."] }
    if !notes.sources.isEmpty { lines.append("") }
    return (lines + notes.sources.indices.map { notes.line($0 + 1) }).joined(separator: "\n") + "\n"
  }

  /// A table.
  func markdown(ending count: String?) -> String {
    var lines = ["## \(Markdown.escaped(title))"]
    for part in parts {
      lines += ["", parts.count > 1 ? "### \(part.title)" : "\(part.title):", ""]
      guard !part.items.isEmpty else {
        lines.append("No changes.")
        continue
      }
      lines += ["| | who | when | what | sources |", "|---|---|---|---|---|"]
      for item in part.items {
        let cells = [item.heading, item.when, item.sentence].map(Markdown.escaped)
        lines.append("| \(([item.mark.symbol] + cells + [item.numbers]).joined(separator: " | ")) |")
      }
    }
    if let count { lines += ["", "\(count)."] }
    if !notes.sources.isEmpty { lines.append("") }
    return
      (lines + notes.sources.indices.map { index in "\(index + 1). " + Markdown.escaped(unnumbered(index + 1)) })
      .joined(separator: "\n") + "\n"
  }

  /// The source without its number, which a Markdown list adds itself.
  private func unnumbered(_ number: Int) -> String { String(notes.line(number).dropFirst("[\(number)] ".count)) }
}

extension DiffItem {
  fileprivate var line: String {
    (when.isEmpty ? "" : "\(when): ") + sentence
      + (isUnsourced ? " (\(Lexicon.english.phrase(.noSource)))" : sources.isEmpty ? "" : " \(numbers)")
  }

  fileprivate var numbers: String {
    isUnsourced ? Lexicon.english.phrase(.noSource) : sources.map { "[\($0)]" }.joined()
  }
}
