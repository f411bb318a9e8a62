/// Who is there: states of every weight, what they are allied in, their groups, bodies, places and officials.
extension PlausibleWorld {
  mutating func settle(_ count: Int) {
    let shares = (states: max(2, count * 28 / 100), officials: count * 30 / 100, groups: count * 20 / 100)
    let places = count * 6 / 100
    let bodies = max(0, count - shares.states - shares.officials - shares.groups - places)
    settleStates(shares.states)
    settleGroups(shares.groups)
    settleBodies(bodies)
    settlePlaces(places)
    appoint(shares.officials)
  }

  private mutating func settleStates(_ count: Int) {
    let blocs = [0, 1, 0, 2, 1]
    for rank in 0..<count {
      let region = rank < PlausibleNames.regions ? rank : Int.random(in: 0..<PlausibleNames.regions, using: &random)
      let land = names.land(region, &random)
      let realm = names.realm(land, &random)
      var state = Party(id: id(land), name: land, said: land, weight: 1 / (Double(rank) + 1.5), region: region)
      state.bloc =
        rank < 3 ? rank : chance(25) ? nil : chance(75) ? blocs[region] : Int.random(in: 0..<3, using: &random)
      states.append(state)
      let long = realm.map { "name: \($0), short: \(land)" } ?? "name: \(land)"
      let former =
        rank > 4 && chance(6)
        ? ", names: [{ text: Crown Colony of \(land), during: \"../20\(Int.random(in: 10...14, using: &random))\" }]"
        : ""
      sections["states", default: []].append("  \(state.id): { \(long)\(former) }")
    }
  }

  private mutating func settleGroups(_ count: Int) {
    var shorts: Set<String> = []
    for _ in 0..<count {
      let home = chance(60) ? pick(states) : nil
      let region = home?.region ?? Int.random(in: 0..<PlausibleNames.regions, using: &random)
      let (name, type) = names.group(region, of: home?.name, &random)
      let group = Party(
        id: id(name), name: name, said: "the \(name)", weight: chance(15) ? 4 : 1, home: home?.id, type: type,
        region: region)
      groups.append(group)
      let initials = name.split { $0 == " " || $0 == "-" }.compactMap(\.first).filter(\.isUppercase).map(String.init)
        .joined()
      let short = (3...4).contains(initials.count) && shorts.insert(initials).inserted ? ", short: \(initials)" : ""
      let on = PlausibleDate(year: 2009, month: 1, day: 1, precision: .year)
      let words =
        home.map { "The \(name) is at home in \($0.said)." } ?? "The \(name) has members on many islands and no seat."
      let cite = press.print(words, on: on)
      sections["groups", default: []].append(
        "  \(group.id): { name: \(PlausibleWorld.yaml(name))\(short), type: \(type)\(belongs(group)), "
          + "cite: { \(cite): \"\(words)\" } }")
    }
  }

  private mutating func settleBodies(_ count: Int) {
    for number in 0..<count {
      let on = PlausibleDate(year: 2009, month: 1, day: 1, precision: .year)
      guard number > 2 || states.count < 10 else {
        let name = PlausibleNames.alliances[number]
        let body = Party(id: id(name), name: name, said: "the \(name)", type: "alliance", bloc: number)
        alliances.append(body)
        organizations.append(body)
        let words = "The \(name) was founded in \(states[number].said)."
        sections["organizations", default: []].append(
          "  \(body.id): { name: \(name), type: alliance, cite: { \(press.print(words, on: on)): \"\(words)\" } }")
        continue
      }
      let home = weighted(states)
      let (name, type) = names.body(of: home.name, &random)
      let said = name.hasPrefix("Radio") ? name : "the \(name)"
      let body = Party(id: id(name), name: name, said: said, home: home.id, type: type, region: home.region)
      organizations.append(body)
      let words = "\(said.capitalizedFirst) publishes its accounts each spring."
      sections["organizations", default: []].append(
        "  \(body.id): { name: \(PlausibleWorld.yaml(name)), type: \(type)\(belongs(body)), "
          + "cite: { \(press.print(words, on: on)): \"\(words)\" } }")
    }
  }

