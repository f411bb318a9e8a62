import DyadCore

/// Sentences about the two parties: who is in power, who holds an office, who belongs to them.
extension BriefText {
  /// A paragraph for each of the two; empty ones are left out.
  var parties: [Prose] {
    [party(pair.0, sides.first), party(pair.1, sides.second)].filter { !$0.isEmpty }.map { $0.joined() }
  }

  private func party(_ id: Entity.ID, _ side: Set<Entity.ID>) -> [Prose] {
    guard let entity = graph.entities[id] else { return [] }
    let name = names[id]
    var sentences: [Prose] = []
    if let introduction = introduction(entity) { sentences.append(introduction) }
    if snapshot.entity(id) == nil { sentences.append(absence(entity)) }
    let affiliations = snapshot.ties.filter { tie in
      tie.kind.isAffiliation && (tie.relation.from == id || tie.relation.to == id)
        && (tie.relation.from != id || !side.contains(tie.relation.to))
    }
    sentences += affiliations.compactMap { tie in
      tie.leading.map { sentence(on: tie, $0, .holding).prose(after: nil) }
    }
    let officials = snapshot.holdings.filter { side.contains($0.item.official) }
    let people = Dictionary(grouping: officials, by: \.item.official).sorted { one, other in
      (seniority(one.value), one.key) < (seniority(other.value), other.key)
    }.compactMap { office($0.value) }
    if !people.isEmpty {
      let place: Prose = "In \(name.text), "
      sentences.append((place + people[0] + ".").capitalized)
      sentences += people.dropFirst().map { ($0 + ".").capitalized }
    }
    let others = others(
      of: side, without: officials.map { $0.item.official } + affiliations.map { $0.relation.from } + [id])
    if !others.isEmpty {
      let shown = others.prefix(6).map { names[$0.id].text }
      let more = others.count > 6 ? ["\(BriefText.number(others.count - 6)) others"] : []
      let list = (shown + more).inList
      let isPlural = others.count > 1 || names[others[0].id].isPlural
      let verb = isPast ? (isPlural ? "were" : "was") : isPlural ? "are" : "is"
      let noun = others.count > 1 || isPlural ? "Other actors" : "Another actor"
      sentences.append("\(noun) \(entity.kind == .state ? "from" : "within") \(name.text) \(verb) \(list).")
    }
    return sentences
  }

  /// 0 for who leads a state or a group, 1 for the others.
  private func seniority(_ holdings: [Held<Holding>]) -> Int {
    let titles = holdings.compactMap { graph.offices[$0.item.office]?.title }
    let heads = [
      "President", "Prime Minister", "King", "Queen", "Emir", "Chancellor", "Supreme Leader", "Sultan", "Leader",
    ]
    return titles.contains { title in heads.contains { title == $0 || title.hasPrefix("\($0) of") } } ? 0 : 1
  }

  private func others(of side: Set<Entity.ID>, without covered: [Entity.ID]) -> [Held<Entity>] {
    snapshot.entities.filter { held in
      side.contains(held.id) && ![.place, .official].contains(held.item.kind) && !covered.contains(held.id)
    }
  }

  /// What a party is that its name does not show: "The TTP (Tehreek-e-Taliban Pakistan) is an armed group."
  func introduction(_ entity: Entity) -> Prose? {
    guard ![.state, .official, .place].contains(entity.kind) else { return nil }
    let name = names[entity.id]
    let full = OneLine.of(entity.name(at: moment))
    let verb = isPast ? (name.isPlural ? "were" : "was") : name.isPlural ? "are" : "is"
    let hasFull = entity.short.map { $0 != full } ?? false
    let cited: Prose = entity.evidence.citations.isEmpty ? "" : "\(citing: marks(entity.evidence))"
    if name.isPlural || name.text.first?.isLowercase == true && !name.text.hasPrefix("the ") {
      guard hasFull else { return nil }
      let explained = EnglishNames.phrase(full).text
      // "Gulf states are some Gulf states" explains nothing.
      let stems = name.text.split(separator: " ").map { $0.lowercased().prefix(6) }
      guard !stems.allSatisfy({ full.lowercased().contains($0) }) else { return nil }
      return ("\(name.text) \(verb) \(explained)" + cited + ".").capitalized
    }
    let kind = BriefText.kind(entity)
    if kind == nil, !hasFull { return nil }
    let isAcronym = entity.short.map { $0.count > 1 && $0.allSatisfy(\.isUppercase) } ?? false
    if kind == nil, isAcronym { return ("\(entity.shortName) stands for \(full)" + cited + ".").capitalized }
    let given = hasFull ? " (\(full))" : ""
    return ("\(name.text)\(given) \(verb) \(kind ?? EnglishArticle.indefinite(entity.kind.rawValue))" + cited + ".")
      .capitalized
  }

  /// "an armed group", "a ministry"; `nil` if the type says nothing that a sentence can use.
  static func kind(_ entity: Entity) -> String? {
    guard let type = entity.type?.lowercased(), !type.contains(","), !type.contains("unnamed") else { return nil }
    let noun = entity.kind == .organization ? "organization" : "group"
    let words = type.split(separator: " ").map { String($0) }
    if let last = words.last, bodies.contains(last) { return EnglishArticle.indefinite(type) }
    let isAdjective = words.allSatisfy { $0 == "and" || EnglishWords.isAdjective($0) || attributes.contains($0) }
    return isAdjective && !words.isEmpty ? EnglishArticle.indefinite("\(type) \(noun)") : nil
  }

  private static let bodies: Set<String> = [
    "ministry", "court", "bank", "agency", "airline", "tribunal", "alliance", "foundation", "party", "army", "militia",
    "university", "company", "newspaper", "union", "church", "broadcaster", "committee", "commission", "parliament",
    "government", "coalition", "movement", "network", "militias", "bloc", "council",
  ]
  private static let attributes: Set<String> = [
    "armed", "political", "religious", "military", "intergovernmental", "business", "media", "criminal", "ethnic",
    "civil", "paramilitary", "intelligence", "humanitarian", "regional", "international", "jihadist", "islamist",
    "separatist", "rebel", "militant", "aid", "charitable", "secular", "social", "student", "youth", "terrorist",
  ]

  /// That a party did not exist at the moment.
  func absence(_ entity: Entity) -> Prose {
    let name = names[entity.id]
    let day = moment.days
    let sentence: Prose =
      entity.during.ends.upperBound < day.lowerBound
      ? "\(name.text) ceased to exist \(entity.during.endDate.map { dates.at($0) } ?? "before that date")"
      : "\(name.text) did not yet exist at that date"
    let cited: Prose = entity.evidence.citations.isEmpty ? "" : "\(citing: marks(entity.evidence))"
    return (sentence + cited + ".").capitalized
  }

  /// "three", or digits from thirteen on.
  static func number(_ count: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    return words.indices.contains(count) ? words[count] : grouped(String(count))
  }
}
