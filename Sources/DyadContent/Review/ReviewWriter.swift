internal import DyadCore

/// Writes the items of a review: each claim with its quotes from one source.
final class ReviewWriter {
  let graph: KnowledgeGraph
  let claims: [ReviewedClaim]
  let states: [String: ReviewState]
  /// The sentences of each source, divided on first use.
  private var sentences: [Source.ID: Sentences] = [:]

  init(_ graph: KnowledgeGraph) {
    self.graph = graph
    claims = ReviewedClaim.all(of: graph)
    states = graph.reviewStates
  }

  /// The place of its first quote in the text; claims without a quote come last.
  func place(of claim: ReviewedClaim, in source: Source) -> Int {
    let own = claim.evidence.citations.filter { $0.source == source.id }
    return own.compactMap { source.text?.find($0).first?.lowerBound }.min() ?? Int.max
  }

  func item(_ claim: ReviewedClaim, in source: Source?) -> ReviewItem {
    let own = claim.evidence.citations.filter { $0.source == source?.id }
    let elsewhere = claim.evidence.citations.filter { $0.source != source?.id }.map { citation in
      let quote = citation.quote.map { ": “\($0)”" } ?? ", without a quote"
      return ([citation.source.text + quote] + details(of: citation)).joined(separator: "; ")
    }
    let facts = claim.facts + [ReviewItem.Fact(name: "Basis", words: basis(of: claim.evidence))]
    return ReviewItem(
      id: claim.id, sentence: claim.sentence, facts: facts, quotes: quotes(own), elsewhere: elsewhere,
      beyond: claim.own + beyond(claim), state: states[claim.id] ?? .open)
  }

  /// What the claim rests on, with the speakers to whom it is attributed.
  private func basis(of evidence: Evidence) -> String {
    let speakers = evidence.speakers.map(graph.name(of:))
    return switch evidence.overallBasis {
    case .inferred: "inferred: no source says it, the coder concludes it"
    case .attributed: speakers.isEmpty ? "attributed" : "attributed to \(speakers.joined(separator: ", "))"
    case .reported: "reported by the source"
    case nil: evidence.citations.isEmpty ? "no source" : "denied by the source"
    }
  }

  // MARK: Quotes

  /// The citations of one source; quotes that differ in nothing but their words share their passages.
  private func quotes(_ citations: [Citation]) -> [ReviewItem.Quote] {
    var groups: [(details: [String], problem: String?, source: Source.ID, quotes: [String])] = []
    for citation in citations {
      let (details, problem) = (details(of: citation), problem(of: citation))
      if problem == nil, let index = groups.firstIndex(where: { $0.details == details && $0.problem == nil }) {
        groups[index].quotes += [citation.quote].compactMap { $0 }
      } else {
        groups.append((details, problem, citation.source, [citation.quote].compactMap { $0 }))
      }
    }
    return groups.map { details, problem, source, quotes in
      let alone = quotes.map { quote in
        ReviewItem.Passage(pieces: [ReviewItem.Piece(text: OneLine.of(quote), isQuoted: true)])
      }
      let passages = problem == nil ? sentences(of: source)?.passages(around: quotes) : nil
      return ReviewItem.Quote(passages: passages ?? alone, details: details, problem: problem)
    }
  }

  /// Why the sentences around the quote cannot be shown.
  private func problem(of citation: Citation) -> String? {
    guard let quote = citation.quote else {
      return citation.rowList.map { "Cites \($0) of a data set." } ?? "Cited without a quote."
    }
    guard let text = sentences(of: citation.source) else {
      return "The dossier does not contain the text of this source."
    }
    return text.sentences(with: quote) == nil ? "The quote is not in the text of this source." : nil
  }

  private func sentences(of source: Source.ID) -> Sentences? {
    if let known = sentences[source] { return known }
    let found = graph.sources[source]?.text.map { Sentences($0) }
    sentences[source] = found
    return found
  }

  private func details(of citation: Citation) -> [String] {
    [
      citation.speaker.map { "said by \(graph.name(of: $0))" },
      citation.stance == .denies ? "denies the claim" : nil,
      citation.confidence?.words, citation.note.map { "note: \($0)" },
    ].compactMap { $0 }
  }

  // MARK: What is not in the quotes

  /// The words of all quotes of a claim, of their whole sentences, and of the sentences beside them, too.
  private struct Searches {
    let quoted, sentences, shown: WordSearch
  }

