internal import DyadCore
internal import DyadEditing

/// Proposes the offices that a text gives to people: "Deputy Prime Minister Ishaq Dar", "Meles, Prime Minister of Ethiopia".
struct OfficeRule {
  let passage: PassageReading
  let request: ProposalRequest

  init(_ passage: PassageReading, _ request: ProposalRequest) { (self.passage, self.request) = (passage, request) }

  /// A title in a sentence.
  private struct Title {
    /// The words of the title, with "of Defence" and "for Afghanistan".
    var words: Range<Int>
    var home: NamedParty?
    var isFormer: Bool
  }

  var proposals: [Proposal] {
    var (seen, all) = (Set<String>(), [Proposal]())
    for sentence in passage.sentences {
      for title in titles(in: sentence) {
        guard let proposal = proposal(title, sentence) else { continue }
        let key = "\(proposal.record["official"]?.scalar ?? "") \(proposal.record["office"]?.scalar ?? "")"
        if seen.insert(key).inserted { all.append(proposal) }
      }
    }
    return all
  }

  // MARK: Titles

  private func titles(in sentence: SentenceReading) -> [Title] {
    sentence.words.indices.compactMap { index in
      let word = sentence.word(index)
      guard OfficeWord.heads.contains(word),
        sentence.mention(at: index).map({ $0.words.count == 1 && $0.party.kind == .official }) != true
      else { return nil }
      // "General Secretary": the last head counts, and "Prince" of a name is none.
      if OfficeWord.heads.contains(sentence.word(index + 1)), OfficeWord.modifiers.contains(word) { return nil }
      return title(endingAt: index, in: sentence)
    }
  }

  private func title(endingAt head: Int, in sentence: SentenceReading) -> Title {
    var start = head
    while start > 0, OfficeWord.modifiers.contains(sentence.word(start - 1)), sentence.mention(at: start - 1) == nil {
      start -= 1
    }
    var home: NamedParty?
    if start > 0,
      let owner = sentence.mention(at: start - 1)
        ?? (sentence.words[start - 1].isPossessive ? sentence.mention(at: start - 2) : nil),
      owner.role == .adjective || owner.isPossessive
    {
      home = owner.party
    }
    var end = head + 1
    // "of Defence", "for Foreign Affairs"
    if ["of", "for"].contains(sentence.word(end)) {
      let mention =
        sentence.mention(at: end + 1) ?? (sentence.word(end + 1) == "the" ? sentence.mention(at: end + 2) : nil)
      if let mention {
        if sentence.word(end) == "of" {
          home = home ?? mention.party
          end = mention.words.upperBound
        } else {
          end = mention.words.upperBound
        }
      } else {
        var last = end + 1
        while sentence.words.indices.contains(last), sentence.words[last].isCapitalized,
          sentence.mention(at: last) == nil, last < end + 4
        { last += 1 }
        if last > end + 1 {
          end = last
          if sentence.word(end) == "of", let mention = sentence.mention(at: end + 1) {
            home = home ?? mention.party
          }
        }
      }
    }
    let isFormer =
      start > 0 && OfficeWord.former.contains(sentence.word(start - 1))
      || start > 1 && OfficeWord.former.contains(sentence.word(start - 2))
    return Title(words: start..<end, home: home, isFormer: isFormer)
  }

