internal import DyadCore

extension DossierWalk {
  func source(_ id: String, _ fields: Fields) -> Source {
    var source = Source(Source.ID(id), title: fields.needed("title", of: "a source") ?? id)
    source.publisher = fields.words("publisher")
    source.author = fields.words("author")
    source.published = fields.date("published")
    source.url = fields.address("url")
    source.language = fields.words("language")
    source.note = fields.words("note")
    let content = fields.content("content")
    if let content { source.text = SourceText(content) }
    if let node = fields.node("text"), let path = reading.words(node, "'text'") {
      source.path = path
      if content != nil { return source }
      switch texts.text(at: path) {
      case .success(let text): source.text = SourceText(text)
      case .failure(let refusal): reading.find(.sourceText, refusal.reason, at: node)
      }
    }
    return source
  }

  func entity(_ id: String, _ kind: Entity.Kind, _ fields: Fields) {
    var entity = Entity(Entity.ID(id), kind, name: fields.needed("name", of: "'\(id)'") ?? id)
    entity.short = fields.words("short")
    entity.names += names(fields)
    entity.type = fields.words("type")
    let home = kind == .official ? "serves" : "of"
    entity.home = fields.id(home, as: "home").map { Entity.ID($0) }
    entity.during = fields.interval("during") ?? .always
    entity.evidence = evidence(fields)
    entity.note = fields.words("note")
    entity.was = fields.words("was").map { Entity.ID($0) }
    for register in DossierWalk.registers { entity.codes[register] = fields.words(register) }
    if let node = fields.node("codes"), let codes = Fields(node, "'codes'", reading) {
      for (register, _, value) in codes.entries { entity.codes[register] = reading.words(value, "a code") }
    }
    let offices = kind == .official ? fields.node("offices") : nil
    dossier.entities.append(located(entity, fields))
    if let offices { holdings(of: entity, offices) }
  }

  /// The registers whose codes stand with the other fields of an entity.
  static let registers = ["iso3", "cow", "wikidata"]

  private func names(_ fields: Fields) -> [Name] {
    guard let node = fields.node("names") else { return [] }
    guard let list = node.sequence else {
      reading.find(.wrongShape, "'names' should be a list, not \(node.shape)", at: node)
      return []
    }
    return list.compactMap { item in
      guard let fields = Fields(item, "a name", reading) else { return nil }
      defer { fields.refuseOthers("a name") }
      let (text, language) = (fields.needed("text", of: "a name"), fields.words("language"))
      let during = fields.interval("during") ?? .always
      return text.map { Name($0, language: language, during: during) }
    }
  }

  func office(_ id: String, _ fields: Fields) {
    let title = fields.needed("title", of: "an office") ?? id
    let home = fields.id("of")
    let during = fields.interval("during") ?? .always
    let (evidence, note) = (evidence(fields), fields.words("note"))
    guard let home else { return reading.find(.missingKey, "an office needs 'of'", at: fields.node) }
    let office = Office(
      Office.ID(id), title: title, of: Entity.ID(home), during: during, evidence: evidence, note: note)
    dossier.offices.append(located(office, fields))
  }

  /// An office held, by an id of its own: what no official lists.
  func holding(_ id: String, _ fields: Fields) {
    let (official, office) = (fields.id("official"), fields.id("office"))
    let during = fields.interval("during") ?? .always
    let (evidence, note) = (evidence(fields), fields.words("note"))
    guard let official, let office else {
      return reading.find(.missingKey, "an office held needs 'official' and 'office'", at: fields.node)
    }
    let holding = Holding(
      Holding.ID(id), official: Entity.ID(official), office: Office.ID(office), during: during, evidence: evidence,
      note: note)
    dossier.holdings.append(located(holding, fields))
  }

  static func officeId(title: String, of home: String) -> String { "\(home)/\(slug(title))" }

  static func holdingId(official: String, office: String, during: Interval?) -> String {
    "\(official)/\(office)" + (during.map { "/\($0)" } ?? "")
  }

  /// The offices of an official: each names one, or makes it by its title.
  private func holdings(of official: Entity, _ node: Node) {
    guard let list = node.sequence else {
      return reading.find(.wrongShape, "'offices' should be a list, not \(node.shape)", at: node)
    }
    for item in list {
      reading.places = [:]
      guard let fields = Fields(item, "an office held", reading) else { continue }
      holding(of: official, fields, at: reading.place(of: item))
      fields.refuseOthers("an office held")
    }
  }

  private func holding(of official: Entity, _ fields: Fields, at place: SourceLocation) {
    let titleNode = fields.node("title")
    let title = fields.words("title")
    let named = fields.id("office")
    let home = fields.id("of").map { Entity.ID($0) } ?? official.home
    let during = fields.interval("during")
    let evidence = evidence(fields)
    let note = fields.words("note")
    if titleNode != nil, named != nil {
      reading.find(.unknownKey, "an office held has 'title' or 'office', not both", at: fields.node)
    }
    var office = named.map { Office.ID($0) }
    if let title, office == nil, let home {
      office = Office.ID(DossierWalk.officeId(title: title, of: home.text))
      let made = Located(
        Office(office!, title: title, of: home), at: titleNode.map(reading.place), places: reading.places)
      dossier.offices.append(made)
    } else if title != nil, named == nil {
      return reading.find(
        .missingKey, "an office by its title needs 'of', or an official who serves somebody", at: fields.node)
    }
    guard let office else {
      if titleNode == nil { reading.find(.missingKey, "an office held needs 'title' or 'office'", at: fields.node) }
      return
    }
    let id = DossierWalk.holdingId(official: official.id.text, office: office.text, during: during)
    let holding = Holding(
      Holding.ID(id), official: official.id, office: office, during: during ?? .always, evidence: evidence, note: note)
    dossier.holdings.append(Located(holding, at: place, places: reading.places))
  }
}
