// Ids that are made of others. This is their only grammar:
//
//     office  = entity "/" slug                               arvane/minister-of-defence
//     holding = entity "/" office [ "/" interval ]            marrow/arvane/minister-of-defence/2011-03/2014-06
//     link    = event "/" kind "/" event                      offensive/leads-to/exodus
//     phase   = relation "_" interval [ "~" number ]          arvane-belmar_2010_2013-05; the slash is written "_"
//     count   = table "/" entity "/" entity [ "/" period ]    gdelt/arvane/belmar/2014-03; without a period, of a dyad in a table
//
// An id that a dossier gives is not made, unless it happens to be the one that would have been made.

extension Identifier {
  /// The text as an id: ASCII letters and digits in lower case, with a hyphen for every other sequence of characters.
  public static func slug(_ words: String) -> String {
    words.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }

  /// The valid id that is nearest to the text; `nil` for a text that is too long, or has no letters.
  package static func suggestion(for words: String) -> String? {
    let slug = slug(words)
    return isWellFormed(slug) ? slug : nil
  }
}

extension Identifier where Subject == Office {
  /// The id of an office given by its title.
  public init(title: String, of home: Entity.ID) { self.init("\(home)/\(Office.ID.slug(title))") }

  /// The parts of the id; `nil` for an id that is not composed.
  public var parts: (home: Entity.ID, slug: String)? {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    return (Entity.ID(String(text[..<slash])), String(text[text.index(after: slash)...]))
  }

  /// The id after a renaming of its entity.
  func renamed(_ rename: (Entity.ID) -> Entity.ID) -> Self {
    parts.map { Self("\(rename($0.home))/\($0.slug)") } ?? self
  }
}

extension Identifier where Subject == Holding {
  /// The id of an entry in an official's list of offices; without an interval, the office is always held.
  public init(of official: Entity.ID, in office: Office.ID, during: Interval?) {
    self.init("\(official)/\(office)" + (during.map { "/\($0)" } ?? ""))
  }

  /// The parts of the id; `nil` for an id that is not composed.
  public var parts: (official: Entity.ID, office: Office.ID, during: Interval?)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    // An interval has one slash, a date alone none.
    for length in [2, 1] where parts.count >= length + 2 {
      let office = parts[1..<parts.count - length].joined(separator: "/")
      guard let during = Interval(parts.suffix(length).joined(separator: "/")) else { continue }
      let (official, held) = (Entity.ID(parts[0]), Office.ID(office))
      if Self(of: official, in: held, during: during) == self { return (official, held, during) }
    }
    return parts.count < 2 ? nil : (Entity.ID(parts[0]), Office.ID(parts[1...].joined(separator: "/")), nil)
  }

  /// The id after its official, or the entity whose office it is, was renamed.
  func renamed(_ rename: (Entity.ID) -> Entity.ID) -> Self {
    parts.map { Self(of: rename($0.official), in: $0.office.renamed(rename), during: $0.during) } ?? self
  }
}

extension Identifier where Subject == EventLink {
  /// The id of a link of an event to another.
  public init(_ kind: EventLink.Kind, _ target: Event.ID, of event: Event.ID) {
    self.init("\(event)/\(kind.rawValue)/\(target)")
  }
}

extension Identifier where Subject == Count {
  /// The id of what a table counts in a period.
  package init(of from: Entity.ID, toward to: Entity.ID, in table: CountTable.ID, during period: String) {
    self.init("\(table)/\(from)/\(to)/\(period)")
  }
}

extension Identifier where Subject == CountedDyad {
  /// The id of a directed dyad in a table.
  init(of from: Entity.ID, toward to: Entity.ID, in table: CountTable.ID) {
    self.init("\(table)/\(from)/\(to)")
  }
}

extension Identifier where Subject == Phase {
  /// The ids of the phases of a relation, in the order of its phases.
  ///
  /// The dates name a phase, so that its id stays when another is written before it. `nil` is for dates that could not
  /// be read.
  public static func made(of relation: Relation.ID, during intervals: [Interval?]) -> [Self] {
    var taken: [String: Int] = [:]
    return intervals.map { interval in
      let base = "\(relation)/\(interval.map(\.description) ?? "always")".replacing("/", with: "_")
      let number = taken[base, default: 0] + 1
      taken[base] = number
      return Self(number == 1 ? base : "\(base)~\(number)")
    }
  }

  /// The dates in an id that is made of the relation; `nil` where it is not.
  public func dates(in relation: Relation.ID) -> (during: Interval, number: Int)? {
    guard text.hasPrefix("\(relation)_") else { return nil }
    var dates = text.dropFirst(relation.text.count + 1)
    var number = 1
    if let mark = dates.lastIndex(of: "~"), let counted = Int(dates[dates.index(after: mark)...]), counted > 1 {
      (dates, number) = (dates[..<mark], counted)
    }
    return Interval(String(dates).replacing("_", with: "/")).map { ($0, number) }
  }

  /// The id after its relation was renamed.
  func renamed(of old: Relation.ID, as new: Relation.ID) -> Self {
    text.hasPrefix("\(old)_") ? Self(new.text + text.dropFirst(old.text.count)) : self
  }
}
