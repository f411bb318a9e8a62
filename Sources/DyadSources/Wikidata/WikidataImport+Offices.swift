internal import DyadCore
internal import DyadEditing

extension WikidataImport {
  /// P39: the positions that a person held.
  mutating func addOffices(of item: WikidataItem, to editor: inout DossierEditor) throws(EditError) {
    guard item.kind == .official, let official = entities[item.id] else { return }
    for statement in item.statements["P39", default: []] {
      guard let position = usable(statement) else { continue }
      guard let title = items[position]?.label(in: languages) else {
        omit("an office whose name is not in the files: \(position)")
        continue
      }
      let homes =
        (["P642", "P1001", "P2389"].flatMap { statement.qualifiers[$0] ?? [] }.compactMap(\.item))
        + ["P1001", "P2389", "P17"].flatMap { items[position]?.items($0) ?? [] }
      let serves = editor.entities.first { $0.id == official }?.home
      guard let home = homes.compactMap({ entities[$0] }).first ?? serves else {
        omit("an office of an entity that the dossier does not have: \(title)")
        continue
      }
      try hold(Post(title: title, home: home, serves: serves), official, statement, of: item, in: &editor)
    }
  }

  /// P35 and P6: the heads of a state and of its government.
  mutating func addHeads(of item: WikidataItem, to editor: inout DossierEditor) throws(EditError) {
    guard let home = entities[item.id], item.kind != .official else { return }
    // P1906 and P1313 name the office.
    for (property, office, fallback) in [("P35", "P1906", "Head of State"), ("P6", "P1313", "Head of Government")] {
      let title = item.items(office).compactMap { items[$0]?.label(in: languages) }.first ?? fallback
      for statement in item.statements[property, default: []] {
        guard let person = usable(statement) else { continue }
        guard let official = entities[person] else {
          omit("a head of state or government who is not in the files: \(person)")
          continue
        }
        let serves = editor.entities.first { $0.id == official }?.home
        try hold(Post(title: title, home: home, serves: serves), official, statement, of: item, in: &editor)
      }
    }
  }

  /// An office, and the entity that its holder serves.
  private struct Post {
    var title: String
    var home: Entity.ID
    var serves: Entity.ID?
    var office: Office.ID { Office.ID(title: title, of: home) }
  }

  private mutating func hold(
    _ post: Post, _ official: Entity.ID, _ statement: WikidataItem.Statement, of item: WikidataItem,
    in editor: inout DossierEditor
  ) throws(EditError) {
    guard let during = during(statement, of: item) else { return }
    let held = editor.dossiers.value.flatMap(\.holdings).map(\.value)
    if let same = held.first(where: {
      $0.official == official && $0.office == post.office && $0.during.span.overlaps(during.span)
    }) {
      // Both the person and the state may state it.
      if same.during != during { omit("an office that the dossier has with other dates: '\(same.id)'") }
      return
    }
    var keys = [
      Assignment("official", .text(official.text)), Assignment("title", .text(post.title)),
      Assignment("during", .text(during.description)),
      Assignment("cite", try citation(of: item, statement, in: &editor)), Assignment("basis", .text("attributed")),
    ]
    if post.serves != post.home { keys.insert(Assignment("of", .text(post.home.text)), at: 2) }
    report += try editor.add(Holding.schema.form, keys)
  }

  /// The item that a statement names, unless it is deprecated or names none.
  mutating func usable(_ statement: WikidataItem.Statement) -> String? {
    guard statement.rank != .deprecated else {
      omit("a deprecated statement")
      return nil
    }
    guard let item = statement.value.item else {
      omit("a statement whose value is unknown or none")
      return nil
    }
    return item
  }
}
