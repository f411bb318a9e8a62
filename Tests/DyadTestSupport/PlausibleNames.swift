/// Names of no real land, person or party, none of them twice, from five languages that nobody speaks.
struct PlausibleNames {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  /// The letters of the names that an id cannot have.
  static let folded: [Unicode.Scalar: String] = [
    "é": "e", "è": "e", "á": "a", "ā": "a", "å": "a", "ø": "o", "ö": "o", "í": "i", "ć": "c", "ū": "u", "'": "",
  ]

  private struct Tongue {
    var starts: [String]
    var middles: [String]
    var lands: [String]
    var families: [String]
    var given: [String]
  }

  private static let tongues = [
    Tongue(
      starts: ["Vel", "Cor", "Mard", "Sel", "Lor", "Arv", "Bel", "Nev", "Tor", "Cass"],
      middles: ["a", "o", "i", "ane", "ori"], lands: ["rine", "lène", "vessa", "dor", "mère", "lune", "ntia"],
      families: ["aldi", "ereau", "osto", "ente", "avel", "ière"],
      given: ["Ilvane", "Tedaro", "Corisse", "Aurenne", "Maléa", "Dorvan", "Selvio", "Nerisa"]),
    Tongue(
      starts: ["Ka", "Mo", "Nu", "Tau", "Ru", "Hi", "Lo", "Wai", "Fa", "Ma"],
      middles: ["", "", "la", "ri", "mo", "nga", "pe", "hu"], lands: ["tu", "ni", "kei", "roa", "vā", "lua", "moe"],
      families: ["tana", "relu", "wake", "nuku", "fale", "rū"],
      given: ["Tavaki", "Lomea", "Arihu", "Hinuré", "Keloa", "Matave", "Sanalu", "Ruahine"]),
    Tongue(
      starts: ["Skel", "Drann", "Hald", "Osk", "Torv", "Vind", "Brek", "Mjor", "Rauv", "Eld"],
      middles: ["", "", "a", "en"], lands: ["holm", "sund", "vekk", "nør", "gard", "naug", "mild"],
      families: ["strand", "gaard", "lund", "vekk", "rås", "berg"],
      given: ["Jorvin", "Hanneke", "Aldis", "Brannar", "Sive", "Torunn", "Eskel", "Ragnø"]),
    Tongue(
      starts: ["Qash", "Zem", "Yar", "Shad", "Oruz", "Nahr", "Tab", "Damr", "Khal", "Sur"],
      middles: ["i", "a", "u", "ab", "en"], lands: ["mir", "dan", "lun", "dez", "mun", "van", "taq", "zara"],
      families: ["rami", "zadé", "nari", "leni", "mouth", "besh"],
      given: ["Rafin", "Zehrin", "Omrid", "Yasmar", "Navesh", "Sanaé", "Tarqan", "Lailun"]),
    Tongue(
      starts: ["Tzel", "Kvor", "Dzun", "Plen", "Zhar", "Vrel", "Gost", "Luv"],
      middles: ["", "i", "a", "o", "en"], lands: ["nika", "vech", "luna", "dost", "myra", "tava", "rín"],
      families: ["kovar", "mić", "densk", "rak", "sura", "leda"],
      given: ["Mirko", "Tzvena", "Ludesh", "Zhanna", "Borel", "Katrel", "Olenka", "Vadish"]),
  ]
  static let regions = tongues.count

  private var taken: Set<String> = [
    // Names of real places that the syllables make.
    "Surudan", "Yaradan", "Kalani", "Morini", "Malele", "Kalari", "Belador", "Lorantia", "Corantia", "Haldegard",
  ]

  private var beginnings: Set<String> = []

  private mutating func fresh(_ make: (_ round: Int) -> String) -> String {
    var round = 0
    while true {
      let name = make(round)
      if taken.insert(name).inserted { return name }
      round += 1
    }
  }

