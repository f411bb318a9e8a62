internal import DyadCore
internal import DyadSyntax

extension RDFImport {
  mutating func source(_ id: Source.ID, _ resource: RDFResource) {
    var source = Source(id, title: resource.needed(.title) ?? id.text)
    source.kind = resource.value(.textKind, of: "kind", in: Source.schema.form).flatMap { Source.Kind($0) }
    source.publisher = resource.words(.publisher)
    source.author = resource.words(.creator)
    source.published = resource.object(.published) == nil ? resource.date(.issued) : resource.date(.published)
    source.url = resource.words(.url)
    source.language = resource.words(.language)
    source.note = resource.words(.note)
    source.path = resource.words(.path)
    source.text = resource.object(.text).flatMap(text)
    resource.readOtherKeys(of: &source)
    dossier.sources.append(Located(source, at: resource.place))
  }

  /// The text of a source is read unchanged, as from a file beside a dossier.
  private func text(_ statement: NQuadsParser.Statement) -> SourceText? {
    let text = statement.object.text
    guard statement.object.isLiteral, !text.utf8.contains(0) else {
      document.report(
        .sourceText,
        "the text of a source is not \(statement.object.isLiteral ? "text: it contains a NUL" : "a literal")",
        at: statement.objectPlace)
      return nil
    }
    return SourceText(text)
  }

  mutating func entity(_ id: Entity.ID, _ kind: Entity.Kind, _ resource: RDFResource) {
    var entity = Entity(id, kind, name: resource.needed(.label) ?? id.text)
    entity.short = resource.words(.short)
    entity.type = resource.words(.sort)
    for part in resource.parts(.hasName) {
      guard let text = part.needed(.value) else { continue }
      let name = Name(text, language: part.words(.inLanguage), during: part.interval(.during) ?? .always)
      // The plain name has a node only where it has dates or a language.
      if part.number(.rank) == 0 { entity.names[0] = name } else { entity.names.append(name) }
    }
    for part in resource.parts(.hasCode) {
      if let register = part.needed(.register) { entity.codes[register] = part.needed(.value) }
    }
    var places: [String: SourceLocation] = [:]
    if resource.object(.home) != nil, let (home, place) = resource.id(.home, .entity, of: Entity.self) {
      entity.home = home
      places[kind == .official ? "serves" : "of"] = place
    }
    entity.during = resource.interval(.during) ?? .always
    entity.evidence = evidence(of: resource, &places)
    entity.note = resource.words(.note)
    entity.was = resource.formerId(of: Entity.self)
    resource.readOtherKeys(of: &entity)
    dossier.entities.append(Located(entity, at: resource.place, places: places))
  }

  mutating func office(_ id: Office.ID, _ resource: RDFResource) {
    var places: [String: SourceLocation] = [:]
    guard let (home, place) = resource.id(.postIn, .entity, of: Entity.self) else { return }
    places["of"] = place
    var office = Office(
      id, title: resource.needed(.label) ?? id.text, of: home, during: resource.interval(.during) ?? .always,
      evidence: evidence(of: resource, &places), note: resource.words(.note))
    resource.readOtherKeys(of: &office)
    dossier.offices.append(Located(office, at: resource.place, places: places))
  }

  mutating func holding(_ id: Holding.ID, _ resource: RDFResource) {
    var places: [String: SourceLocation] = [:]
    guard let (official, officialPlace) = resource.id(.member, .entity, of: Entity.self),
      let (office, officePlace) = resource.id(.office, .office, of: Office.self)
    else { return }
    (places["official"], places["office"]) = (officialPlace, officePlace)
    var holding = Holding(
      id, official: official, office: office, during: resource.interval(.during) ?? .always,
      evidence: evidence(of: resource, &places), note: resource.words(.note))
    resource.readOtherKeys(of: &holding)
    dossier.holdings.append(Located(holding, at: resource.place, places: places))
  }

  mutating func kind(_ id: RelationKind.ID, _ resource: RDFResource) {
    guard let sentence = resource.needed(.sentence) else { return }
    let kind = RelationKind(
      id, sentence, tone: resource.tone(.tone) ?? .neutral, isDirected: resource.flag(.directed),
      isAffiliation: resource.flag(.affiliation))
    dossier.kinds.append(Located(kind, at: resource.place))
  }

