internal import DyadCore
internal import DyadReport

/// The dossier as it stands now: read again when a file of it was saved, and kept as it was while it has mistakes.
actor Workbench {
  private let read: @Sendable () -> Checked<KnowledgeGraph>
  private let stamp: @Sendable (KnowledgeGraph) -> [String]
  private let known: Day?

  private(set) var site: Site
  private(set) var diagnostics: [Diagnostic] = []
  /// Counts up with every change.
  private(set) var version = 1
  private var lastStamp: [String]
  /// What was made of this version, and what is being made, so that many who ask for the same wait for one.
  private var made: [String: Task<Site.File?, any Error>] = [:]
  private static let mostMade = 100

  init(
    known: Day?, read: @escaping @Sendable () -> Checked<KnowledgeGraph>,
    stamp: @escaping @Sendable (KnowledgeGraph) -> [String]
  ) {
    (self.known, self.read, self.stamp) = (known, read, stamp)
    let checked = read()
    site = Site(checked.value, known: known, isLive: true)
    diagnostics = checked.errors.isEmpty ? [] : checked.diagnostics
    lastStamp = stamp(checked.value)
  }

  /// Looks whether something was saved, and reads it.
  func look() {
    let now = stamp(site.graph)
    guard now != lastStamp else { return }
    lastStamp = now
    let checked = read()
    version += 1
    if checked.errors.isEmpty {
      (site, diagnostics) = (Site(checked.value, known: known, isLive: true), [])
      // A new text of a source is watched from now on.
      lastStamp = stamp(checked.value)
    } else {
      diagnostics = checked.diagnostics
    }
    made = [:]
  }

  func file(_ name: String, making make: @escaping @Sendable (Site) async throws -> Site.File?) async throws -> Site
    .File?
  {
    if let task = made[name] { return try await task.value }
    if made.count >= Workbench.mostMade { made = [:] }
    let task = Task { [site] in try await make(site) }
    made[name] = task
    return try await task.value
  }
}