  private mutating func settlePlaces(_ count: Int) {
    for _ in 0..<count {
      let home = weighted(states)
      let isle = names.land(home.region, &random)
      let form = pick([
        ("Port \(isle)", "in Port \(isle)", "port"), ("Strait of \(isle)", "in the Strait of \(isle)", "strait"),
        ("\(isle) Shoals", "off the \(isle) Shoals", "shoals"), ("\(isle) Light", "near \(isle) Light", "lighthouse"),
      ])
      // Who owns shoals and straits is what is argued about.
      let place = Party(
        id: id(form.0), name: form.0, said: form.1, home: form.2 == "port" ? home.id : nil, type: form.2)
      places.append(place)
      let words = "Ships of every flag were seen \(form.1)."
      let cite = press.print(words, on: PlausibleDate(year: 2009, month: 1, day: 1, precision: .year))
      sections["places", default: []].append(
        "  \(place.id): { name: \(form.0), type: \(form.2)\(belongs(place)), cite: { \(cite): \"\(words)\" } }")
    }
  }

  private func belongs(_ party: Party) -> String { party.home.map { ", of: \($0)" } ?? "" }

  // MARK: Offices

  private mutating func appoint(_ count: Int) {
    let posts = ["Foreign Minister", "President", "Special Envoy", "Minister of Trade", "Minister of Defence"]
    let leads = ["Chair", "Spokesman", "Commander"]
    var filled: Set<String> = []
    while officials.count < count {
      let isGroup = !groups.isEmpty && chance(15)
      let home = isGroup ? pick(groups) : weighted(states)
      let vacant = (isGroup ? leads : posts).filter { !filled.contains("\($0) \(home.id)") }
      guard !vacant.isEmpty else { continue }
      let title = chance(45) ? vacant[0] : pick(vacant)
      filled.insert("\(title) \(home.id)")
      let holders = min(count - officials.count, isGroup ? 1 : Int.random(in: 1...3, using: &random))
      let office = holders > 1 ? id("\(title) \(home.name)") : nil
      if let office {
        sections["offices", default: []].append("  \(office): { title: \(title), of: \(home.id) }")
      }
      var start = date(2009...2014)
      for holder in 0..<holders {
        let end = PlausibleDate(
          year: start.year + Int.random(in: 3...6, using: &random), month: Int.random(in: 1...12, using: &random),
          day: Int.random(in: 1...28, using: &random), precision: chance(60) ? .day : .month)
        let isLast = holder == holders - 1
        let left: PlausibleDate? = end.year > 2025 || (isLast && chance(50)) ? nil : end
        install(title, of: home, office: office, from: start, to: left)
        guard left != nil, !isLast else { break }
        start = end
      }
    }
  }

  private mutating func install(
    _ title: String, of home: Party, office: String?, from start: PlausibleDate, to end: PlausibleDate?
  ) {
    let (name, family) = names.person(home.region, &random)
    let official = Party(id: id(name), name: name, said: name, home: home.id, region: home.region)
    officials.append(official)
    reigns.append(Reign(official: official, title: title, home: home, start: start, end: end))
    let began = "\(start.opening) \(name) became \(title) of \(home.said)."
    var cites = [(press.print(began, on: start), began)]
    if let end {
      let left = "\(name) ceased to be \(title) of \(home.said) \(end.opening.lowercasedFirst)."
      cites.append((press.print(left, on: end), left))
    }
    let post = office.map { "office: \($0)" } ?? "title: \(title)"
    sections["officials", default: []] += [
      "  \(official.id):", "    name: \(name)", "    short: \(family)", "    serves: \(home.id)", "    offices:",
      "      - \(post)", "        during: \(start.text)/\(end?.text ?? "..")",
    ]
    sections["officials", default: []] += cite(cites, indent: "        ")
  }

  /// The quotes by their articles.
  func cite(_ quotes: [(source: String, words: String)], indent: String) -> [String] {
    var lines = ["\(indent)cite:"]
    for source in quotes.map(\.source).reduce(into: [String](), { if !$0.contains($1) { $0.append($1) } }) {
      let words = quotes.filter { $0.source == source }.map { "\"\($0.words)\"" }
      lines.append("\(indent)  \(source): \(words.count == 1 ? words[0] : "[\(words.joined(separator: ", "))]")")
    }
    return lines
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