  private func searches(_ claim: ReviewedClaim) -> Searches {
    let citations = claim.evidence.citations
    let sources = Set(citations.map(\.source)).sorted()
    let passages = sources.flatMap { source in quotes(citations.filter { $0.source == source }).flatMap(\.passages) }
    let whole = citations.compactMap { citation in
      citation.quote.map { sentences(of: citation.source)?.sentences(with: $0) ?? $0 }
    }
    func search(_ texts: [String]) -> WordSearch {
      WordSearch(
        texts.joined(separator: "\n"), language: citations.first.flatMap { graph.sources[$0.source]?.language })
    }
    return Searches(
      quoted: search(passages.flatMap(\.pieces).filter(\.isQuoted).map(\.text)), sentences: search(whole),
      shown: search(passages.map { $0.pieces.map(\.text).joined() }))
  }

  private func beyond(_ claim: ReviewedClaim) -> [String] {
    guard claim.evidence.citations.contains(where: { $0.quote != nil }) else { return [] }
    let texts = searches(claim)
    let published = claim.evidence.citations.compactMap { graph.sources[$0.source]?.published?.year }
    let dates = claim.dates.compactMap { role, date in
      remark(on: date, as: role, texts, publishedIn: Set(published))
    }
    return dates + names(claim, texts.quoted, texts.shown) + numbers(claim, texts.quoted, texts.shown)
  }

  /// Which parts of a date are beside the quote or nowhere; `nil` if all of them are quoted.
  private func remark(
    on date: PartialDate, as role: String, _ texts: Searches, publishedIn years: Set<Int>
  ) -> String? {
    let wanted = WordSearch.DatePart.allCases.filter { part in
      switch part {
      case .day: date.day != nil
      case .month: date.month != nil
      case .year: true
      }
    }
    let (inQuote, inText) = (texts.quoted.parts(of: date), texts.shown.parts(of: date))
    let beside = wanted.filter { !inQuote.contains($0) && inText.contains($0) }
    let missing = wanted.filter { !inQuote.contains($0) && !inText.contains($0) }
    if beside.isEmpty, missing.isEmpty { return nil }
    func list(_ parts: [WordSearch.DatePart]) -> String {
      let names = parts.map(\.rawValue)
      let list = names.dropLast().joined(separator: ", ") + (names.count > 1 ? " and " : "") + (names.last ?? "")
      return "the \(list) \(names.count == 1 ? "is" : "are")"
    }
    var words =
      missing.count == wanted.count
      ? ["the date is not in the quote"]
      : (beside.isEmpty ? [] : ["\(list(beside)) beside the quote"])
        + (missing.isEmpty ? [] : ["\(list(missing)) not in the text shown"])
    if missing.contains(.year), years.contains(date.year) { words.append("the source was published in \(date.year)") }
    if missing.count == wanted.count || missing.contains(.day) {
      let relative = texts.sentences.relativeDates
      if !relative.isEmpty { words.append("relative words: \(relative.map { "'\($0)'" }.joined(separator: ", "))") }
    }
    let head = role == "date" ? "Date" : role.prefix(1).uppercased() + role.dropFirst()
    return "\(head) \(DateWords.english.words(date)): \(words.joined(separator: "; "))."
  }

  private func names(_ claim: ReviewedClaim, _ quoted: WordSearch, _ shown: WordSearch) -> [String] {
    func isNamed(_ id: Entity.ID, in text: WordSearch) -> Bool {
      guard let entity = graph.entities[id] else { return false }
      let names = entity.names.map(\.text) + [entity.short].compactMap { $0 }
      let surname = entity.kind == .official ? entity.names[0].text.split(separator: " ").last.map(String.init) : nil
      return names.contains(where: text.contains) || surname.map(text.hasWord) == true
    }
    let unquoted = claim.parties.filter { !isNamed($0, in: quoted) }
    let beside = unquoted.filter { isNamed($0, in: shown) }.map { graph.shortName(of: $0) }
    let missing = unquoted.filter { !isNamed($0, in: shown) }.map { graph.shortName(of: $0) }
    let words = claim.words.filter { !quoted.contains($0.text) }.map { role, text in
      "The \(role) '\(text)' is \(shown.contains(text) ? "beside the quote" : "not in the text shown")."
    }
    return (beside.isEmpty ? [] : ["Named beside the quote: \(beside.joined(separator: ", "))."])
      + (missing.isEmpty ? [] : ["Not named in the text shown: \(missing.joined(separator: ", "))."]) + words
  }

  private func numbers(_ claim: ReviewedClaim, _ quoted: WordSearch, _ shown: WordSearch) -> [String] {
    claim.numbers.compactMap { number in
      let values = Set([number.values.lowerBound, number.values.upperBound])
      if values.allSatisfy({ quoted.contains($0) }) { return nil }
      let place = values.allSatisfy { shown.contains($0) } ? "beside the quote" : "not in the text shown"
      return "The number '\(number)' is \(place)."
    }
  }
}
