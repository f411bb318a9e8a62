internal import DyadCore
internal import DyadSyntax

extension RDFImport {
  mutating func source(_ id: Source.ID, _ thing: RDFThing) {
    var source = Source(id, title: thing.needed(.title) ?? id.text)
    source.publisher = thing.words(.publisher)
    source.author = thing.words(.creator)
    source.published = thing.object(.published) == nil ? thing.date(.issued) : thing.date(.published)
    source.url = thing.words(.url)
    source.language = thing.words(.language)
    source.note = thing.words(.note)
    source.path = thing.words(.path)
    source.text = thing.object(.text).flatMap(text)
    dossier.sources.append(Located(source, at: thing.place))
  }

  /// The text of a source is taken as it stands, as it is from a file beside a dossier.
  private func text(_ statement: NQuadsParser.Statement) -> SourceText? {
    let text = statement.object.text
    guard statement.object.isLiteral, !text.utf8.contains(0) else {
      reading.find(
        .sourceText, "the text of a source is not \(statement.object.isLiteral ? "text: it contains a NUL" : "a literal")",
        at: statement.objectPlace)
      return nil
    }
    return SourceText(text)
  }

  mutating func entity(_ id: Entity.ID, _ kind: Entity.Kind, _ thing: RDFThing) {
    var entity = Entity(id, kind, name: thing.needed(.label) ?? id.text)
    entity.short = thing.words(.short)
    entity.type = thing.words(.sort)
    for part in thing.parts(.hasName) {
      guard let text = part.needed(.value) else { continue }
      let name = Name(text, language: part.words(.inLanguage), during: part.interval(.during) ?? .always)
      // The plain name has a node only where it has dates or a language.
      if part.number(.rank) == 0 { entity.names[0] = name } else { entity.names.append(name) }
    }
    for part in thing.parts(.hasCode) {
      if let register = part.needed(.register) { entity.codes[register] = part.needed(.value) }
    }
    var places: [String: SourceLocation] = [:]
    if thing.object(.home) != nil, let (home, place) = thing.id(.home, .entity, of: Entity.self) {
      entity.home = home
      places[kind == .official ? "serves" : "of"] = place
    }
    entity.during = thing.interval(.during) ?? .always
    entity.evidence = evidence(of: thing, &places)
    entity.note = thing.words(.note)
    entity.was = thing.formerId(of: Entity.self)
    thing.readOtherKeys(of: &entity)
    dossier.entities.append(Located(entity, at: thing.place, places: places))
  }

  mutating func office(_ id: Office.ID, _ thing: RDFThing) {
    var places: [String: SourceLocation] = [:]
    guard let (home, place) = thing.id(.postIn, .entity, of: Entity.self) else { return }
    places["of"] = place
    var office = Office(
      id, title: thing.needed(.label) ?? id.text, of: home, during: thing.interval(.during) ?? .always,
      evidence: evidence(of: thing, &places), note: thing.words(.note))
    thing.readOtherKeys(of: &office)
    dossier.offices.append(Located(office, at: thing.place, places: places))
  }

  mutating func holding(_ id: Holding.ID, _ thing: RDFThing) {
    var places: [String: SourceLocation] = [:]
    guard let (official, officialPlace) = thing.id(.member, .entity, of: Entity.self),
      let (office, officePlace) = thing.id(.office, .office, of: Office.self)
    else { return }
    (places["official"], places["office"]) = (officialPlace, officePlace)
    var holding = Holding(
      id, official: official, office: office, during: thing.interval(.during) ?? .always,
      evidence: evidence(of: thing, &places), note: thing.words(.note))
    thing.readOtherKeys(of: &holding)
    dossier.holdings.append(Located(holding, at: thing.place, places: places))
  }

  mutating func kind(_ id: RelationKind.ID, _ thing: RDFThing) {
    guard let sentence = thing.needed(.sentence) else { return }
    let kind = RelationKind(
      id, sentence, tone: thing.tone(.tone) ?? .neutral, isDirected: thing.flag(.directed),
      isAffiliation: thing.flag(.affiliation))
    dossier.kinds.append(Located(kind, at: thing.place))
  }

  mutating func relation(_ id: Relation.ID, _ thing: RDFThing, _ phases: [RDFThing]) {
    guard let (kind, kindPlace) = thing.id(.kind, .kind, of: RelationKind.self),
      let (from, fromPlace) = thing.id(.from, .entity, of: Entity.self),
      let (to, toPlace) = thing.id(.to, .entity, of: Entity.self)
    else { return }
    var places = ["kind": kindPlace, "from": fromPlace, "to": toPlace, "between/0": fromPlace, "between/1": toPlace]
    var relation = Relation(
      id, kind, from: from, to: to, isDirected: thing.flag(.directed), phases: [], note: thing.words(.note),
      was: thing.formerId(of: Relation.self))
    for part in RDFThing.inOrder(phases) {
      guard let phaseId: Phase.ID = RDFAddress.id(.phase, in: part.subject.text) else {
        reading.find(.badId, "<\(part.subject.text)> is not the IRI of a phase", at: part.place)
        continue
      }
      part.tellIfMissing(.during)
      places["phases/\(relation.phases.count)"] = part.place
      var phase = Phase(
        phaseId, reads: part.words(.reads), tone: part.tone(.ownTone), during: part.interval(.during) ?? .unknown,
        evidence: evidence(of: part, &places, path: "phases/\(relation.phases.count)/cite"), note: part.words(.note))
      part.readOtherKeys(of: &phase)
      relation.phases.append(phase)
    }
    dossier.relations.append(Located(relation, at: thing.place, places: places))
  }

