internal import DyadCore

/// The same records and findings some lines further down.
struct Move: Equatable {
  let lines: Int
  /// Where the file names the source of citations that name none.
  let source: SourceLocation?

  /// The place of that source while a part is read without its file.
  static let elsewhere = SourceLocation(file: "", line: 0, column: 0)

  func callAsFunction(_ place: SourceLocation) -> SourceLocation {
    place == Move.elsewhere
      ? source ?? place : SourceLocation(file: place.file, line: place.line + lines, column: place.column)
  }

  func callAsFunction(_ finding: Diagnostic) -> Diagnostic {
    var moved = finding
    moved.place = finding.place.map { self($0) }
    moved.notes = finding.notes.map { Diagnostic.Note($0.message, at: $0.place.map { self($0) }) }
    return moved
  }

  func callAsFunction<Value>(_ located: Located<Value>) -> Located<Value> {
    Located(located.value, at: located.place.map { self($0) }, places: located.places.mapValues { self($0) })
  }

  func callAsFunction(_ dossier: Dossier) -> Dossier {
    var moved = dossier
    moved.title = dossier.title.map { self($0) }
    moved.sources = dossier.sources.map { self($0) }
    moved.defaultSources = dossier.defaultSources.map { self($0) }
    moved.entities = dossier.entities.map { self($0) }
    moved.offices = dossier.offices.map { self($0) }
    moved.holdings = dossier.holdings.map { self($0) }
    moved.kinds = dossier.kinds.map { self($0) }
    moved.relations = dossier.relations.map { self($0) }
    moved.events = dossier.events.map { self($0) }
    moved.phaseStarts = dossier.phaseStarts.map { self($0) }
    moved.accepted = dossier.accepted.map { self($0) }
    moved.counts = dossier.counts.map { self($0) }
    moved.views = dossier.views.map { self($0) }
    moved.reviews = dossier.reviews.map { self($0) }
    moved.rejected = dossier.rejected.map { self($0) }
    return moved
  }
}
