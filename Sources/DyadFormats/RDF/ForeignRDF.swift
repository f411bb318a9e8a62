internal import DyadCore
internal import DyadSyntax

/// Reads a graph in other vocabularies.
///
/// A resource with a type or a name is an entity or an event; a statement between two of them is a relation.
struct ForeignRDF {
  let document: RDFDocument
  var dossier = Dossier()
  private var ids = ForeignIds()
  private var kindIds = ForeignIds.ofKinds
  private var entities: [NQuadsParser.Term: Entity.ID] = [:]
  private var kinds: [String: RelationKind.ID] = [:]
  /// One relation for each pair and kind, however often it is stated.
  private var relations: Set<[String]> = []

  init(document: RDFDocument) { self.document = document }

  mutating func read() {
    let named = document.inOrder.filter { !$0.types.isEmpty || name(of: $0) != nil }
    let (events, others) = (named.filter(isEvent), named.filter { !isEvent($0) })
    for resource in others { entity(resource) }
    for event in events { self.event(event) }
    for resource in others { relations(of: resource) }
    for resource in document.inOrder where resource.types.isEmpty && name(of: resource) == nil {
      resource.statements.forEach(document.omit)
    }
  }

  // MARK: Words of the usual vocabularies, by the last part of their addresses

  private static let names: Set<String> = ["label", "prefLabel", "name", "title"]
  private static let otherNames: Set<String> = ["altLabel", "alternateName", "nick", "hiddenLabel"]
  private static let notes: Set<String> = ["comment", "description", "abstract", "definition"]
  private static let dates: Set<String> = [
    "startDate", "hasTimeStamp", "hasBeginTimeStamp", "date", "atTime", "startedAtTime", "time",
  ]
  private static let ends: Set<String> = ["endDate", "hasEndTimeStamp", "endedAtTime"]
  private static let actors: Set<String> = [
    "hasActor", "actor", "agent", "organizer", "wasAssociatedWith", "attendee", "participant",
  ]
  private static let places: Set<String> = ["hasPlace", "location", "place", "atLocation"]

  private static func last(_ iri: String) -> String {
    iri.split { $0 == "/" || $0 == "#" || $0 == ":" }.last.map(String.init) ?? iri
  }

  private func name(of resource: RDFResource) -> String? {
    let all = resource.statements.filter {
      ForeignRDF.names.contains(ForeignRDF.last($0.predicate)) && $0.object.isLiteral
    }
    let english = all.first { $0.object.language?.hasPrefix("en") == true }
    guard let name = english ?? all.first, case .success(let words) = CleanText.validated(name.object.text) else {
      return nil
    }
    return words.allSatisfy(\.isWhitespace) ? nil : words
  }

  /// The last part of an IRI, for a resource without a name.
  private static func words(of iri: String) -> String {
    if case .success(let words) = CleanText.validated(last(iri)) { words } else { "thing" }
  }

  private func isEvent(_ resource: RDFResource) -> Bool {
    resource.types.contains { ForeignRDF.last($0).hasSuffix("Event") || ForeignRDF.last($0) == "Activity" }
  }

  private func kind(of resource: RDFResource) -> Entity.Kind {
    let types = resource.types.map { ForeignRDF.last($0).lowercased() }
    func has(_ words: String...) -> Bool { types.contains { type in words.contains { type.contains($0) } } }
    if has("person", "official", "human") { return .official }
    if has("country", "state", "nation") { return .state }
    if has("place", "city", "location", "feature") { return .place }
    if has("group", "militia", "party", "movement") { return .group }
    return .organization
  }

  // MARK: Things

