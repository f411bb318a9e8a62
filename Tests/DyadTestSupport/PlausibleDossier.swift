/// A dossier of an ocean that is not on any map, as large as is asked for, with the articles that it is quoted from.
///
///     PlausibleDossier(entities: 150, seed: 7).files["dossier.yaml"]
///
/// A few powers have many ties and most states have few, as in the world; the same size and seed write the same files.
public struct PlausibleDossier {
  /// The files of its folder, by path.
  public let files: [String: String]

  /// With `unsourced`, one event in twenty and one relation in thirty cite nothing.
  public init(entities: Int, seed: Int, unsourced: Bool = false) {
    var world = PlausibleWorld(size: entities, seed: seed, unsourced: unsourced)
    world.settle(entities)
    world.relate(entities * 4 / 3)
    world.live(entities * 7 / 3)
    files = world.files()
  }
}

/// The dossier while it is made: its parties, their relations, and the press reports about them.
struct PlausibleWorld {
  struct Party {
    var id: String
    var name: String
    /// How a sentence calls it: "Velorine", "the Free Coast Front".
    var said: String
    var weight = 1.0
    var home: String?
    var type: String?
    /// The part of the ocean: states of one part are neighbours and speak one language.
    var region = 0
    var bloc: Int?
  }

  /// Somebody's time in an office.
  struct Reign {
    var official: Party
    var title: String
    var home: Party
    var start: PlausibleDate
    var end: PlausibleDate?

    func covers(_ date: PlausibleDate) -> Bool { start < date && (end.map { date < $0 } ?? true) }
  }

  /// The relations of two parties, and their tone over time.
  struct Bond {
    var first: Party
    var second: Party
    var tones: [(since: PlausibleDate, tone: Int)]

    func tone(on date: PlausibleDate) -> Int { (tones.last { !(date < $0.since) } ?? tones[0]).tone }
  }

  let unsourced: Bool
  var random: Seeded
  var names = PlausibleNames()
  var press: PlausiblePress
  var states: [Party] = []
  var groups: [Party] = []
  var organizations: [Party] = []
  var officials: [Party] = []
  var places: [Party] = []
  var alliances: [Party] = []
  var reigns: [Reign] = []
  var bonds: [Bond] = []
  /// The lines of each section.
  var sections: [String: [String]] = [:]
  private var ids: Set<String> = ["whole", "powers", "around", "between", "quiet"]

  init(size: Int, seed: Int, unsourced: Bool) {
    self.unsourced = unsourced
    random = Seeded(seed)
    press = PlausiblePress(span: size < 20 ? 6 : size < 60 ? 3 : 1)
  }

  func files() -> [String: String] {
    var yaml = [
      "# Made by a generator: an ocean that is not on any map.", "dossier: The archipelago, an invented ocean",
    ]
    var sections = sections
    // Who is in an alliance has a will of its own, so it is no part of it.
    if !alliances.isEmpty {
      sections["kinds"] = [
        "  member: { sentence: \"membership of {from} in {to}\", tone: 3, directed: true }"
      ]
    }
    sections["views"] = views()
    sections["sources"] = press.sources()
    let order = [
      "states", "groups", "organizations", "officials", "places", "offices", "kinds", "relations", "events", "views",
      "sources",
    ]
    for title in order {
      guard let lines = sections[title], !lines.isEmpty else { continue }
      yaml += ["", "\(title):"] + lines
    }
    return press.articles().merging(["dossier.yaml": yaml.joined(separator: "\n") + "\n"]) { first, _ in first }
  }

  private func views() -> [String] {
    let (first, second, small) = (states[0], states[1], states[states.count * 2 / 3])
    return [
      "  whole: { on: 2024-06-01, title: \"The archipelago in June 2024\" }",
      "  powers: { on: 2024-06-01, only: [state, relations], min-tone: 4, title: \"Friends and foes, states alone\" }",
      "  around: { around: \(first.id), on: 2024-06-01, title: \"\(first.said) and those around it\" }",
      "  between: { between: [\(first.id), \(second.id)], on: 2024-06-01 }",
      "  quiet: { around: \(small.id), hops: 2, on: 2024-06-01, title: \"\(small.said), two steps out\" }",
    ]
  }

  // MARK: Words

  /// An id that nothing else has, made of a name.
  mutating func id(_ name: String) -> String {
    let folded = name.lowercased().unicodeScalars.map { PlausibleNames.folded[$0] ?? String($0) }.joined()
    let slug = folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    var (id, count) = (slug, 1)
    while !ids.insert(id).inserted {
      count += 1
      id = "\(slug)-\(count)"
    }
    return id
  }

  /// Words as YAML takes them anywhere, in quotes where it might take them for something else.
  static func yaml(_ words: String) -> String {
    let isPlain = words.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
    return isPlain && words.first?.isLetter == true
      ? words : "\"\(words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  // MARK: Chance

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: values.indices, using: &random)] }

  mutating func weighted(_ parties: [Party]) -> Party {
    var place = Double.random(in: 0..<parties.map(\.weight).reduce(0, +), using: &random)
    for party in parties {
      place -= party.weight
      if place < 0 { return party }
    }
    return parties[parties.count - 1]
  }

  mutating func date(_ years: ClosedRange<Int>) -> PlausibleDate {
    let precision: PlausibleDate.Precision =
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<55: .day
      case 55..<80: .month
      case 80..<90: .year
      case 90..<97: .aboutMonth
      default: .aboutYear
      }
    return PlausibleDate(
      year: Int.random(in: years, using: &random), month: Int.random(in: 1...12, using: &random),
      day: Int.random(in: 1...28, using: &random), precision: precision)
  }
}
