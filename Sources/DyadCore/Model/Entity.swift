/// A state, group, organization, official or place: whoever can act, be acted upon, or be where something happens.
///
///     Entity("france", .state, name: "France", codes: ["iso3": "FRA"])
public struct Entity: Claim {
  public typealias ID = Identifier<Entity>

  /// What an entity is, in the order in which kinds are listed.
  public enum Kind: String, CaseIterable, Comparable, Sendable {
    case state, group, organization, official, place

    public static func < (left: Kind, right: Kind) -> Bool {
      allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
  }

  public internal(set) var id: ID
  public var kind: Kind
  /// What it is called; the first without dates or language is its plain name.
  public var names: [Name]
  public var short: String?
  /// What sort of its kind it is: `armed`, `ministry`, `media`.
  public var type: String?
  /// The entity that it belongs to or serves.
  public var home: ID?
  /// Its codes in other registers, by register: `iso3`, `cow`, `wikidata`.
  public var codes: [String: String]
  public var during: Interval
  public var evidence: Evidence
  public var note: String?
  /// The id that it had in earlier versions of the dossier.
  public var was: ID?

  public init(
    _ id: ID, _ kind: Kind, name: String, short: String? = nil, names: [Name] = [], type: String? = nil,
    home: ID? = nil, codes: [String: String] = [:], during: Interval = .always, evidence: Evidence = Evidence(),
    note: String? = nil, was: ID? = nil
  ) {
    (self.id, self.kind, self.short, self.type, self.home) = (id, kind, short, type, home)
    self.names = [Name(name)] + names
    (self.codes, self.during, self.evidence) = (codes, during, evidence)
    (self.note, self.was) = (note, was)
  }

  public var valid: ValidTime { .throughout(during) }

  /// An entity that cites nothing was always known: that there is a Pakistan is no source's news.
  public func couldBeKnown(by day: Day) -> Certainty {
    evidence == Evidence() ? .yes : evidence.couldBeKnown(by: day)
  }

  /// Its name, in that language where it has one that holds at the moment.
  public func name(at moment: Moment = .ever, in language: String? = nil) -> String {
    let standing = names.filter { ValidTime.throughout($0.during).holds(at: moment) != .no }
    let spoken = standing.filter { $0.language == language }
    return (spoken.last ?? standing.last { $0.language == nil } ?? names[0]).text
  }

  /// Its short name, or else its name.
  public var shortName: String { short ?? names[0].text }
}

/// What an entity is called, for a while and in a language.
///
///     Name("Islamic Republic of Arvane", during: Interval("../2021-08-15")!)
public struct Name: Hashable, Sendable {
  public var text: String
  public var language: String?
  public var during: Interval

  public init(_ text: String, language: String? = nil, during: Interval = .always) {
    (self.text, self.language, self.during) = (text, language, during)
  }
}
