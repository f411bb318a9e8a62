/// A state, group, organization, official or place: what can act, be acted upon, or be the place of an event.
///
///     Entity("france", .state, name: "France", codes: ["iso3": "FRA"])
public struct Entity: Claim {
  /// The id of an entity.
  public typealias ID = Identifier<Entity>

  /// What an entity is, in the order in which kinds are listed.
  public enum Kind: String, CaseIterable, Comparable, Sendable {
    case state, group, organization, official, place

    /// In the order in which kinds are listed.
    public static func < (left: Kind, right: Kind) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int { Kind.allCases.firstIndex(of: self) ?? Kind.allCases.endIndex }
  }

  /// The id in the dossier.
  public internal(set) var id: ID
  /// What it is.
  public var kind: Kind
  /// What it is called; the first without dates or language is its plain name.
  public var names: [Name]
  /// A short name, for pictures.
  public var short: String?
  /// The type within its kind: `armed`, `ministry`, `media`.
  public var type: String?
  /// The entity that it belongs to or serves.
  public var home: ID?
  /// Whether the sources do not name it: "Pakistani officials".
  public var isUnnamed: Bool
  /// Its codes in other registers, by register: `iso3`, `cow`, `wikidata`.
  public var codes: [String: String]
  /// When the claim holds, throughout.
  public var during: Interval
  /// The evidence for the claim.
  public var evidence: Evidence
  /// Free text.
  public var note: String?
  /// The id that it had in earlier versions of the dossier.
  public var was: ID?

  /// An entity with its plain name, and further names.
  public init(
    _ id: ID, _ kind: Kind, name: String, short: String? = nil, names: [Name] = [], type: String? = nil,
    home: ID? = nil, isUnnamed: Bool = false, codes: [String: String] = [:], during: Interval = .always,
    evidence: Evidence = Evidence(), note: String? = nil, was: ID? = nil
  ) {
    (self.id, self.kind, self.short, self.type, self.home) = (id, kind, short, type, home)
    self.names = [Name(name)] + names
    (self.codes, self.during, self.evidence) = (codes, during, evidence)
    (self.isUnnamed, self.note, self.was) = (isUnnamed, note, was)
  }

  /// Throughout its existence.
  public var valid: ValidTime { .throughout(during) }

  /// An entity that cites nothing was always known: no source is needed for the existence of Pakistan.
  public func couldBeKnown(by day: Day) -> Certainty {
    evidence == Evidence() ? .yes : evidence.couldBeKnown(by: day)
  }

  /// The name that is valid at the moment, in that language if there is one.
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
  /// The name itself.
  public var text: String
  /// Its language, as a BCP 47 tag; `nil` for the language of the dossier.
  public var language: String?
  /// When the claim holds, throughout.
  public var during: Interval

  /// A name, always valid unless dates are given.
  public init(_ text: String, language: String? = nil, during: Interval = .always) {
    (self.text, self.language, self.during) = (text, language, during)
  }
}
