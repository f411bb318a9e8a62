/// The relations of the parties: blocs, powers with many ties, hostile neighbours, sponsored groups.
extension PlausibleWorld {
  mutating func relate(_ count: Int) {
    var told: Set<String> = []
    relatePowers(&told)
    for state in states where bonds.count < count / 3 {
      guard let bloc = state.bloc, bloc < alliances.count else { continue }
      let isLeader = state.id == states[bloc].id
      if isLeader || chance(80) {
        tie(isLeader ? PlausibleStory.founding : PlausibleStory.membership, state, alliances[bloc], &told)
      }
      if chance(35) { tie(PlausibleStory.alliance, states[bloc], state, &told) }
    }
    // Nobody is without a tie.
    for group in groups where bonds.count < count * 3 / 5 {
      let before = bonds.count
      while bonds.count == before { relate(group, &told) }
    }
    for state in states.dropFirst(2) where bonds.count < count * 4 / 5 {
      tie(pick(PlausibleStory.neighbours), state, neighbour(of: state), &told)
    }
    for _ in 0..<count * 5 where bonds.count < count { relateAny(&told) }
  }

  private mutating func relatePowers(_ told: inout Set<String>) {
    let powers = Array(states.prefix(states.count < 10 ? 2 : 5))
    for story in [PlausibleStory.greatRivals, PlausibleStory.claims, PlausibleStory.tariffs] {
      tie(story, powers[0], powers[1], &told)
    }
    for (index, one) in powers.enumerated() {
      for other in powers.dropFirst(index + 1) where !(index == 0 && other.id == powers[1].id) {
        tie(pick(PlausibleStory.powers), one, other, &told)
      }
    }
  }

  private mutating func relateAny(_ told: inout Set<String>) {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<30:
      let one = weighted(states)
      let other = pick(states)
      let stories = one.bloc != nil && one.bloc == other.bloc ? PlausibleStory.friends : PlausibleStory.strangers
      tie(pick(stories), one, other, &told)
    case 30..<55:
      let one = pick(states)
      tie(pick(PlausibleStory.neighbours), one, neighbour(of: one), &told)
    case 55..<80 where !groups.isEmpty: relate(weighted(groups), &told)
    case 80..<90 where !groups.isEmpty: tie(pick(PlausibleStory.amongGroups), pick(groups), pick(groups), &told)
    case 90..<95 where !organizations.isEmpty:
      tie(pick(PlausibleStory.withBodies), weighted(states), pick(organizations), &told)
    default: tie(pick(PlausibleStory.strangers), weighted(states), weighted(states), &told)
    }
  }

  private mutating func relate(_ group: Party, _ told: inout Set<String>) {
    let story = pick(group.type == "armed" ? PlausibleStory.withArmed : PlausibleStory.withGroups)
    // Its own state fights it; it is others that shelter it.
    let isOwn = chance(40) && story.isAgainst
    let state =
      isOwn ? states.first { $0.id == group.home } ?? weighted(states) : chance(50) ? weighted(states) : pick(states)
    guard isOwn || state.id != group.home else { return }
    tie(story, state, group, &told)
  }

  private mutating func neighbour(of state: Party) -> Party {
    let near = states.filter { $0.region == state.region && $0.id != state.id }
    return near.isEmpty || chance(15) ? weighted(states) : weighted(near)
  }

  // MARK: Phases

  private mutating func tie(_ story: PlausibleStory, _ one: Party, _ other: Party, _ told: inout Set<String>) {
    let pair = [one.id, other.id].sorted().joined(separator: " ")
    guard one.id != other.id, told.insert("\(pair) \(story.kind)").inserted else { return }
    let relation = id("\(one.id) \(other.id) \(story.kind == "ties" ? "" : story.kind)")
    var lines = [
      "  \(relation):", story.isDirected ? "    from: \(one.id)" : "    between: [\(one.id), \(other.id)]",
    ]
    if story.isDirected { lines.append("    to: \(other.id)") }
    lines += ["    kind: \(story.kind)", "    phases:"]
    let first = Int.random(in: 0...max(0, story.chapters.count - 2), using: &random)
    let length = chance(25) ? 1 : Int.random(in: 2...4, using: &random)
    let chapters = story.isWhole ? story.chapters[...] : story.chapters[first...].prefix(length)
    let topic = pick(PlausibleStory.topics)
    let isSilent = unsourced && chance(3)
    var bond = Bond(first: one, second: other, tones: [])
    var start = date(2009...(chapters.count > 2 ? 2013 : 2020))
    for (number, chapter) in chapters.enumerated() {
      let isLast = number == chapters.count - 1
      var end = date(start.year + 1...start.year + 4)
      let isOpen = end.year > 2024 || (isLast && chance(75))
      let chance = (before: number == 0 && chance(10), after: isLast && chance(30))
      if chance.before { start = start.exactly(.day) }
      if chance.after { end = end.exactly(.day) }
      let during =
        "\(chance.before ? "[..\(start.text)]" : start.text)/"
        + (isOpen ? ".." : chance.after ? "[\(end.text)..]" : end.text)
      bond.tones.append((start, chapter.tone))
      lines += ["      - during: \"\(during)\"", "        reads: \(chapter.reads)", "        tone: \(chapter.tone)"]
      let words = chapter.words(one, other, topic)
      if !isSilent {
        let ending = isOpen ? nil : (date: end, isAtLeast: chance.after)
        lines += evidence(
          words, of: one, from: start, isBefore: chance.before, to: ending, isSecret: story.isSecret && number == 0)
      }
      if isOpen { break }
      start = end
    }
    bonds.append(bond)
    sections["relations", default: []] += lines
  }

  /// A sentence for the beginning, another for the end; what the first party does in secret, it denies.
  private mutating func evidence(
    _ words: PlausibleStory.Words, of one: Party, from start: PlausibleDate, isBefore: Bool,
    to end: (date: PlausibleDate, isAtLeast: Bool)?, isSecret: Bool
  ) -> [String] {
    var began = isBefore ? "By \(start.words) \(words.had)" : "Since \(start.words) \(words.have)"
    var speaker: String?
    if chance(14) {
      let sayer =
        isSecret || chance(50) ? "diplomats in \(pick(states).said)" : "officials of \(pick(states).said)"
      began += ", \(sayer) said"
      speaker = sayer.capitalizedFirst
    }
    began += "."
    let isDenied = isSecret && chance(45)
    let deed = words.had.hasPrefix(one.said) ? "it\(words.had.dropFirst(one.said.count))" : words.had
    let no = "\(one.said.capitalizedFirst) denied in \(start.exactly(.month).words) that \(deed)."
    let source = press.print(isDenied ? [began, no] : [began], on: start)
    var quotes = [(source, began)]
    if let end {
      let ended = "Until \(end.isAtLeast ? "at least " : "")\(end.date.words) \(words.had)."
      quotes.append((press.print(ended, on: end.date), ended))
    }
    guard speaker != nil || isDenied else { return cite(quotes, indent: "        ") }
    var lines = ["        cite:", "          - source: \(source)", "            quote: \"\(began)\""]
    if let speaker { lines.append("            speaker: \(speaker)") }
    if isDenied {
      lines += [
        "          - source: \(source)", "            quote: \"\(no)\"", "            speaker: \(one.id)",
        "            stance: denies",
      ]
    }
    for quote in quotes.dropFirst() {
      lines += ["          - source: \(quote.0)", "            quote: \"\(quote.1)\""]
    }
    return lines
  }
}
