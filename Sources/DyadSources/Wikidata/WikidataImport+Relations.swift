internal import DyadCore
internal import DyadEditing

extension WikidataImport {
  /// P530: diplomatic relations, between two entities of the dossier.
  mutating func addRelations(of item: WikidataItem, to editor: inout DossierEditor) throws(EditError) {
    guard let one = entities[item.id] else { return }
    for statement in item.statements["P530", default: []] {
      guard let target = usable(statement) else { continue }
      guard let other = entities[target] else {
        omit("diplomatic relations with an entity that the dossier does not have")
        continue
      }
      guard one != other, var during = during(statement, of: item) else { continue }
      if during.start == .unknown, let modified = item.modified {
        // It was so when the item was last changed, unless it says that it had ended.
        during = Interval(from: .onOrBefore(modified), to: during.end) ?? during
      }
      let ties = editor.dossiers.value.flatMap(\.relations).map(\.value).first { relation in
        Set(relation.parties) == [one, other] && relation.kind == "ties"
      }
      if let ties {
        // The other side states it, too.
        if !ties.phases.contains(where: { $0.reads == WikidataImport.reading }) {
          omit("diplomatic relations of two that have ties in the dossier")
        }
        continue
      }
      let phase: YAMLValue = .mapping([
        .init("during", .text(during.description)), .init("reads", .text(WikidataImport.reading)),
        .init("cite", try citation(of: item, statement, in: &editor)), .init("basis", .text("attributed")),
      ])
      let (id, taken) = ("\(one)-\(other)", editor.ids)
      report += try editor.add(
        Relation.schema.form,
        [
          Assignment("id", .text(taken.contains(id) ? "\(id)-ties" : id)),
          Assignment("between", .list([.text(one.text), .text(other.text)])), Assignment("kind", .text("ties")),
          Assignment("phases", .list([phase])),
        ])
    }
  }

  private static let reading = "diplomatic relations"
}