  mutating func relation(_ id: Relation.ID, _ resource: RDFResource, _ phases: [RDFResource]) {
    guard let (kind, kindPlace) = resource.id(.kind, .kind, of: RelationKind.self),
      let (from, fromPlace) = resource.id(.from, .entity, of: Entity.self),
      let (to, toPlace) = resource.id(.to, .entity, of: Entity.self)
    else { return }
    let by = resource.object(.mediator) == nil ? nil : resource.id(.mediator, .entity, of: Entity.self)
    var places = ["kind": kindPlace, "from": fromPlace, "to": toPlace, "between/0": fromPlace, "between/1": toPlace]
    var relation = Relation(
      id, kind, from: from, to: to, isDirected: resource.flag(.directed), phases: [], mediator: by?.0,
      note: resource.words(.note), was: resource.formerId(of: Relation.self))
    places["by"] = by?.1
    for part in RDFResource.inOrder(phases) {
      // The mediator of the relation, repeated for queries.
      _ = part.objects(.mediator)
      guard let phaseId: Phase.ID = RDFAddress.id(.phase, in: part.subject.text) else {
        document.report(.badId, "<\(part.subject.text)> is not the IRI of a phase", at: part.place)
        continue
      }
      part.require(.during)
      places["phases/\(relation.phases.count)"] = part.place
      var phase = Phase(
        phaseId, reads: part.words(.reads), tone: part.tone(.ownTone), during: part.interval(.during) ?? .unknown,
        evidence: evidence(of: part, &places, path: "phases/\(relation.phases.count)/cite"), note: part.words(.note))
      part.readOtherKeys(of: &phase)
      relation.phases.append(phase)
    }
    dossier.relations.append(Located(relation, at: resource.place, places: places))
  }

  mutating func event(_ id: Event.ID, _ resource: RDFResource, _ links: [RDFResource]) {
    resource.require(.during)
    resource.require(.eventType)
    let type = resource.object(.eventType).flatMap { statement -> EventType? in
      let name = statement.object.text
      if name.hasPrefix(RDFVocabulary.dyad.rawValue),
        let type = EventType(rawValue: String(name.dropFirst(RDFVocabulary.dyad.rawValue.count)))
      {
        return type
      }
      document.report(.badWord, "<\(name)> is not a PLOVER type", at: statement.objectPlace)
      return nil
    }
    var places: [String: SourceLocation] = [:]
    func parties(_ role: RDFName, _ path: String) -> (entities: [Entity.ID], described: [DescribedParticipant]) {
      var (entities, described): ([Entity.ID], [DescribedParticipant]) = ([], [])
      for part in resource.parts(.party) where part.object(.roleType)?.object.text == role.iri {
        if let words = part.words(.described) {
          described += [participant(words, part)].compactMap { $0 }
        } else if let (party, place) = part.id(.value, .entity, of: Entity.self) {
          places["\(path)/\(entities.count)"] = place
          entities.append(party)
        }
      }
      return (entities, described)
    }
    let numbers = resource.parts(.number).compactMap { part -> Quantity? in
      guard let subject = part.needed(.label), let amount = part.needed(.amount) else { return nil }
      if let quantity = Quantity(subject, amount) { return quantity }
      document.report(.badQuantity, "'\(amount)' is not a valid amount", at: part.place)
      return nil
    }
    let (actors, recipients) = (parties(.actor, "actors"), parties(.recipient, "recipients"))
    let affected = entities(.affects, of: resource)
    for one in affected { places["affects/\(one.id)"] = one.place }
    var event = Event(
      id, within: resource.interval(.during) ?? .unknown, what: resource.needed(.label) ?? id.text,
      type: type ?? .consult,
      mode: resource.words(.mode), actors: actors.entities, recipients: recipients.entities,
      describedActors: actors.described, describedRecipients: recipients.described, affects: affected.map(\.id),
      place: resource.words(.placeName).map { .words($0) },
      numbers: numbers, tone: resource.tone(.ownTone), evidence: evidence(of: resource, &places),
      note: resource.words(.note),
      was: resource.formerId(of: Event.self))
    resource.readOtherKeys(of: &event)
    for part in RDFResource.inOrder(links) {
      if let link = link(of: id, part, &places, "links/\(event.links.count)") { event.links.append(link) }
    }
    dossier.events.append(Located(event, at: resource.place, places: places))
  }

  private func participant(_ words: String, _ part: RDFResource) -> DescribedParticipant? {
    let amount = part.words(.amount)
    if let participant = DescribedParticipant(words, number: amount) { return participant }
    document.report(
      .badQuantity, "'\(amount ?? "")' is not a valid amount", at: part.object(.amount)?.objectPlace ?? part.place)
    return DescribedParticipant(words)
  }

  /// The entities that the property names, sorted, each with its place.
  private func entities(_ name: RDFName, of resource: RDFResource) -> [(id: Entity.ID, place: SourceLocation)] {
    resource.objects(name).compactMap { statement -> (id: Entity.ID, place: SourceLocation)? in
      if let id: Entity.ID = RDFAddress.id(.entity, in: statement.object.text) { return (id, statement.objectPlace) }
      document.report(
        .badId, "<\(statement.object.text)> is not the IRI of a dossier's entity", at: statement.objectPlace)
      return nil
    }.sorted { $0.id < $1.id }
  }

