internal import DyadCore
internal import DyadEditing

extension WikidataImport {
  /// Adds the item as an entity, or to the one that it is, what that lacks.
  mutating func addEntity(_ item: WikidataItem, to editor: inout DossierEditor) throws(EditError) {
    if let id = entities[item.id] { return try complete(id, from: item, in: &editor) }
    guard let kind = item.kind else {
      // Offices are read for their names.
      if item.statements["P31"] != nil, !isNamed(item.id) { omit("an item of a kind that no dossier has") }
      return
    }
    guard let name = item.label(in: languages) else { return omit("an item without a name") }
    let id = newId(Entity.ID.slug(name), item, editor)
    var keys = [Assignment("id", .text(id)), Assignment("name", .text(name))]
    let names = otherNames(item, besides: [name])
    if !names.isEmpty { keys.append(Assignment("names", .list(names))) }
    if kind == .official, let home = home(of: item) { keys.append(Assignment("serves", .text(home.text))) }
    keys += codes(item).map { Assignment($0.key, .text($0.code)) }
    if kind != .official, let during = existence(of: item) {
      keys.append(Assignment("during", .text(during.description)))
    }
    keys.append(Assignment("cite", try citation(of: item, nil, in: &editor)))
    keys.append(Assignment("basis", .text("attributed")))
    report += try editor.add(Entity.schema(of: kind).form, keys)
    entities[item.id] = Entity.ID(id)
  }

  private func newId(_ slug: String, _ item: WikidataItem, _ editor: DossierEditor) -> String {
    let taken = editor.ids
    return [slug, "\(slug)-\(item.id.lowercased())"].first { Entity.ID.isWellFormed($0) && !taken.contains($0) }
      ?? item.id.lowercased()
  }

  /// The codes and names that the entity of the dossier lacks.
  private mutating func complete(
    _ id: Entity.ID, from item: WikidataItem, in editor: inout DossierEditor
  ) throws(EditError) {
    guard let entity = editor.entities.first(where: { $0.id == id }) else { return }
    var keys = codes(item).filter { entity.codes[$0.key] == nil }.map { Assignment($0.key, .text($0.code)) }
    let names = otherNames(item, besides: Set(entity.names.map(\.text))).filter { name in
      !entity.names.contains { $0.language == name["language"]?.scalar }
    }
    if !names.isEmpty {
      var addition = Assignment("names", .list(names))
      addition.isAddition = true
      keys.append(addition)
    }
    if !keys.isEmpty { report += try editor.edit(id.text, keys) }
  }

  /// P298 is ISO 3166-1 alpha-3.
  private func codes(_ item: WikidataItem) -> [(key: String, code: String)] {
    let iso3 = item.best("P298").compactMap(\.value.text).first.map { [(key: "iso3", code: $0)] } ?? []
    return iso3 + [(key: "wikidata", code: item.id)]
  }

  /// The names in the languages of the dossier besides its first.
  private func otherNames(_ item: WikidataItem, besides known: Set<String>) -> [YAMLValue] {
    languages.dropFirst().compactMap { language in
      guard let name = item.labels[language], !known.contains(name) else { return nil }
      return .mapping([.init("text", .text(name)), .init("language", .text(language))])
    }
  }

  /// P571 is the inception, P576 the dissolution.
  private mutating func existence(of item: WikidataItem) -> Interval? {
    func date(_ property: String) -> PartialDate? {
      let dates = item.best(property).compactMap { statement -> PartialDate? in
        if case .time(let time) = statement.value { time.date } else { nil }
      }
      return dates.min { $0.days.lowerBound < $1.days.lowerBound }
    }
    let (start, end) = (date("P571"), date("P576"))
    for property in ["P571", "P576"] {
      for statement in item.statements[property, default: []] where statement.rank == .deprecated {
        omit("a deprecated statement")
      }
    }
    guard start != nil || end != nil else { return nil }
    return Interval(from: start.map { .date($0) } ?? .open, to: end.map { .date($0) } ?? .open)
  }

  /// The entity of the dossier that a person serves: by citizenship (P27), if it is one.
  func home(of item: WikidataItem) -> Entity.ID? {
    let homes = Set(item.items("P27").compactMap { entities[$0] })
    return homes.count == 1 ? homes.first : nil
  }

  /// Whether a statement of another item names it, such as an office.
  private func isNamed(_ id: String) -> Bool {
    items.values.contains { item in
      ["P39", "P1906", "P1313"].contains { item.items($0).contains(id) }
    }
  }
}
