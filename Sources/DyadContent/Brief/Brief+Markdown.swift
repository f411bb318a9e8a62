extension Brief {
  /// The brief as CommonMark.
  ///
  /// - Parameter path: the path of a picture's file; `nil` leaves the picture out.
  public func markdown(pictures path: (Picture) -> String? = { _ in nil }) -> String {
    var parts = ["# \(Markdown.escaped(title))", "*\(Markdown.escaped(subtitle))*"]
    for block in blocks {
      switch block {
      case .heading(let words): parts.append("## \(Markdown.escaped(words))")
      case .paragraph(let prose): parts.append(Brief.markdown(prose))
      case .picture(let picture):
        if let file = path(picture) { parts.append("![\(Markdown.escaped(picture.caption))](\(file))") }
      case .sources(let notes): parts += notes.map(Brief.markdown)
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func markdown(_ prose: Prose) -> String {
    prose.runs.map { run in
      switch run {
      case .words(let words): Markdown.inline(words)
      case .strong(let words): "**\(Markdown.inline(words))**"
      case .sources(let marks): Markdown.inline(Prose.text(of: marks))
      }
    }.joined()
  }

  private static func markdown(_ note: SourceNote) -> String {
    let url = note.url.map { " <\($0)>" } ?? ""
    let head = "\\[\(note.number)\\] \(Markdown.inline(note.imprint))\(url)"
    let quotes = note.quotes.enumerated().map { "- \(SourceNote.letter($0)): “\(Markdown.inline($1))”" }
    return ([head] + quotes).enumerated().map { index, line in
      index == 1 ? "\n" + line : line
    }.joined(separator: "\n")
  }
}
