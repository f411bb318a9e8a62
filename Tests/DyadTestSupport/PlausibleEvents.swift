/// The events: mostly between related parties, in the tone of their relation at the time.
extension PlausibleWorld {
  mutating func live(_ count: Int) {
    for number in 1...max(1, count) {
      var on = date(2010...2025)
      let bond = pick(bonds)
      var (one, other) = chance(50) ? (bond.first, bond.second) : (bond.second, bond.first)
      var tone = bond.tone(on: on)
      if chance(25) {
        (one, other) = (weighted(states), weighted(states))
        tone = Int.random(in: -4...6, using: &random)
      }
      while one.id == other.id { other = pick(states) }
      // The other way round now and then: friends quarrel, and foes talk.
      if chance(15) { tone = -tone }
      if tone > -8, tone < -3, chance(20) { tone = 0 }
      let isAtArms = one.type == nil || one.type == "armed" || one.type == "military"
      let happening = pick(
        (isAtArms && (tone < -7 || tone < -4 && chance(30))
          ? PlausibleHappening.blows
          : tone < -1
            ? PlausibleHappening.quarrels : tone < 3 ? PlausibleHappening.talks : PlausibleHappening.favours)
          .filter { $0.suits(one, other) })
      // Shots are heard on a day.
      if happening.type == "ASSAULT", chance(70) { on = on.exactly(.day) }
      happen(number, happening, one, other, on)
    }
  }

  private mutating func happen(
    _ number: Int, _ happening: PlausibleHappening, _ one: Party, _ other: Party, _ on: PlausibleDate
  ) {
    let inOffice = reigns.filter { $0.home.id == one.id && $0.covers(on) }
    let reign = happening.isByOfficials && !inOffice.isEmpty && chance(60) ? pick(inOffice) : nil
    let actor = reign?.official ?? one
    var amount: PlausibleHappening.Amount?
    if let subject = happening.counts { amount = (subject, quantity(of: subject)) }
    let topic = pick(PlausibleStory.topics)
    let scenes = places.filter { happening.isAtSea ? $0.home == nil : happening.isLong && $0.home != nil }
    let place = !scenes.isEmpty && chance(60) ? pick(scenes) : nil
    let isLong = on.precision == .day && on.day < 24 && happening.isLong && chance(40)
    let until =
      isLong ? PlausibleDate(year: on.year, month: on.month, day: on.day + 3, precision: .day) : nil
    let isSilent = unsourced && chance(5)
    let what = happening.what(actor.said, other.said, topic, amount).capitalizedFirst
    var lines = [
      "  event-\(number):", "    on: \(on.text)\(until.map { "/\($0.text)" } ?? "")",
      "    what: \(PlausibleWorld.yaml(what))", "    type: \(happening.type)",
    ]
    if let mode = happening.mode { lines.append("    mode: \(mode)") }
    lines += ["    actors: [\(actor.id)]", "    recipients: [\(other.id)]"]
    if let place { lines.append("    place: \(place.id)") }
    if let amount { lines.append("    numbers: { \(amount.subject): \(amount.number) }") }
    if !isSilent {
      let opening = until.map { "From \(on.day) to \($0.words)" } ?? on.opening
      let name = reign.map { "\(actor.said), \($0.title) of \(one.said)," } ?? actor.said
      let sentence =
        "\(opening) " + happening.sentence(name, other.said, topic, amount) + (place.map { " \($0.said)" } ?? "")
      lines += evidence(sentence, happening, one, other, on)
    }
    sections["events", default: []] += lines
  }

  private mutating func evidence(
    _ sentence: String, _ happening: PlausibleHappening, _ one: Party, _ other: Party, _ on: PlausibleDate
  ) -> [String] {
    let isDenied = happening.isDeniable && chance(25)
    let witness = organizations.filter { $0.home == other.id }.first
    guard isDenied || chance(12) else {
      let words = sentence + "."
      return ["    cite: { \(press.print(words, on: on)): \"\(words)\" }"]
    }
    let sayer = witness?.said ?? (chance(50) ? "people close to the matter" : "officials of \(other.said)")
    let words = "\(sentence), according to \(sayer)."
    let accused = happening.type == "ACCUSE" ? other : one
    let no =
      "\(accused.said.capitalizedFirst) denied what was said of \(on.words): \(pick(PlausibleHappening.excuses))."
    let source = press.print(isDenied ? [words, no] : [words], on: on)
    var lines = [
      "    cite:", "      - source: \(source)", "        quote: \"\(words)\"",
      "        speaker: \(witness?.id ?? sayer.capitalizedFirst)",
    ]
    if isDenied {
      lines += [
        "      - source: \(source)", "        quote: \"\(no)\"", "        speaker: \(accused.id)",
        "        stance: denies",
      ]
    }
    return lines
  }

  private mutating func quantity(of subject: String) -> String {
    let few = Int.random(in: 2...14, using: &random)
    let number =
      subject == "marchers" ? few * 1500 : ["people", "delegates", "accounts"].contains(subject) ? few * 4 : few
    return pick([
      "\(number)", "\(number)", "about \(number)", "over \(number)", "at least \(number)", "at most \(number)",
      "\(number) to \(number + number / 4 + 1)",
    ])
  }
}
