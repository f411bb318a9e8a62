internal import DyadCore
internal import DyadSyntax

/// Makes a dossier of statements: our own export without loss, and a foreign graph as far as it can be understood.
struct RDFImport {
  let reading: RDFReading
  var dossier = Dossier()

  static func read(_ bytes: [UInt8], file: String) -> Checked<[Dossier]> {
    let reading = RDFReading(bytes, file: file)
    guard !reading.inOrder.isEmpty || !reading.findings.isEmpty else {
      return Checked([], [Diagnostic(.emptyDossier, "the file is empty", at: SourceLocation(file: file))])
    }
    let isOurs = reading.inOrder.contains { $0.types.contains { $0.hasPrefix(RDFVocabulary.dyad.rawValue) } }
    var dossier = Dossier()
    if isOurs {
      var walk = RDFImport(reading: reading)
      walk.read()
      dossier = walk.dossier
    } else {
      var walk = ForeignRDF(reading: reading)
      walk.read()
      dossier = walk.dossier
    }
    if isOurs { reading.passOverTheRest() }
    reading.tellWhatWasPassedOver()
    return Checked([dossier], reading.findings)
  }

  // MARK: Our own export

  private mutating func read() {
    var phases: [Relation.ID: [RDFThing]] = [:]
    var homes: [Relation.ID: SourceLocation] = [:]
    for thing in reading.inOrder where thing.types.contains(RDFName.phaseClass.iri) {
      if let (relation, place) = thing.id(.phaseOf, .relation, of: Relation.self) {
        phases[relation, default: []].append(thing)
        homes[relation] = homes[relation] ?? place
      }
    }
    for thing in reading.inOrder {
      let iri = thing.subject.text
      let classes = thing.types.compactMap { type in
        type.hasPrefix(RDFVocabulary.dyad.rawValue) ? String(type.dropFirst(RDFVocabulary.dyad.rawValue.count)) : nil
      }
      for name in classes.sorted() {
        switch name {
        case "Dossier": dossier.title = thing.words(.title).map { Located($0, at: thing.place) }
        case "Source": take(id(iri, .source, thing)) { $0.source($1, thing) }
        case "State": take(id(iri, .entity, thing)) { $0.entity($1, .state, thing) }
        case "Group": take(id(iri, .entity, thing)) { $0.entity($1, .group, thing) }
        case "Organization": take(id(iri, .entity, thing)) { $0.entity($1, .organization, thing) }
        case "Official": take(id(iri, .entity, thing)) { $0.entity($1, .official, thing) }
        case "Place": take(id(iri, .entity, thing)) { $0.entity($1, .place, thing) }
        case "Office": take(id(iri, .office, thing)) { $0.office($1, thing) }
        case "Holding": take(id(iri, .holding, thing)) { $0.holding($1, thing) }
        case "RelationKind": take(id(iri, .kind, thing)) { $0.kind($1, thing) }
        case "Relation":
          take(id(iri, .relation, thing)) { $0.relation($1, thing, phases[$1] ?? []) }
        case "Event": take(id(iri, .event, thing)) { $0.event($1, thing) }
        case "View": take(id(iri, .view, thing)) { $0.view($1, thing) }
        default: break
        }
      }
    }
    let relations = Set(dossier.relations.map(\.value.id))
    for (relation, place) in homes where !relations.contains(relation) {
      reading.find(.unknownId, "unknown relation '\(relation)' of a phase", at: place)
    }
  }

  private mutating func take<ID>(_ id: ID?, _ read: (inout Self, ID) -> Void) { if let id { read(&self, id) } }

  private func id<Thing>(_ iri: String, _ sort: RDFAddress.Sort, _ thing: RDFThing) -> Identifier<Thing>? {
    if let id: Identifier<Thing> = RDFAddress.id(sort, in: iri) { return id }
    reading.find(.badId, "<\(iri)> is not the IRI of a record of that kind (\(sort.rawValue))", at: thing.place)
    return nil
  }
}
