/// Tables on the grammar of names.
package enum EnglishNames {
  /// Names with "the" that no rule finds.
  static let withArticle: Set<String> = [
    "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Comoros", "Seychelles", "Holy See", "Vatican",
    "UAE", "UK", "US", "USA", "USSR", "DRC", "CAR", "EU", "UN", "AU", "GDR", "Soviet Union", "West Bank", "Gaza Strip",
    "Golan Heights", "Kremlin", "White House", "Pentagon", "Elysée", "Hague", "Levant", "Sahel", "Sahara", "Maghreb",
    "Balkans", "Caucasus", "South Caucasus", "Donbas", "Donbass", "Hejaz", "Kurils",
    "Spratlys", "Paracels", "Falklands", "Azores", "Hindu Kush", "Himalayas", "Arctic", "Antarctic",
    "Houthis", "Maute", "Vatican City State", "State Department", "Foreign Office", "Security Council",
  ]

  /// Bodies whose names are words of their own.
  static let withoutArticle: Set<String> = [
    "NATO", "UNESCO", "UNICEF", "ASEAN", "OPEC", "ECOWAS", "IGAD", "SADC", "MERCOSUR", "AUKUS", "INTERPOL", "Interpol",
    "EUROPOL", "Europol", "FRONTEX", "Frontex", "UNIFIL", "UNRWA", "SWAPO", "UNITA", "FRELIMO", "RENAMO", "BRICS",
    "CENTCOM", "AFRICOM", "HAMAS", "ISIS", "AQIM", "JNIM", "FARC", "CITES", "GUAM", "ANZUS", "SEATO", "CENTO", "Radio",
    "Al", "Parliament", "Congress",
  ]

  /// Nouns of states and places that take "the": "Republic of Arvane", "Åland Islands".
  static let nounsOfStates: Set<String> = [
    "Republic", "Kingdom", "States", "Emirates", "Federation", "Union", "Confederation", "Commonwealth", "Principality",
    "Sultanate", "Emirate", "Caliphate", "Empire", "Duchy", "Grand", "Islands", "Isles", "Skerries", "Shoals",
    "Cantons",
    "Harbours", "Provinces", "Protectorate", "Mandate", "Territory", "Territories", "Oblast", "Corridor", "Strait",
    "Straits", "Peninsula", "Sea", "Gulf", "Canal", "Desert", "Heights", "Highlands", "Strip", "Region", "Zone", "Line",
    "Valley", "Delta", "Community", "Authority", "Administration", "Congo",
  ]

  /// Nouns of bodies and groups that take "the".
  private static let nounsOfBodies: Set<String> = Set(
    """
    academy administration agency alliance armada army arm assembly association authority bank battalion bloc board body \
    brigade brotherhood bureau cabinet caliphate cause centre center chamber church club coalition command commission \
    committee commonwealth community compact company concord conference confederation congregation congress consortium \
    convention convoy corporation corps council court crown delegation democrats department directorate embassy embargo \
    emirate federation fleet force forces foundation front fund gazette government group guard guards guild herald \
    initiative institute insurgency junta league legion liberation lobby majlis militia ministry mission monitor mosque \
    movement national navy network observatory office opposition order organisation organization parliament partnership \
    party pact people's police politburo post presidency quartet regime regiment republic republicans resistance revolutionary \
    secretariat senate service society soviet squadron state sultanate synod temple times tribune tribunal troika union \
    united university vatican vanguard wing
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  static func isNounOfBodies(_ word: String) -> Bool {
    nounsOfBodies.contains(word.lowercased().filter { $0 != "," })
  }

  /// Plurals without an s, and plurals that end like a singular.
  static let plurals: Set<String> = [
    "taliban", "police", "people", "men", "women", "gunmen", "militiamen", "fishermen", "houthis", "mujahideen",
    "mujahedin", "fedayeen", "kurds", "basij", "tuareg", "rohingya", "yazidis", "saudis", "israelis", "hutus", "tutsis",
    "peshmerga", "media", "farmers", "authorities",
  ]

  /// Singular names that end like a plural.
  static let singulars: Set<String> = [
    "States", "Nations", "Emirates", "Netherlands", "Philippines", "Airlines", "Airways", "Industries", "Systems",
    "Times", "Affairs", "Reuters", "News", "Corps", "Headquarters", "Harbours", "Cantons", "Bayelsa", "Waters",
    "Services", "Works", "Rights", "Borders", "Crossroads", "Tigers'",
  ]

  /// Nouns for many people, which are plural and no proper names.
  static let pluralNouns: Set<String> = Set(
    """
    accounts activists agencies agents allies ambassadors armies authorities bandits businesses businessmen cadres \
    captains citizens civilians clerics combatants commanders companies courts crowds delegates deserters diplomats \
    dissidents donors elders envoys exiles experts exporters extremists factions families farmers fighters fishermen \
    forces generals governments groups guards guerrillas gunmen hackers hostages importers individuals infiltrators \
    insiders insurgents investors islamists jihadists journalists lawmakers leaders lawyers loyalists merchants mercenaries \
    migrants militants militias ministers ministries monitors movements nationals networks observers officers officials \
    opponents organisations organizations parties passengers peacekeepers pilots pirates policemen politicians prisoners \
    protesters rebels recruiters recruits refugees relatives reporters reports residents rioters rivals sailors \
    scholars separatists settlers sides smugglers soldiers sources speakers states students supporters suppliers \
    tribes tribesmen troops unions units veterans victims villagers volunteers voters witnesses workers traders \
    accounts papers newspapers editors sceptics critics many some others
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Words that begin a noun phrase rather than a proper name.
  private static let commonStarts: Set<String> = Set(
    """
    a an all allied anonymous armed both certain civilian close diplomatic different elite exiled few foreign former \
    governmental hostile independent influential international irregular junior leading local many masked military most \
    naval neighbouring official other paramilitary people pro-government private regional religious retired ruling rival \
    security senior several small some state-run three two unidentified unknown unnamed various western eastern northern \
    southern boundary border
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Whether a name is a noun phrase: "Other militants", "Diplomatic insiders", "Recruiters".
  static func isCommon(_ words: [String]) -> Bool {
    guard let first = words.first?.lowercased().filter({ $0 != "," }) else { return false }
    let isPlain = words.dropFirst().allSatisfy { $0.first?.isUppercase != true || $0.allSatisfy(\.isUppercase) }
    if words.count == 1 { return pluralNouns.contains(first) }
    return commonStarts.contains(first) && isPlain
      || pluralNouns.contains(first)
        && ["of", "in", "from", "who", "that", "and", "close", "with", "on", "loyal"].contains(words[1])
  }

  /// A speaker or another name in free text, within a sentence: "Diplomats in Cairo" without its capital letter.
  package static func phrase(_ words: String) -> EnglishName {
    let text = OneLine.of(words)
    let parts = text.split(separator: " ").map(String.init)
    guard let first = parts.first?.lowercased() else { return EnglishName("a speaker", isPlural: false) }
    let isCommon =
      parts.count == 1 && pluralNouns.contains(first) || commonStarts.contains(first) || pluralNouns.contains(first)
      || ["the", "an", "a", "its", "his", "her"].contains(first)
    let isPlural =
      pluralNouns.contains(first)
      || parts.contains {
        pluralNouns.contains($0.lowercased()) && $0.first?.isLowercase == true && first != "a" && first != "an"
          && first != "one"
      }
    return EnglishName(isCommon ? text.prefix(1).lowercased() + text.dropFirst() : text, isPlural: isPlural)
  }
}
