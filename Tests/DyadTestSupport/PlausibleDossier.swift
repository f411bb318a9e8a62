/// A dossier of an ocean that is not on any map, as large as is asked for, with the texts that its claims are quoted from.
///
///     PlausibleDossier(entities: 150, seed: 1).files["dossier.yaml"]
///
/// Few powers have many ties and most have few, as in the world; the same size and seed write the same files.
public struct PlausibleDossier {
  /// The files of its folder, by name.
  public private(set) var files: [String: String] = [:]

  private var random: Seeded
  private var names = PlausibleNames()
  private var states: [Party] = []
  private var officials: [Party] = []
  private var groups: [Party] = []
  private var organizations: [Party] = []
  private var yaml: [String] = []
  private var almanacs: [Int: [String]] = [:]

  struct Party {
    var id: String
    var name: String
    var weight: Double
    var home: String?
  }

  public init(entities: Int, seed: Int) {
    random = Seeded(seed)
    yaml = ["# Made by a generator: an ocean that is not on any map.", "dossier: The archipelago, an invented ocean"]
    writeParties(entities)
    writeRelations(entities * 4 / 3)
    writeEvents(entities * 7 / 3)
    writeViews()
    writeSources()
    files["dossier.yaml"] = yaml.joined(separator: "\n") + "\n"
  }

  // MARK: Parties

  private mutating func writeParties(_ count: Int) {
    let shares = (states: max(2, count * 28 / 100), officials: count * 30 / 100, groups: count * 20 / 100)
    for rank in 0..<shares.states {
      let name = names.land(&random)
      states.append(Party(id: slug(name), name: name, weight: 1 / Double(rank + 2)))
    }
    let bodies = max(0, count - shares.states - shares.officials - shares.groups)
    for _ in 0..<shares.groups {
      let (name, home) = (names.group(&random), Int.random(in: 0..<3, using: &random) == 0 ? nil : any(of: states))
      groups.append(Party(id: slug(name), name: name, weight: home == nil ? 0.4 : 0.15, home: home?.id))
    }
    for _ in 0..<bodies {
      let home = any(of: states)
      let name = names.body(&random, of: home.name)
      organizations.append(Party(id: slug(name), name: name, weight: 0.05, home: home.id))
    }
    section("states", states.map { "{ name: \($0.name) }" }, states)
    let lands = Dictionary(uniqueKeysWithValues: states.map { ($0.id, $0.name) })
    let ofGroups = groups.map { group in
      let sentence = "The \(group.name) has its seat \(group.home.map { "in \(lands[$0]!)" } ?? "nowhere for long")."
      let home = group.home.map { ", of: \($0)" } ?? ""
      return
        "{ name: \(group.name), type: \(kind(group))\(home), cite: { \(almanac(2008, sentence)): \"\(sentence)\" } }"
    }
    section("groups", ofGroups, groups)
    let ofBodies = organizations.map { body in
      let sentence = "The \(body.name) publishes its accounts each year."
      return "{ name: \(body.name), of: \(body.home!), cite: { \(almanac(2008, sentence)): \"\(sentence)\" } }"
    }
    section("organizations", ofBodies, organizations)
    writeOfficials(shares.officials)
  }

  private mutating func writeOfficials(_ count: Int) {
    guard count > 0 else { return }
    yaml += ["", "officials:"]
    for _ in 0..<count {
      let (name, home) = (names.person(&random), any(of: states))
      let office = ["President", "Foreign Minister", "Special Envoy", "Minister of Trade"].randomElement(
        using: &random)!
      let (start, end) = (Int.random(in: 2010...2019, using: &random), Int.random(in: 2021...2025, using: &random))
      let (month, isStill) = (Int.random(in: 1...12, using: &random), Bool.random(using: &random))
      let during = "\(start)-\(two(month))/\(isStill ? ".." : String(end))"
      let sentence =
        "\(name) became \(office) of \(home.name) in \(PlausibleNames.months[month - 1]) \(start)"
        + (isStill ? " and still is." : " and left in \(end).")
      let official = Party(id: slug(name), name: name, weight: 0.1, home: home.id)
      officials.append(official)
      yaml += [
        "  \(official.id):", "    name: \(name)", "    short: \(name.split(separator: " ").last!)",
        "    serves: \(home.id)",
        "    offices:", "      - title: \(office)", "        during: \(during)",
        "        cite: { \(almanac(start, sentence)): \"\(sentence)\" }",
      ]
    }
  }

  private func kind(_ group: Party) -> String {
    group.name.contains("Front") || group.name.contains("Brigade")
      ? "armed"
      : group.name.contains("Temple") || group.name.contains("Order") ? "religious" : "political"
  }

  private mutating func section(_ title: String, _ lines: [String], _ parties: [Party]) {
    guard !parties.isEmpty else { return }
    yaml += ["", "\(title):"] + zip(parties, lines).map { "  \($0.id): \($1)" }
  }

  // MARK: Relations

