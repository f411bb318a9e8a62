internal import DyadCore
internal import DyadSyntax

/// Makes a dossier of statements.
///
/// dyad's own export is read without loss, and a foreign graph as far as its vocabularies are known.
struct RDFImport {
  let document: RDFDocument
  var dossier = Dossier()

  static func read(_ bytes: [UInt8], file: String) -> Checked<[Dossier]> {
    let document = RDFDocument(bytes, file: file)
    guard !document.inOrder.isEmpty || !document.findings.isEmpty else {
      return Checked([], [Diagnostic(.emptyDossier, "the file is empty", at: SourceLocation(file: file))])
    }
    let isOurs = document.inOrder.contains { $0.types.contains { $0.hasPrefix(RDFVocabulary.dyad.rawValue) } }
    var dossier = Dossier()
    if isOurs {
      var walk = RDFImport(document: document)
      walk.read()
      dossier = walk.dossier
    } else {
      var walk = ForeignRDF(document: document)
      walk.read()
      dossier = walk.dossier
    }
    if isOurs { document.omitUnread() }
    document.reportOmissions()
    return Checked([dossier], document.findings + dossier.valueFindings)
  }

  // MARK: Our own export

  /// The resources of a class that belong to other records, by the id of the record.
  private func parts<Thing>(
    _ type: RDFName, of home: RDFName, _ sort: RDFAddress.Sort, _: Thing.Type
  ) -> [Identifier<Thing>: (first: SourceLocation, all: [RDFResource])] {
    var parts: [Identifier<Thing>: (first: SourceLocation, all: [RDFResource])] = [:]
    for resource in document.inOrder where resource.types.contains(type.iri) {
      if let (id, place) = resource.id(home, sort, of: Thing.self) {
        parts[id, default: (place, [])].all.append(resource)
      }
    }
    return parts
  }

  private mutating func read() {
    let phases = parts(.phaseClass, of: .phaseOf, .relation, Relation.self)
    let links = parts(.linkClass, of: .linkOf, .event, Event.self)
    for resource in document.inOrder {
      let iri = resource.subject.text
      let classes = resource.types.compactMap { type in
        type.hasPrefix(RDFVocabulary.dyad.rawValue) ? String(type.dropFirst(RDFVocabulary.dyad.rawValue.count)) : nil
      }
      for name in classes.sorted() {
        switch name {
        case "Dossier": dossier.title = resource.words(.title).map { Located($0, at: resource.place) }
        case "Source": take(id(iri, .source, resource)) { $0.source($1, resource) }
        case "State": take(id(iri, .entity, resource)) { $0.entity($1, .state, resource) }
        case "Group": take(id(iri, .entity, resource)) { $0.entity($1, .group, resource) }
        case "Organization": take(id(iri, .entity, resource)) { $0.entity($1, .organization, resource) }
        case "Official": take(id(iri, .entity, resource)) { $0.entity($1, .official, resource) }
        case "Place": take(id(iri, .entity, resource)) { $0.entity($1, .place, resource) }
        case "Office": take(id(iri, .office, resource)) { $0.office($1, resource) }
        case "Holding": take(id(iri, .holding, resource)) { $0.holding($1, resource) }
        case "RelationKind": take(id(iri, .kind, resource)) { $0.kind($1, resource) }
        case "Relation":
          take(id(iri, .relation, resource)) { $0.relation($1, resource, phases[$1]?.all ?? []) }
        case "Event": take(id(iri, .event, resource)) { $0.event($1, resource, links[$1]?.all ?? []) }
        case "View": take(id(iri, .view, resource)) { $0.view($1, resource) }
        default: break
        }
      }
    }
    let relations = Set(dossier.relations.map(\.value.id))
    for (relation, phases) in phases where !relations.contains(relation) {
      document.report(.unknownId, "unknown relation '\(relation)' of a phase", at: phases.first)
    }
    let events = Set(dossier.events.map(\.value.id))
    for (event, links) in links where !events.contains(event) {
      document.report(.unknownId, "unknown event '\(event)' of a link", at: links.first)
    }
  }

  private mutating func take<ID>(_ id: ID?, _ read: (inout Self, ID) -> Void) { if let id { read(&self, id) } }

  private func id<Thing>(_ iri: String, _ sort: RDFAddress.Sort, _ resource: RDFResource) -> Identifier<Thing>? {
    if let id: Identifier<Thing> = RDFAddress.id(sort, in: iri) { return id }
    document.report(.badId, "<\(iri)> is not a valid IRI for the type '\(sort.rawValue)'", at: resource.place)
    return nil
  }
}