  private mutating func entity(_ resource: RDFResource) {
    let name = name(of: resource)
    let id = Entity.ID(ids.id(for: resource.subject.text, named: name))
    entities[resource.subject] = id
    var entity = Entity(id, kind(of: resource), name: name ?? ForeignRDF.words(of: resource.subject.text))
    for statement in resource.statements where statement.object.isLiteral {
      let property = ForeignRDF.last(statement.predicate)
      guard let words = document.words(statement) else { continue }
      if ForeignRDF.names.contains(property) || ForeignRDF.otherNames.contains(property) {
        if words != entity.names[0].text, !words.allSatisfy(\.isWhitespace) {
          entity.names.append(Name(words, language: statement.object.language))
        }
      } else if ForeignRDF.notes.contains(property), entity.note == nil {
        entity.note = words
      } else {
        document.omit(statement)
      }
    }
    dossier.entities.append(Located(entity, at: resource.place))
  }

  private mutating func event(_ resource: RDFResource) {
    let name = name(of: resource)
    let id = Event.ID(ids.id(for: resource.subject.text, named: name))
    func date(_ properties: Set<String>) -> PartialDate? {
      resource.statements.lazy.filter { properties.contains(ForeignRDF.last($0.predicate)) }
        .compactMap { PartialDate($0.object.text.prefix { $0 != "T" }) }.first
    }
    func parties(_ properties: Set<String>) -> [Entity.ID] {
      resource.statements.filter { properties.contains(ForeignRDF.last($0.predicate)) }.compactMap {
        entities[$0.object]
      }
    }
    let (start, end) = (date(ForeignRDF.dates), date(ForeignRDF.ends))
    let within =
      start.flatMap { start in end.flatMap { Interval(from: .date(start), to: .date($0)) } ?? Interval(start) }
      ?? .unknown
    let place = resource.statements.first { ForeignRDF.places.contains(ForeignRDF.last($0.predicate)) }
    var seen: Set<Entity.ID> = []
    let actors = parties(ForeignRDF.actors).filter { seen.insert($0).inserted }
    let event = Event(
      id, within: within, what: name ?? ForeignRDF.words(of: resource.subject.text), type: .consult, actors: actors,
      place: place.flatMap { entities[$0.object]?.text ?? ($0.object.isLiteral ? document.words($0) : nil) }
        .map { .words($0) })
    dossier.events.append(Located(event, at: resource.place))
    let known = ForeignRDF.names.union(ForeignRDF.dates).union(ForeignRDF.ends).union(ForeignRDF.actors).union(
      ForeignRDF.places)
    for statement in resource.statements where statement.predicate != RDFName.type.iri {
      if !known.contains(ForeignRDF.last(statement.predicate)) { document.omit(statement) }
    }
    if let place = resource.object(.type) {
      document.report(.notCarried, "the event has no PLOVER type; read as CONSULT", at: place.objectPlace)
    }
  }

  private mutating func relations(of resource: RDFResource) {
    guard let from = entities[resource.subject] else { return }
    for statement in resource.statements
    where !statement.object.isLiteral && statement.predicate != RDFName.type.iri {
      guard let to = entities[statement.object], to != from else {
        document.omit(statement)
        continue
      }
      let kind = kind(of: statement)
      guard relations.insert([from.text, kind.text, to.text]).inserted else { continue }
      let id = ids.id(for: "\(from) \(kind) \(to)", named: "\(from)-\(kind)-\(to)")
      let relation = Relation(
        Relation.ID(id), kind, from: from, to: to,
        phases: [Phase(Phase.ID.made(of: Relation.ID(id), during: [.unknown])[0], during: .unknown)])
      dossier.relations.append(Located(relation, at: statement.place))
    }
  }

  private mutating func kind(of statement: NQuadsParser.Statement) -> RelationKind.ID {
    let property = statement.predicate
    if let known = kinds[property] { return known }
    let words = ForeignRDF.words(of: property)
    let id = RelationKind.ID(kindIds.id(for: property, named: words))
    let kind = RelationKind(id, "\(words) of {from} to {to}", isDirected: true)
    kinds[property] = id
    dossier.kinds.append(Located(kind, at: statement.place))
    return id
  }
}