  mutating func event(_ id: Event.ID, _ thing: RDFThing) {
    thing.tellIfMissing(.during)
    thing.tellIfMissing(.eventType)
    let type = thing.object(.eventType).flatMap { statement -> EventType? in
      let name = statement.object.text
      if name.hasPrefix(RDFVocabulary.dyad.rawValue),
        let type = EventType(rawValue: String(name.dropFirst(RDFVocabulary.dyad.rawValue.count)))
      {
        return type
      }
      reading.find(.badWord, "<\(name)> is not a PLOVER type", at: statement.objectPlace)
      return nil
    }
    var places: [String: SourceLocation] = [:]
    func parties(_ role: RDFName, _ path: String) -> [Entity.ID] {
      let parts = thing.parts(.party).filter { $0.object(.roleType)?.object.text == role.iri }
      return parts.enumerated().compactMap { index, part in
        guard let (party, place) = part.id(.value, .entity, of: Entity.self) else { return nil }
        places["\(path)/\(index)"] = place
        return party
      }
    }
    let numbers = thing.parts(.number).compactMap { part -> Quantity? in
      guard let subject = part.needed(.label), let amount = part.needed(.amount) else { return nil }
      if let quantity = Quantity(subject, amount) { return quantity }
      reading.find(.badQuantity, "'\(amount)' is not a valid amount", at: part.place)
      return nil
    }
    let (actors, recipients) = (parties(.actor, "actors"), parties(.recipient, "recipients"))
    var event = Event(
      id, within: thing.interval(.during) ?? .unknown, what: thing.needed(.label) ?? id.text, type: type ?? .consult,
      mode: thing.words(.mode), actors: actors, recipients: recipients,
      place: thing.words(.placeName).map { .words($0) },
      numbers: numbers, tone: thing.tone(.ownTone), evidence: evidence(of: thing, &places), note: thing.words(.note),
      was: thing.formerId(of: Event.self))
    thing.readOtherKeys(of: &event)
    dossier.events.append(Located(event, at: thing.place, places: places))
  }

  mutating func view(_ id: View.ID, _ thing: RDFThing) {
    var focus = View.Focus.everyone
    if thing.object(.around) != nil, let (ego, _) = thing.id(.around, .entity, of: Entity.self) {
      focus = .around(ego, hops: hops(of: thing))
    } else if thing.object(.from) != nil, let (one, _) = thing.id(.from, .entity, of: Entity.self),
      let (other, _) = thing.id(.to, .entity, of: Entity.self)
    {
      focus = .between(one, other)
    }
    let view = View(
      id, focus, days: thing.interval(.days)?.span, isWindow: thing.flag(.isWindow),
      known: thing.date(.knownOn)?.days.upperBound, title: thing.words(.title), theme: thing.words(.theme),
      filter: Filter(
        only: Set(thing.allWords(.only)), without: Set(thing.allWords(.without)),
        minimumTone: thing.number(.minimumTone) ?? 0))
    dossier.views.append(Located(view, at: thing.place))
  }

  private func hops(of view: RDFThing) -> Int {
    guard let statement = view.object(.hops), let number = view.number(.hops) else { return 1 }
    if let hops = Int(exactly: number), (0...9).contains(hops) { return hops }
    reading.find(.badNumber, "dyad:hops must be a number from 0 to 9", at: statement.objectPlace)
    return 1
  }

  private func evidence(
    of thing: RDFThing, _ places: inout [String: SourceLocation], path: String = "cite"
  ) -> Evidence {
    var evidence = Evidence(known: thing.interval(.known))
    for annotation in reading.annotations(of: thing) {
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
  private func citation(of annotation: RDFThing) -> RDFCitation {
    if let known = annotation.citation { return known }
    var cited = RDFCitation()
    defer { annotation.citation = cited }
    guard let target = annotation.parts(.hasTarget).first else {
      reading.find(.missingKey, "<\(annotation.subject.text)> needs oa:hasTarget with a source", at: annotation.place)
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

  /// Found once, however many annotations share the target.
  private func quote(at target: RDFThing) -> RDFThing? {
    if let known = target.quote { return known }
    let found = target.parts(.hasSelector).first { $0.object(.exact) != nil }
    target.quote = .some(found)
    return found
  }

  private func stance(of annotation: RDFThing) -> Citation.Stance {
    guard let statement = annotation.object(.stance) else { return .asserts }
    switch statement.object.text {
    case RDFName.asserts.iri: return .asserts
    case RDFName.denies.iri: return .denies
    case let other:
      reading.find(.badWord, "<\(other)> is not a stance", at: statement.objectPlace)
      return .asserts
    }
  }
}
