public import DyadCore

/// The records of dossiers as one sorted line each, for comparing two versions.
///
///     ClaimList(dossiers).text
///     // event ferry-agreement | on 2014-04-12 | what Marrow lands at Porto Vello … | cite {source: herald, …}
///
/// References are not resolved, so a single file of a dossier can be listed.
public struct ClaimList: Sendable {
  /// The lines, sorted.
  public let lines: [String]

  /// The lines of all records.
  public init(_ dossiers: [Dossier]) {
    lines = dossiers.flatMap(ClaimList.lines).sorted()
  }

  /// The lines, each with a line end.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  private static func lines(_ dossier: Dossier) -> [String] {
    let title = dossier.title.map { ["dossier | title \($0.value)"] } ?? []
    let phases = dossier.relations.map(\.value).flatMap { relation in
      relation.phases.map { line("phase \(relation.id)", $0) }
    }
    return title + dossier.sources.map { line("source \($0.value.id)", $0.value) }
      + dossier.entities.map { line("\($0.value.kind) \($0.value.id)", $0.value, was: $0.value.was?.text) }
      + dossier.offices.map { line("office \($0.value.id)", $0.value) }
      + dossier.holdings.map { line("holding \($0.value.official)", $0.value) }
      + dossier.kinds.map { line("kind \($0.value.id)", $0.value) }
      + dossier.relations.map { line("relation \($0.value.id)", $0.value, was: $0.value.was?.text) } + phases
      + dossier.events.map { line("event \($0.value.id)", $0.value, was: $0.value.was?.text) }
      + dossier.views.map { line("view \($0.value.id)", $0.value) }
  }

  private static func line(_ name: String, _ thing: some Itemized, was: String? = nil) -> String {
    // The line of an entity begins with its kind.
    let fields =
      thing.fields(in: nil).filter { !(thing is Entity) || $0.name != "kind" }
      + (was.map { [Field("was", .words($0))] } ?? [])
    return ([name] + fields.map { "\($0.name) \($0.value)" }).joined(separator: " | ")
  }
}
