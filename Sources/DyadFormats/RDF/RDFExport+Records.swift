internal import DyadCore
internal import DyadSyntax

/// The statements about each record.
extension RDFExport {
  func write(_ source: Source) {
    syntax.subject(RDFAddress.of(.source, source.id))
    add(.type, .name(.sourceClass))
    add(.type, .name(.provEntity))
    add(.type, .name(source.classOfSchemaOrg))
    add(.title, source.title)
    add(.textKind, source.kind?.rawValue)
    add(.publisher, source.publisher)
    add(.creator, source.author)
    if let date = source.published {
      add(.published, .typed(date.description, .edtf))
      if date.mark == nil { add(.issued, date) }
    }
    if let url = source.url { add(.url, .typed(url, .anyURI)) }
    add(.language, source.language)
    add(.note, source.note)
    add(.path, source.path)
    add(.text, source.text?.text)
    writeOtherKeys(of: source)
  }

  func write(_ entity: Entity) {
    let subject = RDFAddress.of(.entity, entity.id)
    syntax.subject(subject)
    for type in entity.kind.types { add(.type, .name(type)) }
    if entity.evidence != Evidence() { add(.type, .name(.claimClass)) }
    add(.label, entity.names[0].text)
    for name in entity.names.dropFirst() {
      // Only a valid language tag can be the tag of a literal.
      if let language = name.language, RDFText.isLanguageTag(language) {
        add(.altLabel, .tagged(name.text, language: language))
      } else {
        add(.altLabel, name.text)
      }
    }
    add(.short, entity.short)
    add(.sort, entity.type)
    if let home = entity.home { add(.home, .iri(RDFAddress.of(.entity, home))) }
    let isPlain = entity.names[0] == Name(entity.names[0].text)
    let names = entity.names.enumerated().dropFirst(isPlain ? 1 : 0)
    for (index, _) in names { add(.hasName, .iri(RDFPart.name(index).address(in: subject))) }
    let codes = entity.codes.sorted { $0.key < $1.key }
    for (register, _) in codes { add(.hasCode, .iri(RDFPart.code(register: register).address(in: subject))) }
    if let item = entity.codes["wikidata"], item.first == "Q", item.dropFirst().allSatisfy(\.isASCIIDigit) {
      add(.exactMatch, .iri(RDFVocabulary.wd.rawValue + item))
    }
    add(.note, entity.note)
    add(.was, entity.was?.text)
    if entity.during != .always { writeDates(entity.during, of: subject) }
    writeSources(entity.evidence)
    writeOtherKeys(of: entity)
    for (index, name) in names {
      syntax.subject(RDFPart.name(index).address(in: subject))
      add(.type, .name(.nameClass))
      add(.value, name.text)
      add(.inLanguage, name.language)
      if name.during != .always { add(.during, .typed(name.during.description, .edtf)) }
      add(.rank, rank: index)
    }
    for (register, code) in codes {
      syntax.subject(RDFPart.code(register: register).address(in: subject))
      add(.type, .name(.codeClass))
      add(.register, register)
      add(.value, code)
    }
    writeDetails(of: entity.evidence, entity.during == .always ? nil : entity.during, of: subject)
  }

  func write(_ office: Office) {
    let subject = RDFAddress.of(.office, office.id)
    syntax.subject(subject)
    add(.type, .name(.officeClass))
    add(.type, .name(.post))
    add(.type, .name(.claimClass))
    add(.label, office.title)
    add(.postIn, .iri(RDFAddress.of(.entity, office.of)))
    add(.note, office.note)
    if office.during != .always { writeDates(office.during, of: subject) }
    writeSources(office.evidence)
    writeOtherKeys(of: office)
    writeDetails(of: office.evidence, office.during == .always ? nil : office.during, of: subject)
  }