  private func link(
    of event: Event.ID, _ part: RDFResource, _ places: inout [String: SourceLocation], _ path: String
  ) -> EventLink? {
    part.require(.predicate)
    guard let predicate = part.object(.predicate),
      let (target, place) = part.id(.object, .event, of: Event.self)
    else { return nil }
    guard let kind = EventLink.Kind.allCases.first(where: { $0.property.iri == predicate.object.text }) else {
      document.report(
        .badWord, "<\(predicate.object.text)> is not a link between events", at: predicate.objectPlace)
      return nil
    }
    places[path] = part.place
    places["\(path)/\(kind.rawValue)"] = place
    var link = EventLink(
      kind, target, of: event, evidence: evidence(of: part, &places, path: "\(path)/cite"), note: part.words(.note))
    part.readOtherKeys(of: &link)
    return link
  }

  mutating func view(_ id: View.ID, _ resource: RDFResource) {
    var focus = View.Focus.everyone
    if resource.object(.around) != nil, let (ego, _) = resource.id(.around, .entity, of: Entity.self) {
      focus = .around(ego, hops: hops(of: resource))
    } else if resource.object(.from) != nil, let (one, _) = resource.id(.from, .entity, of: Entity.self),
      let (other, _) = resource.id(.to, .entity, of: Entity.self)
    {
      focus = .between(one, other)
    }
    var view = View(
      id, focus, days: resource.interval(.days)?.span, isWindow: resource.flag(.isWindow),
      known: resource.date(.knownOn)?.days.upperBound, title: resource.words(.title),
      standfirst: resource.words(.standfirst), credit: resource.words(.credit),
      detail: resource.words(.detail).flatMap(DetailLevel.init), theme: resource.words(.theme),
      filter: Filter(
        only: Set(resource.allWords(.only)), without: Set(resource.allWords(.without)),
        minimumTone: resource.number(.minimumTone) ?? 0))
    resource.readOtherKeys(of: &view)
    dossier.views.append(Located(view, at: resource.place))
  }

  private func hops(of view: RDFResource) -> Int {
    guard let statement = view.object(.hops), let number = view.number(.hops) else { return 1 }
    if let hops = Int(exactly: number), (0...9).contains(hops) { return hops }
    document.report(.badNumber, "dyad:hops must be a number from 0 to 9", at: statement.objectPlace)
    return 1
  }

  private func evidence(
    of resource: RDFResource, _ places: inout [String: SourceLocation], path: String = "cite"
  ) -> Evidence {
    var evidence = Evidence(known: resource.interval(.known))
    for annotation in document.annotations(of: resource) {
      let cited = citation(of: annotation)
      guard let citation = cited.citation else { continue }
      let index = evidence.citations.count
      places["\(path)/\(index)/source"] = cited.sourcePlace
      if let place = cited.quotePlace { places["\(path)/\(index)/quote"] = place }
      evidence.citations.append(citation)
    }
    return evidence
  }

  /// The citation of the annotation, cached since many claims may share it.
  private func citation(of annotation: RDFResource) -> RDFCitation {
    if let known = annotation.citation { return known }
    var cited = RDFCitation()
    defer { annotation.citation = cited }
    guard let target = annotation.parts(.hasTarget).first else {
      document.report(
        .missingKey, "<\(annotation.subject.text)> needs oa:hasTarget with a source", at: annotation.place)
      return cited
    }
    guard let (source, place) = target.id(.hasSource, .source, of: Source.self) else { return cited }
    cited.sourcePlace = place
    let quote = quote(at: target)
    cited.quotePlace = quote?.place
    var citation = Citation(
      of: source, quote: quote?.words(.exact), speaker: annotation.words(.speaker).map { .words($0) },
      stance: stance(of: annotation), note: annotation.words(.note))
    annotation.readOtherKeys(of: &citation)
    cited.citation = citation
    return cited
  }

  /// The quote of the target, cached since many annotations may share it.
  private func quote(at target: RDFResource) -> RDFResource? {
    if let known = target.quote { return known }
    let found = target.parts(.hasSelector).first { $0.object(.exact) != nil }
    target.quote = .some(found)
    return found
  }

  private func stance(of annotation: RDFResource) -> Citation.Stance {
    guard let statement = annotation.object(.stance) else { return .asserts }
    switch statement.object.text {
    case RDFName.asserts.iri: return .asserts
    case RDFName.denies.iri: return .denies
    case let other:
      document.report(.badWord, "<\(other)> is not a stance", at: statement.objectPlace)
      return .asserts
    }
  }
}
