public import DyadCore

/// What the codes and names of data sets mean: states at their time, regions, groups and organizations.
///
/// A number of Correlates of War or of Gleditsch and Ward means the state that bore it on the day; letters mean one
/// state at all times. A code without a meaning is kept as it is, and counted.
///
///     Identity.standard.meaning(of: "345", in: .cow, on: Day(1999, 3, 24)!)      // .state("YUG")
public struct Identity: Sendable {
  /// Whose codes they are.
  public enum Scheme: String, CaseIterable, Sendable {
    case iso3, iso2, numeric, cow, gw, cameo, fips
    /// Names of states, groups and organizations.
    case name
  }

  /// What a code means.
  public enum Meaning: Hashable, Sendable {
    /// A state or territory, by the id of `State`.
    case state(String)
    /// A region of several states: `EUR`.
    case region(String)
    /// A party or an armed group: `TAL`.
    case group(String)
    /// An organization, also one of states: `UNO`.
    case organization(String)
    /// Nobody in particular.
    case nobody

    /// The state that it is.
    public var state: String? {
      if case .state(let id) = self { return id }
      return nil
    }
    /// The group or organization that it is.
    public var group: String? {
      switch self {
      case .group(let code), .organization(let code): code
      default: nil
      }
    }
    /// The region that it is.
    public var region: String? {
      if case .region(let code) = self { return code }
      return nil
    }
  }

  /// What a code means during some days.
  struct Rule: Sendable {
    var meaning: Meaning
    var days: ClosedRange<Day>
  }

  /// The tables that ship.
  public static let standard = Identity()

  private var rules: [Scheme: [String: [Rule]]] = [:]
  private var datedSchemes: Set<Scheme> = []
  /// CAMEO's codes of countries by their letters, because every row of GDELT has two of them.
  private var index = CountryIndex()

  /// What the code means on the day; `nil` where it is in no table.
  public func meaning(of code: String, in scheme: Scheme, on day: Day) -> Meaning? {
    guard let found = rules[scheme]?[scheme == .name ? Identity.folded(code) : code] else { return nil }
    // Rules are in the order from general to special, overrides last.
    return found.last { $0.days.contains(day) }?.meaning
  }

  /// Whether a code of the scheme means something else at other times.
  func isDated(_ scheme: Scheme) -> Bool { datedSchemes.contains(scheme) }

  /// The codes of a scheme that mean a state or a region at all times, sorted, with what they mean.
  package func countries(in scheme: Scheme) -> [(code: String, country: String)] {
    (rules[scheme] ?? [:]).compactMap { code, rules in
      guard let rule = rules.last, rule.days == .always, let country = rule.meaning.state ?? rule.meaning.region else {
        return nil
      }
      return (code, country)
    }.sorted { $0.code < $1.code }
  }

  /// The names that mean a state or a region at all times, folded and sorted, and with an empty country those that mean something else
  /// although they end in brackets, whose words are then not looked up.
  package var countryNames: [(code: String, country: String)] {
    let others = (rules[.name] ?? [:]).filter { name, rules in
      name.hasSuffix(")") && rules.last.map { $0.meaning.state ?? $0.meaning.region } == .some(nil)
    }
    return (countries(in: .name) + others.keys.map { ($0, "") }).sorted { $0.code < $1.code }
  }

  /// What CAMEO's code of a country means on the day.
  func country(_ field: Field, on day: Day) -> Meaning? {
    switch index[field] {
    case .meaning(let meaning): meaning
    case .dated: meaning(of: field.text, in: .cameo, on: day)
    case .unknown: nil
    }
  }

  /// Adds a rule, which takes precedence over those before it.
  mutating func add(_ code: String, in scheme: Scheme, _ meaning: Meaning, during days: ClosedRange<Day> = .always) {
    rules[scheme, default: [:]][scheme == .name ? Identity.folded(code) : code, default: []].append(
      Rule(meaning: meaning, days: days))
    if days != .always { datedSchemes.insert(scheme) }
    if scheme == .cameo { index.add(code, meaning, isDated: days != .always) }
  }

  /// Names without regard to capitals, and to spaces written as underscores.
  static func folded(_ name: String) -> String {
    String(name.lowercased().map { $0 == "_" || $0 == "\u{A0}" ? " " : $0 })
  }

  // MARK: The tables

  private init() {
    for state in State.all.values {
      let meaning = Meaning.state(state.id)
      add(state.id, in: .iso3, meaning)
      state.alpha2.map { add($0, in: .iso2, meaning) }
      state.numeric.map { add(String($0), in: .numeric, meaning) }
      state.cow.map { add(String($0), in: .cow, meaning) }
      state.gleditschWard.map { add(String($0), in: .gw, meaning) }
      state.cameo.map { add($0, in: .cameo, meaning) }
      add(state.id, in: .cameo, meaning)
      state.fips.map { add($0, in: .fips, meaning) }
      add(state.name, in: .name, meaning)
    }
    for line in State.otherNames.split(separator: "\n") {
      let cells = line.split(separator: "|")
      add(String(cells[0]), in: .name, .state(String(cells[1])))
    }
    for code in ActorCode.all.values {
      guard let meaning = code.meaning else { continue }
      if case .region = meaning { add(code.code, in: .cameo, meaning) }
      add(code.label, in: .name, meaning)
    }
    for line in ActorCode.otherNames.split(separator: "\n") {
      let cells = line.split(separator: "|")
      ActorCode.all[String(cells[1])]?.meaning.map { add(String(cells[0]), in: .name, $0) }
    }
    for name in ["Unspecified Actor", "Unidentified State Actor", "International", "Citizen (International)"] {
      add(name, in: .name, .nobody)
    }
    for (code, state) in [("WSB", "PSE"), ("GZS", "PSE"), ("BAG", "IRQ"), ("IMY", "IMN")] {
      add(code, in: .cameo, .state(state))
    }
    for rule in Identity.dated { add(rule.number, in: rule.scheme, .state(rule.state), during: rule.days) }
  }

  /// Numbers that several states bore one after another, or that one state bore besides its own.
  private static let dated: [(scheme: Scheme, number: String, state: String, days: ClosedRange<Day>)] =
    [
      (.cow, "260", "DEU", .always), (.cow, "678", "YEM", .always), (.gw, "255", "DEU", .always),
    ]
    + [Scheme.cow, .gw].flatMap { scheme in
      [
        (scheme, "365", "SUN", .days("1922-12-30", "1991-12-25")),
        (scheme, "345", "YUG", .days("1918-12-01", "2003-02-03")),
        (scheme, "345", "SCG", .days("2003-02-04", "2006-06-04")),
      ]
    }
}

extension ClosedRange<Day> {
  static let always = Day.distantPast...Day.distantFuture

  fileprivate static func days(_ first: String, _ last: String) -> Self {
    (Day(first) ?? .distantPast)...(Day(last) ?? .distantFuture)
  }
}