  func write(_ holding: Holding) {
    let subject = RDFAddress.of(.holding, holding.id)
    syntax.subject(subject)
    add(.type, .name(.holdingClass))
    add(.type, .name(.membership))
    add(.type, .name(.claimClass))
    add(.member, .iri(RDFAddress.of(.entity, holding.official)))
    add(.office, .iri(RDFAddress.of(.office, holding.office)))
    if let home = graph.offices[holding.office]?.of {
      add(.inOrganization, .iri(RDFAddress.of(.entity, home)))
    }
    add(.note, holding.note)
    if holding.during != .always {
      writeDates(holding.during, of: subject)
      add(.memberDuring, .iri(RDFPart.interval.address(in: subject)))
    }
    writeSources(holding.evidence)
    writeOtherKeys(of: holding)
    writeDetails(of: holding.evidence, holding.during == .always ? nil : holding.during, of: subject)
  }

  func write(_ kind: RelationKind) {
    syntax.subject(RDFAddress.of(.kind, kind.id))
    add(.type, .name(.kindClass))
    add(.type, .name(.property))
    add(.sentence, kind.sentence)
    add(.tone, kind.tone.value)
    add(.directed, kind.isDirected)
    add(.affiliation, kind.isAffiliation)
  }

  func write(_ relation: Relation) {
    let kind = RDFAddress.of(.kind, relation.kind)
    let (from, to) = (RDFAddress.of(.entity, relation.from), RDFAddress.of(.entity, relation.to))
    let address = RDFAddress.of(.relation, relation.id)
    syntax.subject(address)
    add(.type, .name(.relationClass))
    add(.kind, .iri(kind))
    add(.from, .iri(from))
    add(.to, .iri(to))
    let mediator = relation.mediator.map { RDFAddress.of(.entity, $0) }
    if let mediator { add(.mediator, .iri(mediator)) }
    add(.directed, relation.isDirected)
    add(.note, relation.note)
    add(.was, relation.was?.text)
    let standard = graph.kind(of: relation).tone
    for (index, phase) in relation.phases.enumerated() {
      let subject = RDFAddress.of(.phase, phase.id)
      syntax.subject(subject)
      add(.type, .name(.phaseClass))
      add(.type, .name(.claimClass))
      add(.type, .name(.statement))
      add(.type, .name(.provEntity))
      add(.phaseOf, .iri(address))
      add(.rank, rank: index + 1)
      add(.subject, .iri(from))
      add(.predicate, .iri(kind))
      add(.object, .iri(to))
      if let mediator { add(.mediator, .iri(mediator)) }
      add(.reads, phase.reads)
      add(.tone, (phase.tone ?? standard).value)
      add(.ownTone, phase.tone?.value)
      add(.note, phase.note)
      writeDates(phase.during, of: subject)
      writeSources(phase.evidence)
      writeOtherKeys(of: phase)
      writeDetails(of: phase.evidence, phase.during, of: subject)
    }
  }

  func write(_ event: Event) {
    let subject = RDFAddress.of(.event, event.id)
    syntax.subject(subject)
    add(.type, .name(.eventClass))
    add(.type, .name(.claimClass))
    add(.type, .name(.semEvent))
    add(.type, .name(.schemaEvent))
    add(.label, event.what)
    add(.eventType, .name(.of(event.type)))
    add(.mode, event.mode)
    for party in event.parties { add(.hasActor, .iri(RDFAddress.of(.entity, party))) }
    if let place = event.place {
      add(.placeName, place.text)
      if let entity = place.entity { add(.hasPlace, .iri(RDFAddress.of(.entity, entity))) }
    }
    let roles = event.roles
    for role in roles { add(.party, .iri(role.part.address(in: subject))) }
    for entity in event.affects { add(.affects, .iri(RDFAddress.of(.entity, entity))) }
    // Beside the links, which are claims of their own, for queries that need no evidence.
    for link in event.links { add(link.kind.property, .iri(RDFAddress.of(.event, link.target))) }
    for index in event.numbers.indices { add(.number, .iri(RDFPart.number(index + 1).address(in: subject))) }
    add(.tone, event.tone.value)
    add(.ownTone, event.ownTone?.value)
    add(.note, event.note)
    add(.was, event.was?.text)
    writeDates(event.within, of: subject)
    writeStamps(event.within)
    writeSources(event.evidence)
    writeOtherKeys(of: event)
    for role in roles {
      syntax.subject(role.part.address(in: subject))
      add(.type, .name(.role))
      switch role.party {
      case .entity(let entity): add(.value, .iri(RDFAddress.of(.entity, entity)))
      case .described(let participant):
        add(.described, participant.words)
        add(.amount, participant.number?.amount)
      }
      add(.roleType, .name(role.type))
      add(.rank, rank: role.rank)
    }
    for (index, number) in event.numbers.enumerated() {
      syntax.subject(RDFPart.number(index + 1).address(in: subject))
      add(.type, .name(.quantityClass))
      add(.label, number.subject)
      add(.amount, number.amount)
      add(.rank, rank: index + 1)
    }
    writeDetails(of: event.evidence, event.within, of: subject)
    for (index, link) in event.links.enumerated() { write(link, rank: index + 1, of: subject) }
  }

