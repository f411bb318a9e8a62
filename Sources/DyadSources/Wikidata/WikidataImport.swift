internal import DyadCore
package import DyadEditing

/// Adds what items of Wikidata state to a dossier, each statement as a claim that is attributed to Wikidata.
///
///     var facts = WikidataImport(reader, languages: ["ur"])
///     let report = try facts.add(to: &editor)
package struct WikidataImport {
  let items: [String: WikidataItem]
  let languages: [String]
  /// The entity of the dossier for each item.
  var entities: [String: Entity.ID] = [:]
  /// How often something was left out, by reason.
  var omissions: [String: Int] = [:]
  var report: [String] = []

  /// - Parameter languages: the languages of names, the first of which is that of the dossier.
  package init(_ reader: WikidataReader, languages: [String]) {
    (items, self.languages) = (reader.items, languages.isEmpty ? ["en"] : languages)
  }

  var ordered: [WikidataItem] {
    items.values.sorted { (Int($0.id.dropFirst()) ?? 0) < (Int($1.id.dropFirst()) ?? 0) }
  }

  /// Adds all of it: entities, offices held, diplomatic relations.
  package mutating func add(to editor: inout DossierEditor) throws(EditError) -> [String] {
    match(editor)
    for item in ordered { try addEntity(item, to: &editor) }
    for item in ordered {
      try addOffices(of: item, to: &editor)
      try addHeads(of: item, to: &editor)
      try addRelations(of: item, to: &editor)
    }
    let left = omissions.sorted { $0.key < $1.key }.map { "left out: \($0.key) (\($0.value))" }
    return report + left
  }

  mutating func omit(_ reason: String) { omissions[reason, default: 0] += 1 }

  /// The entities of the dossier that items are: by the Wikidata id, the code of ISO 3166-1, or else the name.
  private mutating func match(_ editor: DossierEditor) {
    let known = editor.entities
    for item in ordered {
      let iso3 = item.best("P298").compactMap(\.value.text).first
      let names = Set(item.labels.values.map { $0.lowercased() })
      if let same = known.first(where: { $0.codes["wikidata"] == item.id }) {
        entities[item.id] = same.id
      } else if let iso3, let same = known.first(where: { $0.codes["iso3"] == iso3 }) {
        entities[item.id] = same.id
      } else if let kind = item.kind,
        let same = known.first(where: { entity in
          entity.kind == kind && entity.codes["wikidata"] == nil
            && (entity.names.map(\.text) + [entity.short].compactMap { $0 }).contains {
              names.contains($0.lowercased())
            }
        })
      {
        entities[item.id] = same.id
        report.append("\(item.id) is taken for \(kind) '\(same.id)', which has the same name")
      }
    }
  }

  // MARK: Evidence

  /// A citation of the item's source, which is added on first use.
  func citation(of item: WikidataItem, _ statement: WikidataItem.Statement?, in editor: inout DossierEditor)
    throws(EditError) -> YAMLValue
  {
    let source = "wikidata-\(item.id.lowercased())"
    if !editor.ids.contains(source) {
      let label = item.label(in: languages) ?? item.id
      var keys = [
        Assignment("id", .text(source)), Assignment("title", .text("\(label) (\(item.id)) in Wikidata")),
        Assignment("kind", .text("dataset")), Assignment("publisher", .text("Wikidata")),
        Assignment("url", .text("https://www.wikidata.org/wiki/\(item.id)")),
        Assignment("note", .text("CC0." + (item.revision.map { " Revision \($0)." } ?? ""))),
      ]
      if let modified = item.modified { keys.append(Assignment("published", .text(modified.description))) }
      _ = try editor.add(Source.schema.form, keys)
    }
    let references = (statement?.references ?? []).compactMap { reference -> String? in
      switch reference {
      case .item(let id): "stated in \(items[id]?.label(in: languages) ?? id)"
      case .text(let address): address
      default: nil
      }
    }
    var seen: Set<String> = []
    let parts = ([statement.map { "Statement \($0.id)" }].compactMap { $0 } + references).filter {
      seen.insert($0).inserted
    }
    return .list([
      .mapping(
        [.init("source", .text(source)), .init("speaker", .text("Wikidata"))]
          + (parts.isEmpty ? [] : [.init("note", .text(parts.joined(separator: "; ")))]))
    ])
  }

  // MARK: Times

  /// When a statement holds, by its qualifiers; a missing end is open only where the statement is preferred.
  mutating func during(_ statement: WikidataItem.Statement, of item: WikidataItem) -> Interval? {
    let start = bound(statement.qualifiers["P580"], missing: .unknown)
    let end = bound(statement.qualifiers["P582"], missing: statement.rank == .preferred ? .open : .unknown)
    guard let start, let end, let interval = Interval(from: start == .open ? .unknown : start, to: end) else {
      omit("a statement whose times contradict each other")
      return nil
    }
    return interval
  }

  private mutating func bound(_ values: [WikidataItem.Value]?, missing: Interval.Bound) -> Interval.Bound? {
    guard let values, !values.isEmpty else { return missing }
    guard values.count == 1 else { return nil }
    switch values[0] {
    case .time(let time):
      if time.date == nil { omit("a time coarser than a year; it is unknown in the dossier") }
      return time.date.map { .date($0) } ?? .unknown
    case .none: return .open
    default: return .unknown
    }
  }
}
