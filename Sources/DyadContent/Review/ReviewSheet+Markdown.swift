package import DyadCore

extension ReviewSheet {
  /// The sheet as Markdown, which pandoc converts and which is readable as it is.
  public var markdown: String {
    var lines = [
      "# Review: \(Markdown.inline(title))", "",
      counts + "." + (isOpenOnly ? " Only claims that are not reviewed are listed." : ""), "",
      ReviewSheet.instruction, "",
    ]
    for part in parts {
      lines += ["## \(part.source.map { Markdown.inline($0.title) } ?? "Claims without a source")", ""]
      if let source = part.source { lines += [ReviewSheet.imprint(of: source, Markdown.inline), ""] }
      for (index, item) in part.items.enumerated() { lines += ReviewSheet.lines(of: item, number: index + 1) }
    }
    return lines.joined(separator: "\n")
  }

  /// How the reader proceeds.
  package static let instruction = """
    Hold each claim against its quote: does it say more than the quote, in its date, kind, direction or tone? Then tick it.
    """

  /// "The Harbour Herald, 2 May 2014 (herald)"
  package static func imprint(of source: Source, _ escape: (String) -> String) -> String {
    let parts = [source.author, source.publisher, source.published.map(DateWords.english.words)].compactMap { $0 }
    return escape((parts.isEmpty ? "" : parts.joined(separator: ", ") + " ") + "(\(source.id))")
  }

  private static func lines(of item: ReviewItem, number: Int) -> [String] {
    var lines = ["### \(number). \(Markdown.inline(item.sentence))", ""]
    lines += ["- [\(item.state.isOpen ? " " : "x")] \(Markdown.inline(item.state.words)) (`\(item.id)`)", ""]
    for quote in item.quotes {
      for passage in quote.passages { lines += ["> \(text(of: passage))", ""] }
      let details = quote.details + [quote.problem].compactMap { $0 }
      if !details.isEmpty { lines += [Markdown.inline(details.joined(separator: "; ")), ""] }
    }
    if !item.elsewhere.isEmpty {
      lines += item.elsewhere.map { "Also cited: \(Markdown.inline($0))" }.flatMap { [$0, ""] }
    }
    lines += item.facts.map { "- \($0.name): \(Markdown.inline($0.words))" } + [""]
    if !item.beyond.isEmpty {
      lines += ["Beyond the quote:", ""] + item.beyond.map { "- \(Markdown.inline($0))" } + [""]
    }
    return lines
  }

  /// The passage with the quote in bold; spaces stay outside of the marks.
  private static func text(of passage: ReviewItem.Passage) -> String {
    let words = passage.pieces.map { piece -> String in
      let body = Markdown.inline(piece.text)
      guard piece.isQuoted else { return body }
      let trimmed = body.drop { $0 == " " }
      let head = body.prefix(body.count - trimmed.count)
      let core = String(trimmed.reversed().drop { $0 == " " }.reversed())
      return core.isEmpty ? body : "\(head)**\(core)**\(trimmed.dropFirst(core.count))"
    }
    return words.joined()
  }
}