  private func write(_ link: EventLink, rank: Int, of event: String) {
    let subject = RDFAddress.of(.link, link.id)
    syntax.subject(subject)
    add(.type, .name(.linkClass))
    add(.type, .name(.claimClass))
    add(.type, .name(.statement))
    add(.linkOf, .iri(event))
    add(.rank, rank: rank)
    add(.subject, .iri(event))
    add(.predicate, .name(link.kind.property))
    add(.object, .iri(RDFAddress.of(.event, link.target)))
    add(.note, link.note)
    writeSources(link.evidence)
    writeOtherKeys(of: link)
    writeDetails(of: link.evidence, nil, of: subject)
  }

  func write(_ view: View) {
    syntax.subject(RDFAddress.of(.view, view.id))
    add(.type, .name(.viewClass))
    switch view.focus {
    case .everyone: break
    case .between(let one, let other):
      add(.from, .iri(RDFAddress.of(.entity, one)))
      add(.to, .iri(RDFAddress.of(.entity, other)))
    case .around(let ego, let hops):
      add(.around, .iri(RDFAddress.of(.entity, ego)))
      add(.hops, rank: hops)
    }
    if let days = view.days {
      let interval = Interval(days)
      add(.days, "\(interval.start)/\(interval.end)")
      add(.isWindow, view.isWindow)
    }
    if let known = view.known { add(.knownOn, known) }
    add(.title, view.title)
    add(.standfirst, view.standfirst)
    add(.credit, view.credit)
    add(.detail, view.detail?.rawValue)
    add(.theme, view.theme)
    view.filter.only.sorted().forEach { add(.only, $0) }
    view.filter.without.sorted().forEach { add(.without, $0) }
    if view.filter.minimumTone != 0 { add(.minimumTone, view.filter.minimumTone) }
    writeOtherKeys(of: view)
  }
}

extension EventLink.Kind {
  /// The property between the two events.
  var property: RDFName {
    switch self {
    case .leadsTo: .leadsTo
    case .inReturnFor: .inReturnFor
    case .respondsTo: .respondsTo
    case .partOf: .partOf
    }
  }
}

extension Event {
  /// A part in the event: of an entity, or of a participant by description.
  fileprivate struct Role {
    enum Party {
      case entity(Entity.ID)
      case described(DescribedParticipant)
    }
    var part: RDFPart
    var type: RDFName
    var rank: Int
    var party: Party
  }

  /// The actors, then the recipients; in each, those by description come last.
  fileprivate var roles: [Role] {
    func roles(
      _ type: RDFName, _ part: (Int) -> RDFPart, _ entities: [Entity.ID], _ described: [DescribedParticipant]
    ) -> [Role] {
      (entities.map(Role.Party.entity) + described.map(Role.Party.described)).enumerated().map { index, party in
        Role(part: part(index + 1), type: type, rank: index + 1, party: party)
      }
    }
    return roles(.actor, RDFPart.actor, actors, describedActors)
      + roles(.recipient, RDFPart.recipient, recipients, describedRecipients)
  }
}

extension Entity.Kind {
  /// The class of dyad first, then those of other vocabularies.
  fileprivate var types: [RDFName] {
    switch self {
    case .state: [RDFName(.dyad, "State"), .country, .semActor]
    case .group: [RDFName(.dyad, "Group"), .organization, .semActor]
    case .organization: [RDFName(.dyad, "Organization"), .organization, .semActor]
    case .official: [RDFName(.dyad, "Official"), .person, .semActor]
    case .place: [RDFName(.dyad, "Place"), .place, .semPlace]
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
