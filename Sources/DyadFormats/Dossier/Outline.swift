internal import DyadCore

/// The content of a dossier in the form that all syntaxes share: mappings, lists and texts.
enum Outline: Sendable {
  case words(String)
  case number(Double)
  case flag(Bool)
  case list([Outline])
  case mapping(Members)

  typealias Members = [(key: String, value: Outline)]

  /// The sections of a dossier in the order of the manual, each with its entries.
  static let sections: [Section] =
    [Section(Source.schema, \.graph.sourcesInOrder)]
    + Entity.Kind.allCases.map { kind in
      Section(
        kind.section, { $0.graph.entitiesInOrder.filter { $0.kind == kind } }, { Outline.members(of: $0, in: $1) })
    }
    + [
      Section(Office.schema) { all in all.graph.officesInOrder.filter { !all.madeByTitle.contains($0.id) } },
      Section(Holding.schema, \.unlisted), Section(RelationKind.schema, \.graph.ownKinds),
      Section(Relation.schema, \.graph.relationsInOrder), Section(Event.schema, \.graph.eventsInOrder),
      Section(CountTable.schema, \.graph.countTablesInOrder),
      Section(View.schema, \.graph.viewsInOrder), Section(Review.schema, \.graph.reviewsInOrder),
    ]

  /// A section: its name and its records, one after the other.
  struct Section: Sendable {
    let name: String
    private let visit: @Sendable (Contents, (_ id: String) -> Bool, (_ id: String, _ members: Members) -> Void) -> Void

    init<Things: Sequence, Subject>(
      _ name: String, _ things: @escaping @Sendable (Contents) -> Things,
      _ members: @escaping @Sendable (Things.Element, Contents) -> Members
    ) where Things.Element: Identifiable, Things.Element.ID == Identifier<Subject> {
      self.name = name
      visit = { contents, isWanted, take in
        for thing in things(contents) where isWanted(thing.id.text) { take(thing.id.text, members(thing, contents)) }
      }
    }

    init<Things: Sequence, Record: Recorded & Identifiable, Subject>(
      _ schema: RecordSchema<Record>, _ things: @escaping @Sendable (Contents) -> Things
    ) where Things.Element == Record, Record.ID == Identifier<Subject> {
      self.init(schema.form.section ?? schema.form.name, things) { record, _ in Outline.members(of: record) }
    }

    func each(
      in contents: Contents, where isWanted: (_ id: String) -> Bool = { _ in true },
      _ take: (_ id: String, _ members: Members) -> Void
    ) {
      visit(contents, isWanted, take)
    }
  }

  /// A graph with its holdings sorted for writing: most are listed with their officials.
  struct Contents {
    let graph: KnowledgeGraph
    /// The holdings listed with each official, in order of time.
    let listed: [Entity.ID: [Holding]]
    let unlisted: [Holding]
    /// The offices that are defined only by the title of a listed holding.
    let madeByTitle: Set<Office.ID>

    /// - Parameter listing: whether holdings are listed with their officials.
    init(_ graph: KnowledgeGraph, listing: Bool = true) {
      self.graph = graph
      let isListed = { (holding: Holding) in
        listing && graph.entities[holding.official]?.kind == .official
          && holding.id
            == Holding.ID(
              of: holding.official, in: holding.office, during: holding.during == .always ? nil : holding.during)
      }
      let holdings = graph.holdings.values.sorted {
        ($0.during.span.lowerBound, $0.id) < ($1.during.span.lowerBound, $1.id)
      }
      listed = Dictionary(grouping: holdings.filter(isListed), by: \.official)
      unlisted = graph.holdingsInOrder.filter { !isListed($0) }
      let plain = listed.values.joined().map(\.office).filter { id in
        guard let office = graph.offices[id] else { return false }
        return office == Office(id, title: office.title, of: office.of)
          && id == Office.ID(title: office.title, of: office.of)
      }
      madeByTitle = Set(plain)
    }
  }
}