  private mutating func word(_ region: Int, _ endings: KeyPath<Tongue, [String]>, _ random: inout Seeded) -> String {
    let tongue = PlausibleNames.tongues[region]
    return fresh { _ in
      var middle = tongue.middles.randomElement(using: &random)!
      let end = tongue[keyPath: endings].randomElement(using: &random)!
      // One vowel where two would meet.
      if let last = middle.last, "aeiou".contains(last), "aeiouè".contains(end.prefix(1)) { middle.removeLast() }
      return tongue.starts.randomElement(using: &random)! + middle + end
    }
  }

  /// The name of a land, which begins unlike the others as long as there are beginnings.
  mutating func land(_ region: Int, _ random: inout Seeded) -> String {
    var land = word(region, \.lands, &random)
    for _ in 0..<12 where beginnings.contains(String(land.prefix(4))) { land = word(region, \.lands, &random) }
    beginnings.insert(String(land.prefix(4)))
    return land
  }

  mutating func person(_ region: Int, _ random: inout Seeded) -> (name: String, family: String) {
    let given = PlausibleNames.tongues[region].given.randomElement(using: &random)!
    let family = word(region, \.families, &random)
    return ("\(given) \(family)", family)
  }

  /// The long name of a state, where it has one.
  mutating func realm(_ land: String, _ random: inout Seeded) -> String? {
    [
      nil, nil, nil, nil, nil, nil, "Republic of \(land)", "Republic of \(land)", "Kingdom of \(land)",
      "Federation of \(land)", "Principality of \(land)", "United Harbours of \(land)",
      "Free Cantons of \(land) and the Outer Skerries",
      "Commonwealth of \(land) and Its Dependent Isles",
    ].randomElement(using: &random)!
  }

  /// A group of a state, or of nowhere, and what it is.
  mutating func group(_ region: Int, of state: String?, _ random: inout Seeded) -> (name: String, type: String) {
    let type = ["armed", "political", "political", "religious"].randomElement(using: &random)!
    let name = fresh { round in
      let coast = state != nil && round < 6 ? state! : PlausibleNames.isle(region, &random)
      let forms =
        switch type {
        case "armed":
          [
            "Free \(coast) Front", "\(coast) Liberation Army", "Brigade of the Tenth of March", "Sea Guard of \(coast)",
            "\(coast) Resistance", "Front for the Return to \(coast)",
          ]
        case "political":
          [
            "\(coast) National Union", "Party of the Lamp", "People's Movement for \(coast)", "Fishermen's League",
            "Assembly of the Landless of \(coast)", "Party of Bread and Work", "\(coast) Unity Congress",
            "Provisional Committee for the Self-Government of \(coast)",
          ]
        default:
          [
            "Brotherhood of the Tide", "Congregation of the Still Water", "Order of \(coast)",
            "Society of the Old Rite",
            "Temple of \(coast)", "Synod of the Lesser Isles of \(coast)",
          ]
        }
      return forms.randomElement(using: &random)!
    }
    return (name, type)
  }

  /// The name of an isle that is nobody's state.
  static func isle(_ region: Int, _ random: inout Seeded) -> String {
    let tongue = tongues[region]
    return tongue.starts.randomElement(using: &random)! + tongue.middles.randomElement(using: &random)! + "ruva"
  }

  /// A body of a state, and what it is.
  mutating func body(of state: String, _ random: inout Seeded) -> (name: String, type: String) {
    let forms = [
      ("Ministry of the Sea of \(state)", "ministry"), ("Ministry of Foreign Affairs of \(state)", "ministry"),
      ("Navy of \(state)", "military"), ("Coast Guard of \(state)", "military"), ("High Court of \(state)", "court"),
      ("Radio \(state)", "media"), ("\(state) Monitor", "media"), ("Bank of \(state)", "bank"),
      ("Office for Harbours, Lighthouses and Sea Rescue of \(state)", "agency"),
    ]
    var type = ""
    let name = fresh { round in
      let form = forms.randomElement(using: &random)!
      type = form.1
      return round < 40 ? form.0 : "\(form.0) (\(round))"
    }
    return (name, type)
  }

  static let alliances = ["Concord of the Western Waters", "League of the Long Sea", "Compact of Lesser Harbours"]
}
