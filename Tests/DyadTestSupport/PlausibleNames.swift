/// Names of no real land, person or party, none of them twice.
struct PlausibleNames {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private static let tongues: [(starts: [String], middles: [String], ends: [String])] = [
    (
      ["Ar", "Bel", "Cor", "Mar", "Sel", "Tor", "Vel", "Lan"], ["a", "o", "ane", "ori", "", ""],
      ["va", "mar", "dine", "ria", "ven", "sse"]
    ),
    (["Ka", "Mo", "Nu", "Ta", "Ru", "Hi", "Lo"], ["la", "ri", "mo", "nga", "pu"], ["pa", "tu", "ni", "kei", "á"]),
    (["Dra", "Ost", "Hal", "Grim", "Skal", "Vin"], ["me", "ver", "de", ""], ["holm", "vik", "gard", "ø", "sund"]),
    (["Zan", "Qas", "Yem", "Sha", "Oru"], ["i", "a", "e", "ab"], ["bar", "tan", "mir", "dé", "lun"]),
  ]
  private static let given = [
    "Ilse", "Tomas", "Anouk", "Rafi", "Mirela", "Joren", "Sanaa", "Teodor", "Kaia", "Bram", "Noor", "Ivo", "Selma",
    "Dario", "Hanne", "Yusra",
  ]
  private static let movements = [
    "Front for", "Party of", "League of", "Brigade of", "Movement for", "Temple of", "Order of", "Union of",
    "Assembly of",
  ]
  private static let bodies = [
    "Ministry of the Sea of ", "Navy of ", "Central Bank of ", "High Court of ", "Chamber of Commerce of ", "Radio ",
    "Coast Guard of ",
  ]

  private var taken: Set<String> = []

  private mutating func fresh(_ make: () -> String) -> String {
    while true {
      let name = make()
      if taken.insert(name).inserted { return name }
    }
  }

  mutating func land(_ random: inout Seeded) -> String {
    fresh {
      let tongue = PlausibleNames.tongues.randomElement(using: &random)!
      return tongue.starts.randomElement(using: &random)! + tongue.middles.randomElement(using: &random)!
        + tongue.ends.randomElement(using: &random)!
    }
  }

  mutating func person(_ random: inout Seeded) -> String {
    let family = land(&random)
    return fresh { "\(PlausibleNames.given.randomElement(using: &random)!) \(family)" }
  }

  mutating func group(_ random: inout Seeded) -> String {
    let cause = land(&random)
    let aims = ["the Free Coast", "the Northern Isles", "Bread and Work", "the Old Faith", cause, cause, cause]
    return fresh {
      "\(PlausibleNames.movements.randomElement(using: &random)!) \(aims.randomElement(using: &random)!)"
    }
  }

  mutating func body(_ random: inout Seeded, of state: String) -> String {
    var tries = 0
    return fresh {
      tries += 1
      let name = PlausibleNames.bodies.randomElement(using: &random)! + state
      return tries > 20 ? "\(name) (\(tries))" : name
    }
  }
}

/// How two get on over the years, and what they do to each other.
struct PlausibleStory {
  var kind: String
  var isDirected = false
  var chapters: [Chapter]

  struct Chapter {
    var reads: String
    var tone: Int
    /// With {1} and {2} for the two.
    var words: String

    func sentence(_ one: String, _ other: String, since: Int, until: Int?) -> String {
      let said = words.replacing("{1}", with: one).replacing("{2}", with: other)
      return "\(said) since \(since)\(until.map { " and until \($0)" } ?? "")."
    }
  }

  struct Happening {
    var type: String
    var mode: String?
    private var template: String

    init(_ type: String, _ mode: String?, _ template: String) {
      (self.type, self.mode, self.template) = (type, mode, template)
    }

    func words(_ one: String, _ other: String) -> String {
      template.replacing("{1}", with: one).replacing("{2}", with: other)
    }
  }

