internal import DyadCore

/// What stands in a dossier, as its syntaxes share it: mappings, lists and words.
indirect enum Outline: Sendable {
  case words(String)
  case number(Double)
  case flag(Bool)
  case list([Outline])
  case mapping(Members)

  typealias Members = [(key: String, value: Outline)]

  /// The sections of a dossier in the order in which people read them, each with its entries.
  static let sections: [Section] =
    [
      Section("sources", \.graph.sourcesInOrder) { source, _ in Outline.members(of: source) }
    ]
    + DossierWalk.entitySections.map { name, kind in
      Section(name, { $0.graph.entitiesInOrder.filter { $0.kind == kind } }, { Outline.members(of: $0, in: $1) })
    }
    + [
      Section("offices", { all in all.graph.officesInOrder.filter { !all.madeByTitle.contains($0.id) } }) { office, _ in
        Outline.members(of: office)
      },
      Section("holdings", \.unlisted) { holding, _ in Outline.members(of: holding) },
      Section("kinds", \.graph.ownKinds) { kind, _ in Outline.members(of: kind) },
      Section("relations", \.graph.relationsInOrder) { relation, _ in Outline.members(of: relation) },
      Section("events", \.graph.eventsInOrder) { event, _ in Outline.members(of: event) },
      Section("views", \.graph.viewsInOrder) { view, _ in Outline.members(of: view) },
    ]

  /// A section: its name, and what stands in it, one entry after the other.
  struct Section: Sendable {
    let name: String
    private let visit: @Sendable (Contents, (_ id: String, _ members: Members) -> Void) -> Void

    init<Things: Sequence, Subject>(
      _ name: String, _ things: @escaping @Sendable (Contents) -> Things,
      _ members: @escaping @Sendable (Things.Element, Contents) -> Members
    ) where Things.Element: Identifiable, Things.Element.ID == Identifier<Subject> {
      self.name = name
      visit = { contents, take in for thing in things(contents) { take(thing.id.text, members(thing, contents)) } }
    }

    func each(in contents: Contents, _ take: (_ id: String, _ members: Members) -> Void) { visit(contents, take) }
  }

  /// A graph, with what is written in another's place: the offices that are held stand with the officials who hold them.
  struct Contents {
    let graph: KnowledgeGraph
    /// In the course of time.
    let listed: [Entity.ID: [Holding]]
    let unlisted: [Holding]
    /// Offices that stand nowhere but in the title of one that is held.
    let madeByTitle: Set<Office.ID>

    /// `listing`: whether offices that are held stand with their officials at all.
    init(_ graph: KnowledgeGraph, listing: Bool = true) {
      self.graph = graph
      let isListed = { (holding: Holding) in
        listing && graph.entities[holding.official]?.kind == .official
          && holding.id.text
            == DossierWalk.holdingId(
              official: holding.official.text, office: holding.office.text,
              during: holding.during == .always ? nil : holding.during)
      }
      let holdings = graph.holdings.values.sorted {
        ($0.during.span.lowerBound, $0.id) < ($1.during.span.lowerBound, $1.id)
      }
      listed = Dictionary(grouping: holdings.filter(isListed), by: \.official)
      unlisted = graph.holdingsInOrder.filter { !isListed($0) }
      let plain = listed.values.joined().map(\.office).filter { id in
        guard let office = graph.offices[id] else { return false }
        return office == Office(id, title: office.title, of: office.of)
          && id.text == DossierWalk.officeId(title: office.title, of: office.of.text)
      }
      madeByTitle = Set(plain)
    }
  }
}

/// Collects the members that there are.
struct MemberList: Sendable {
  private(set) var members: Outline.Members = []

  mutating func add(_ key: String, _ words: String?) { if let words { members.append((key, .words(words))) } }
  mutating func add(_ key: String, _ number: Double?) { if let number { members.append((key, .number(number))) } }
  mutating func add(_ key: String, _ outline: Outline?) { if let outline { members.append((key, outline)) } }
  mutating func add(_ key: String, flag: Bool) { if flag { members.append((key, .flag(true))) } }
  mutating func add(_ key: String, list: [String]) {
    if !list.isEmpty { members.append((key, .list(list.map { .words($0) }))) }
  }
  mutating func add(_ key: String, rows: [Outline.Members]) {
    if !rows.isEmpty { members.append((key, .list(rows.map { .mapping($0) }))) }
  }

  /// What is always so is not said.
  mutating func add(_ key: String, _ interval: Interval) {
    if interval != .always { add(key, interval.description) }
  }

  /// `cite` and `known`.
  mutating func add(_ evidence: Evidence) {
    add("cite", Outline.citations(evidence.citations))
    guard let known = evidence.known else { return }
    // A date alone would say since when; an open end says the same in more words.
    let isWithinDate = known.start == known.end && known.start.date != nil
    add("known", isWithinDate ? "\(known.start)/\(known.end)" : known.description)
  }
}