  private mutating func writeRelations(_ count: Int) {
    yaml += ["", "relations:"]
    var pairs: Set<[String]> = []
    for _ in 0..<count {
      let one = weighted(states)
      let isGroup = !groups.isEmpty && Int.random(in: 0..<4, using: &random) == 0
      let other = isGroup ? weighted(groups) : weighted(states)
      guard one.id != other.id, other.home != one.id, pairs.insert([one.id, other.id].sorted()).inserted else {
        continue
      }
      let story = (isGroup ? PlausibleStory.withGroups : PlausibleStory.betweenStates).randomElement(using: &random)!
      let ends = story.isDirected ? "from: \(one.id)\n    to: \(other.id)" : "between: [\(one.id), \(other.id)]"
      yaml += ["  \(one.id)-\(other.id):", "    \(ends)", "    kind: \(story.kind)", "    phases:"]
      var start = Int.random(in: 2009...2018, using: &random)
      for (index, chapter) in story.chapters.enumerated() where start <= 2025 {
        let isLast = index == story.chapters.count - 1
        let end = start + Int.random(in: 1...5, using: &random)
        let isOpen = isLast || end >= 2025
        let sentence = chapter.sentence(one.name, other.name, since: start, until: isOpen ? nil : end)
        yaml += [
          "      - during: \(start)/\(isOpen ? ".." : String(end))", "        reads: \(chapter.reads)",
          "        tone: \(chapter.tone)", "        cite: { \(almanac(start, sentence)): \"\(sentence)\" }",
        ]
        if isOpen { break }
        start = end + 1
      }
    }
  }

  // MARK: Events

  private mutating func writeEvents(_ count: Int) {
    yaml += ["", "events:"]
    for number in 1...max(1, count) {
      let actor = officials.isEmpty || Int.random(in: 0..<3, using: &random) > 0 ? weighted(states) : any(of: officials)
      let other = !groups.isEmpty && Int.random(in: 0..<6, using: &random) == 0 ? weighted(groups) : weighted(states)
      guard actor.id != other.id, actor.home != other.id, other.home != actor.id else { continue }
      let happening = PlausibleStory.happenings.randomElement(using: &random)!
      let (year, month) = (Int.random(in: 2010...2025, using: &random), Int.random(in: 1...12, using: &random))
      let isExact = Int.random(in: 0..<3, using: &random) > 0
      let day = Int.random(in: 1...28, using: &random)
      let on = "\(year)-\(two(month))" + (isExact ? "-\(two(day))" : "")
      let what = happening.words(actor.name, other.name)
      let when = (isExact ? "On \(day) " : "In ") + "\(PlausibleNames.months[month - 1]) \(year)"
      let sentence = "\(when), \(what)."
      yaml += [
        "  event-\(number):", "    on: \(on)", "    what: \(what)", "    type: \(happening.type)",
        "    actors: [\(actor.id)]", "    recipients: [\(other.id)]",
        "    cite: { \(almanac(year, sentence)): \"\(sentence)\" }",
      ]
      if let mode = happening.mode { yaml.append("    mode: \(mode)") }
    }
  }

  // MARK: Views and sources

  private mutating func writeViews() {
    let (first, second) = (states[0].id, states[1].id)
    let small = states[states.count * 2 / 3].id
    yaml += [
      "", "views:", "  whole: { on: 2024-06-01, title: \"The archipelago in June 2024\" }",
      "  powers: { on: 2024-06-01, only: [state, relations], min-tone: 4, title: \"Friends and foes, states alone\" }",
      "  around: { around: \(first), on: 2024-06-01, title: \"\(states[0].name) and those around it\" }",
      "  between: { between: [\(first), \(second)], on: 2024-06-01 }",
      "  quiet: { around: \(small), hops: 2, on: 2024-06-01, title: \"\(states[states.count * 2 / 3].name), two steps out\" }",
    ]
  }

  private mutating func writeSources() {
    yaml += ["", "sources:"]
    for (year, sentences) in almanacs.sorted(by: { $0.key < $1.key }) {
      let title = "Almanac of the Straits, \(year)"
      yaml.append(
        "  almanac-\(year): { title: \"\(title)\", publisher: Harbour Press, published: \(year)-12-31, "
          + "text: almanac-\(year).txt }")
      let paragraphs = stride(from: 0, to: sentences.count, by: 5).map { start in
        sentences[start..<min(start + 5, sentences.count)].joined(separator: " ")
      }
      files["almanac-\(year).txt"] = "\(title)\n\n\(paragraphs.joined(separator: "\n\n"))\n"
    }
  }

  /// The almanac that tells it: one appears every third year.
  private mutating func almanac(_ year: Int, _ sentence: String) -> String {
    let edition = min(2025, 2010 + max(0, year - 2008) / 3 * 3)
    almanacs[edition, default: []].append(sentence)
    return "almanac-\(edition)"
  }

  // MARK: Chance

  private mutating func any(of parties: [Party]) -> Party { parties.randomElement(using: &random)! }

  private mutating func weighted(_ parties: [Party]) -> Party {
    var place = Double.random(in: 0..<parties.map(\.weight).reduce(0, +), using: &random)
    for party in parties {
      place -= party.weight
      if place < 0 { return party }
    }
    return parties[parties.count - 1]
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private func slug(_ name: String) -> String {
    name.lowercased().map { letter in
      switch letter {
      case "é", "è": "e"
      case "ø", "ö": "o"
      case "á", "ā": "a"
      case _ where letter.isASCII && (letter.isLetter || letter.isNumber): String(letter)
      default: "-"
      }
    }.joined()
  }
}