  static let betweenStates = [
    PlausibleStory(
      kind: "ties",
      chapters: [
        Chapter(reads: "strained", tone: -4, words: "{1} and {2} have been at odds over the fishing grounds"),
        Chapter(reads: "thawing", tone: 3, words: "{1} and {2} have been talking again"),
        Chapter(reads: "close", tone: 6, words: "{1} and {2} have held their naval exercises together"),
      ]),
    PlausibleStory(
      kind: "ties",
      chapters: [
        Chapter(reads: "correct", tone: 1, words: "{1} and {2} have kept embassies in each other's capitals"),
        Chapter(reads: "cool", tone: -3, words: "{1} and {2} have recalled their ambassadors"),
      ]),
    PlausibleStory(
      kind: "alliance",
      chapters: [
        Chapter(reads: "by treaty", tone: 8, words: "{1} and {2} have been bound by a treaty of mutual defence"),
        Chapter(reads: "in doubt", tone: 2, words: "{1} and {2} have left their treaty of defence unrenewed"),
      ]),
    PlausibleStory(
      kind: "trade", chapters: [Chapter(reads: "free of duty", tone: 5, words: "{1} and {2} have traded free of duty")]),
    PlausibleStory(
      kind: "rivalry",
      chapters: [
        Chapter(reads: "over the shoals", tone: -5, words: "{1} and {2} have both claimed the shoals between them"),
        Chapter(reads: "frozen", tone: -2, words: "{1} and {2} have left the shoals to a commission"),
      ]),
    PlausibleStory(
      kind: "war",
      chapters: [
        Chapter(reads: "at sea", tone: -10, words: "{1} and {2} have fought each other at sea"),
        Chapter(reads: "armistice", tone: -4, words: "{1} and {2} have kept an armistice"),
      ]),
    PlausibleStory(
      kind: "pressure", isDirected: true,
      chapters: [Chapter(reads: "by tariffs", tone: -4, words: "{1} has laid tariffs on all that comes from {2}")]),
    PlausibleStory(
      kind: "recognition", isDirected: true,
      chapters: [Chapter(reads: "in full", tone: 4, words: "{1} has recognised the government of {2}")]),
  ]

  static let withGroups = [
    PlausibleStory(
      kind: "support", isDirected: true,
      chapters: [Chapter(reads: "with money", tone: 5, words: "{1} has paid the {2}")]),
    PlausibleStory(
      kind: "shelter", isDirected: true,
      chapters: [Chapter(reads: "in its ports", tone: -3, words: "{1} has let the {2} use its ports")]),
    PlausibleStory(
      kind: "hostility", isDirected: true,
      chapters: [Chapter(reads: "banned", tone: -7, words: "{1} has banned the {2}")]),
    PlausibleStory(
      kind: "mediation", isDirected: true,
      chapters: [Chapter(reads: "in secret", tone: 4, words: "{1} has carried messages to the {2}")]),
  ]

  static let happenings = [
    Happening("CONSULT", "visit", "{1} pays {2} a visit of state"), Happening("CONSULT", "phone", "{1} telephones {2}"),
    Happening("CONSULT", "multilateral", "{1} and {2} meet at the regatta conference"),
    Happening("AGREE", nil, "{1} and {2} sign an agreement on the ferries"),
    Happening("AID", nil, "{1} ships grain to {2} after the storm"),
    Happening("SUPPORT", nil, "{1} votes with {2} in the league of ports"),
    Happening("COOPERATE", nil, "{1} and {2} lay a cable together"),
    Happening("PROTEST", nil, "{1} protests against the dredgers of {2}"),
    Happening("ACCUSE", nil, "{1} accuses {2} of poaching"), Happening("REJECT", nil, "{1} turns down an offer of {2}"),
    Happening("THREATEN", nil, "{1} threatens {2} with a blockade"),
    Happening("SANCTION", nil, "{1} seizes accounts of {2}"),
    Happening("ASSAULT", nil, "{1} fires upon a cutter of {2}"),
    Happening("CONCEDE", "release", "{1} releases sailors of {2}"),
  ]
}
