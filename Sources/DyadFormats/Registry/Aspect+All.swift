internal import DyadCore

/// Everything that some format omits.
extension Aspect {
  static let title = Aspect("title", "the title", Removal(title: true))
  static let claims = Aspect("claims", "entities, offices, relations and events", Removal(claims: true))
  static let events = Aspect("events", "events", Removal(events: true))
  static let counts = Aspect("counts", "tables of counts", Removal(counts: true))
  static let views = Aspect("views", "views", Removal(views: true))
  static let reviews = Aspect("reviews", "reviews of claims", Removal(reviews: true))
  static let sourceTexts = Aspect(
    "source-texts", "texts of sources",
    Removal(source: {
      $0.text = nil
      $0.path = nil
    }))
  static let sourceDetails = Aspect(
    "source-details", "kinds, authors, languages and notes of sources",
    Removal(source: {
      $0.kind = nil
      $0.author = nil
      $0.language = nil
      $0.note = nil
    }))
  static let notes = Aspect(
    "notes", "notes on claims",
    Removal(
      entity: {
        $0.note = nil
        $0.evidence.removeNotes()
      },
      office: {
        $0.note = nil
        $0.evidence.removeNotes()
      },
      holding: {
        $0.note = nil
        $0.evidence.removeNotes()
      },
      relation: {
        $0.note = nil
        for index in $0.phases.indices {
          $0.phases[index].note = nil
          $0.phases[index].evidence.removeNotes()
        }
      },
      event: {
        $0.note = nil
        $0.evidence.removeNotes()
        for index in $0.links.indices {
          $0.links[index].note = nil
          $0.links[index].evidence.removeNotes()
        }
      }))
  static let otherNames = Aspect(
    "other-names", "further names, dated or in other languages", Removal(entity: { $0.names = [$0.names[0]] }))
  static let datedNames = Aspect(
    "dated-names", "dates and languages of names",
    Removal(entity: { for index in $0.names.indices { $0.names[index] = Name($0.names[index].text) } }))
  static let shortNames = Aspect("short-names", "short names", Removal(entity: { $0.short = nil }))
  static let entityTypes = Aspect("entity-types", "types of entities", Removal(entity: { $0.type = nil }))
  static let codes = Aspect("codes", "codes in registers", Removal(entity: { $0.codes = [:] }))
  static let homes = Aspect("homes", "whom entities belong to", Removal(entity: { $0.home = nil }))
  static let formerIds = Aspect(
    "former-ids", "former ids",
    Removal(entity: { $0.was = nil }, relation: { $0.was = nil }, event: { $0.was = nil }))
  static let formerRelations = Aspect(
    "former-relations", "former ids of relations", Removal(relation: { $0.was = nil }))
  static let kinds = Aspect(
    "kinds", "sentences of its own kinds", Removal(kind: { $0 = RelationKind($0.id, "", tone: $0.tone) }))
  static let knownDates = Aspect("known", "dates since when a claim is known", .evidence { $0.known = nil })
  static let citations = Aspect("citations", "citations", .evidence { $0.citations = [] })
  static let quotes = Aspect("quotes", "quotes", .citation { $0.quote = nil })
  static let contexts = Aspect(
    "contexts", "words around quotes, and where they begin",
    .citation {
      $0.before = nil
      $0.after = nil
      $0.at = nil
    })
  static let citedRows = Aspect("cited-rows", "rows of data sets that claims cite", .citation { $0.rows = [] })
  static let speakers = Aspect("speakers", "speakers", .citation { $0.speaker = nil })
  static let stances = Aspect("stances", "denials", .citation { $0.stance = .asserts })
  static let confidence = Aspect(
    "confidence", "confidence in claims and citations",
    .evidence {
      $0.confidence = nil
      for index in $0.citations.indices { $0.citations[index].confidence = nil }
    })
  static let officeClaims = Aspect(
    "office-claims", "dates and evidence of offices",
    Removal(office: { $0 = Office($0.id, title: $0.title, of: $0.of) }))
  static let readings = Aspect(
    "readings", "words for how a phase reads",
    Removal(relation: { for index in $0.phases.indices { $0.phases[index].reads = nil } }))
  static let tones = Aspect(
    "tones", "tones of phases and events",
    Removal(
      relation: { for index in $0.phases.indices { $0.phases[index].tone = nil } }, event: { $0.ownTone = nil }))
  static let modes = Aspect("modes", "modes of events", Removal(event: { $0.mode = nil }))
  static let places = Aspect("places", "places of events", Removal(event: { $0.place = nil }))
  static let describedParticipants = Aspect(
    "described-participants", "participants by description",
    Removal(event: { ($0.describedActors, $0.describedRecipients) = ([], []) }))
  static let keyEvents = Aspect("key-events", "marks of key events", Removal(event: { $0.isKey = false }))
  static let basis = Aspect("basis", "what claims rest on", .evidence { $0.basis = nil })
  static let numbers = Aspect("numbers", "numbers of events", Removal(event: { $0.numbers = [] }))
  static let roles = Aspect(
    "roles", "who acts and who receives",
    Removal(event: {
      $0.actors = $0.parties
      $0.recipients = []
    }))
  /// `~` and `?`.
  static let doubtfulDates = Aspect("doubtful-dates", "marks of approximate and uncertain dates", .interval(\.unmarked))
  /// Unknown bounds, and bounds on or before, or on or after, a date.
  static let looseBounds = Aspect(
    "loose-bounds", "bounds before or after a date, and unknown ones", .interval(\.strict))

  /// Every aspect that some format omits, in the order of the table.
  static var all: [Aspect] {
    var seen: Set<String> = []
    return Format.all.flatMap(\.omits).filter { seen.insert($0.id).inserted }
  }
}

extension Evidence {
  fileprivate mutating func removeNotes() {
    for index in citations.indices { citations[index].note = nil }
  }
}

extension PartialDate {
  /// The date without its mark.
  var unmarked: PartialDate { PartialDate(year: year, month: month, day: day) ?? self }
}

extension Interval {
  fileprivate var unmarked: Interval {
    func unmarked(_ bound: Bound) -> Bound {
      switch bound {
      case .date(let date): .date(date.unmarked)
      case .onOrBefore(let date): .onOrBefore(date.unmarked)
      case .onOrAfter(let date): .onOrAfter(date.unmarked)
      case .between(let first, let last): .between(first.unmarked, last.unmarked)
      case .unknown, .open: bound
      }
    }
    return Interval(from: unmarked(start), to: unmarked(end)) ?? self
  }

  /// The interval with bounds that are dates or open.
  fileprivate var strict: Interval {
    func strict(_ bound: Bound) -> Bound { bound.date.map { .date($0) } ?? .open }
    return Interval(from: strict(start), to: strict(end)) ?? self
  }
}
