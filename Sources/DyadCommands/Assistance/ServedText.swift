internal import DyadContent
internal import DyadCore
internal import DyadFormats
internal import DyadServer
internal import Foundation

/// A dossier that is read again when one of its files is saved.
actor ServedText {
  nonisolated let path: String
  private let reader: Format.Reader
  private var files: ReadFiles
  private var known: Reading?

  /// What was read at one time.
  struct Reading: Sendable {
    let dossiers: [Dossier]
    let graph: KnowledgeGraph
    let findings: [Diagnostic]
  }

  init(_ path: String) throws {
    (self.path, reader) = (path, try DossierArguments.reader(of: path))
    files = ReadFiles { DossierStamp.of(path, $0) }
  }

  /// The dossier as its files are now.
  func reading() -> Reading {
    if let known, files.areCurrent(known.graph) { return known }
    let reading = files.reading(known?.graph, as: \.graph) {
      let dossiers = reader(path)
      let linked = dossiers.then { KnowledgeGraph.linking($0) }
      let stale = linked.value.staleReviews(in: dossiers.value)
      return Reading(dossiers: dossiers.value, graph: linked.value, findings: linked.diagnostics + stale)
    }
    known = reading
    return reading
  }

  /// The graph; a dossier with errors has none.
  func graph() throws -> KnowledgeGraph {
    let reading = reading()
    let errors = reading.findings.filter { $0.severity == .error }
    guard errors.isEmpty else {
      let shown = errors.sortedByPlace().prefix(20).map(\.description).joined(separator: "\n")
      throw Failure.input("the dossier has errors; the tool 'check' lists all\n\(shown)")
    }
    return reading.graph
  }
}
