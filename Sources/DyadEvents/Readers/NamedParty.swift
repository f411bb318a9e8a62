internal import DyadCore

/// A party of a data set that names its parties: `Vladimir Putin`, `Police (Australia)`, `Combatant (Taliban)`.
struct NamedParty {
  var name: String
  /// The name of its country, where the data set has one.
  var country: String?
  /// Its roles, as the data set names them.
  var sectors: String?

  /// The party, with what its name and its country mean on the day.
  func party(on day: Day, _ reading: inout Reading) -> CodedParty {
    let known = reading.name(name, on: day)
    var meaning = country.flatMap { reading.name($0, on: day).meaning }
    if country == nil { meaning = known.meaning ?? known.holder }
    // The country decides where the data set has one.
    let code = country ?? name
    if meaning == nil { reading.count(code, in: .name) } else { reading.use(code, in: .name, meaning) }
    return CodedParty(
      name, meaning, group: (known.meaning ?? known.holder)?.group, sector: sectors.flatMap { reading.sector($0) },
      office: known.meaning == nil && known.holder != nil ? known.office : nil)
  }
}

/// What a name means, and its parts.
struct KnownName {
  /// What the name means.
  var meaning: Identity.Meaning?
  /// What the words in brackets mean: `Combatant (Taliban)`.
  var holder: Identity.Meaning?
  /// The words before them.
  var office: String?

  init(_ name: String, in identity: Identity, on day: Day) {
    meaning = identity.meaning(of: name, in: .name, on: day)
    guard let (office, holder) = KnownName.parts(of: name) else { return }
    self.office = office
    self.holder = identity.meaning(of: holder, in: .name, on: day)
  }

  /// `Head of Government (Pakistan)` is an office and a holder.
  private static func parts(of name: String) -> (office: String, holder: String)? {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return nil }
    let office = name[..<open].drop { $0 == " " }
    guard let last = office.lastIndex(where: { $0 != " " }) else { return nil }
    return (String(office[...last]), String(name[name.index(after: open)...].dropLast()))
  }
}

/// CAMEO's codes of the sectors that data sets name in words.
enum Sectors {
  /// The code for a list of sectors, which has no order: that of the row of the table that comes first.
  static func code(_ list: String) -> String? {
    let names = list.split(whereSeparator: { $0 == "," || $0 == ";" }).map { name in
      name.filter { $0 != "\"" }.drop { $0 == " " }.lowercased()
    }
    if let code = names.first?.uppercased(), ActorCode.sectors[code] != nil { return code }
    return table.first { names.contains($0.name) }?.code
  }

  private static let table: [(name: String, code: String)] = [
    ("military", "MIL"), ("army", "MIL"), ("navy", "MIL"), ("air force", "MIL"), ("police", "COP"),
    ("insurgents", "INS"), ("rebel", "REB"), ("separatists", "SEP"), ("international insurgents", "INS"),
    ("organized violent", "UAF"), ("unidentified forces", "UAF"), ("criminals / gangs", "CRM"), ("judicial", "JUD"),
    ("legislative / parliamentary", "LEG"), ("opposition major party (out of government)", "OPP"),
    ("international government organization", "IGO"), ("executive", "GOV"), ("government", "GOV"),
    ("protestors / popular opposition / mobs", "OPP"), ("dissident", "OPP"), ("media", "MED"), ("news", "MED"),
    ("business", "BUS"), ("multinational corporation", "MNC"), ("education", "EDU"), ("medical / health", "HLH"),
    ("labor", "LAB"), ("agricultural", "AGR"), ("refugees / displaced", "REF"),
    ("nongovernmental organizations / activists", "NGO"), ("nongovernmental organization (international)", "NGO"),
    ("radicals / extremists / fundamentalists", "RAD"), ("elite", "ELI"),
    ("general population / civilian / social", "CVL"),
  ]
}
