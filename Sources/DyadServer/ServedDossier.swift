package import DyadCore
package import DyadReport

/// The current dossier: read again when one of its files is saved; while it has errors, the last valid version.
package actor ServedDossier {
  private let read: @Sendable () -> Checked<KnowledgeGraph>
  private var files: ReadFiles
  private let known: Day?

  private(set) var site: Site
  private(set) var diagnostics: [Diagnostic] = []
  /// Increases with every change.
  private(set) var version = 1
  /// The files of this version that are made or being made, so that equal requests share one task.
  private var cached: [String: Task<Site.File?, any Error>] = [:]
  private static let maximumCached = 100

  package init(
    known: Day?, read: @escaping @Sendable () -> Checked<KnowledgeGraph>,
    stamp: @escaping @Sendable (KnowledgeGraph) -> [String]
  ) {
    (self.known, self.read) = (known, read)
    let checked = read()
    site = Site(checked.value, known: known, isLive: true)
    diagnostics = checked.errors.isEmpty ? [] : checked.diagnostics
    files = ReadFiles(stamp)
    files.note(checked.value)
  }

  /// Reads the dossier again if a file was saved.
  func refresh() {
    let graph = site.graph
    guard !files.areCurrent(graph) else { return }
    // The new version may have further files to watch.
    let checked = files.reading(graph, as: { $0.errors.isEmpty ? $0.value : graph }, read)
    version += 1
    if checked.errors.isEmpty {
      (site, diagnostics) = (Site(checked.value, known: known, isLive: true), [])
    } else {
      diagnostics = checked.diagnostics
    }
    cached = [:]
  }

  /// A file of the site, made once for each version.
  package func file(
    _ name: String, making make: @escaping @Sendable (Site) async throws -> Site.File?
  ) async throws -> Site.File? {
    if let task = cached[name] { return try await task.value }
    if cached.count >= ServedDossier.maximumCached { cached = [:] }
    let task = Task { [site] in try await make(site) }
    cached[name] = task
    do { return try await task.value } catch {
      // Whatever failed may work at the next request.
      if cached[name] == task { cached[name] = nil }
      throw error
    }
  }
}