  /// The words of the title without the state.
  private func text(_ title: Title, _ sentence: SentenceReading) -> String {
    var words = title.words
    if let mention = sentence.mention(at: words.upperBound - 1),
      sentence.word(mention.words.lowerBound - 1) == "of" || sentence.word(mention.words.lowerBound - 2) == "of"
    {
      words =
        words
        .lowerBound..<(sentence.word(mention.words.lowerBound - 1) == "the"
        ? mention.words.lowerBound - 2 : mention.words.lowerBound - 1)
    }
    let phrase = sentence.phrase(words, in: passage.text)
    // Texts write "foreign minister"; a title has capitals.
    return phrase.split(separator: " ").map { word in
      ["of", "for", "the", "and"].contains(word) ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  // MARK: Officials

  /// The holder, after the title or before it between commas.
  private func holder(of title: Title, _ sentence: SentenceReading) -> (party: NamedParty?, name: Range<Int>)? {
    var next = title.words.upperBound
    // Another title may follow: "Special Envoy for Afghanistan Ambassador Muhammad Sadiq Khan".
    while OfficeWord.heads.contains(sentence.word(next)) || OfficeWord.modifiers.contains(sentence.word(next)),
      sentence.mention(at: next) == nil
    { next += 1 }
    if sentence.word(next) == "since",
      let date = sentence.dates.first(where: { $0.range.contains(sentence.words[next].range.lowerBound) })
    {
      while next < sentence.words.count, sentence.words[next].range.lowerBound < date.range.upperBound { next += 1 }
    }
    if sentence.word(next) == ",", sentence.mention(at: next + 1)?.party.kind == .official { next += 1 }
    if let mention = sentence.mention(at: next), mention.party.kind == .official {
      return (mention.party, mention.words)
    }
    if let name = newName(at: next, sentence) { return (nil, name) }
    // "Meles Zenawi, Prime Minister of Ethiopia"
    let start = title.words.lowerBound
    var before = start - 1
    if sentence.words.indices.contains(before),
      sentence.words[before].isPossessive || sentence.mention(at: before) != nil
    {
      before =
        (sentence.mention(at: before) ?? sentence.mention(at: before - 1))?.words.lowerBound.advanced(by: -1) ?? before
    }
    while before >= 0, ["the", "then", "former"].contains(sentence.word(before)) { before -= 1 }
    guard sentence.word(before) == ",", let mention = sentence.mention(at: before - 1), mention.party.kind == .official,
      mention.words.upperBound == before
    else { return nil }
    return (mention.party, mention.words)
  }

  /// Two to four capitalized words that are no known name.
  private func newName(at start: Int, _ sentence: SentenceReading) -> Range<Int>? {
    var end = start
    while sentence.words.indices.contains(end), sentence.words[end].isCapitalized, sentence.words[end].isWord,
      sentence.mention(at: end) == nil, !DateWord.months.keys.contains(sentence.word(end)), end < start + 4
    {
      end += 1
    }
    return end - start >= 2 ? start..<end : nil
  }

  // MARK: Proposals

  private func proposal(_ title: Title, _ sentence: SentenceReading) -> Proposal? {
    guard let holder = holder(of: title, sentence) else { return nil }
    let name = sentence.phrase(holder.name, in: passage.text)
    let official = holder.party?.id ?? DyadCore.Entity.ID.slug(name)
    let serves = passage.homes[official]
    guard let home = title.home ?? serves, home.kind != .place, home.kind != .official else { return nil }
    let words = text(title, sentence)
    guard !words.isEmpty, !OfficeWord.courtesies.contains(words.lowercased()) else { return nil }
    let made = Office.ID(title: words, of: Entity.ID(home.id))
    let known = request.graph.offices.values.filter {
      $0.of.text == home.id && Office.ID.slug($0.title) == Office.ID.slug(words)
    }
    let office = (known.map(\.id).min() ?? made).text
    let quote = self.quote(title, holder.name, sentence)
    var requires: [Proposal] = []
    if case .state(let fact) = home { requires.append(PartyProposals(request).state(fact, quote: quote)) }
    if holder.party == nil {
      let record: YAMLValue = .mapping([
        YAMLValue.Member("id", .text(official)), YAMLValue.Member("name", .text(name)),
        YAMLValue.Member("serves", .text(home.id)),
      ])
      requires.append(
        Proposal(
          kind: "official", record: record, source: request.source.id, quote: quote, rule: "name after a title",
          score: 0.6))
    }
    if request.graph.offices[Office.ID(office)] == nil {
      let record: YAMLValue = .mapping([
        YAMLValue.Member("id", .text(office)), YAMLValue.Member("title", .text(words)),
        YAMLValue.Member("of", .text(home.id)),
      ])
      requires.append(
        Proposal(kind: "office", record: record, source: request.source.id, quote: quote, rule: "title", score: 0.8))
    }
    let during = during(title, sentence)
    let record: YAMLValue = .mapping([
      YAMLValue.Member("official", .text(official)), YAMLValue.Member("office", .text(office)),
      YAMLValue.Member("during", .text(during.interval.description)),
    ])
    let score = (holder.party == nil ? 0.6 : 0.75) + (title.home == nil ? 0 : 0.1) + (during.isOwn ? 0.1 : 0)
    return Proposal(
      kind: "holding", record: record, source: request.source.id, quote: quote,
      rule: "title '\(words)' of \(name); \(during.rule)", score: score, requires: requires)
  }

  private func quote(_ title: Title, _ name: Range<Int>, _ sentence: SentenceReading) -> String {
    let (first, last) = (min(title.words.lowerBound, name.lowerBound), max(title.words.upperBound, name.upperBound))
    // With the state before it and a date behind it.
    var start = first
    if start > 0,
      let owner = sentence.mention(at: start - 1)
        ?? (sentence.words[start - 1].isPossessive ? sentence.mention(at: start - 2) : nil)
    {
      start = owner.words.lowerBound
    }
    var end = last
    if sentence.word(end) == "since",
      let date = sentence.dates.first(where: { $0.range.contains(sentence.words[end].range.lowerBound) })
    {
      while end < sentence.words.count, sentence.words[end].range.lowerBound < date.range.upperBound { end += 1 }
    }
    return sentence.phrase(start..<end, in: passage.text)
  }

  /// By when the office was held: since the date that the title has, or by the date of the sentence.
  private func during(_ title: Title, _ sentence: SentenceReading) -> (interval: Interval, rule: String, isOwn: Bool) {
    let end = title.words.upperBound
    if sentence.word(end) == "since",
      let date = sentence.dates.first(where: { $0.range.contains(sentence.words[end].range.lowerBound) })
    {
      return (date.interval, date.rule, true)
    }
    let near = sentence.dates.last { $0.interval.start.date != nil && $0.interval.end.date != nil }
    let known = near?.interval.end.date ?? passage.published
    guard let known else { return (.unknown, "no date", false) }
    let interval =
      title.isFormer ? Interval(from: .unknown, to: .onOrBefore(known)) : Interval(from: .onOrBefore(known), to: .open)
    return (interval ?? .unknown, "\(title.isFormer ? "no longer" : "held") by \(known.spelled)", near != nil)
  }
}
