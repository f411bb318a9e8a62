package import DyadCore

/// The state of the files of a dossier when they were read, which shows whether one was saved since.
package struct ReadFiles: Sendable {
  /// A value that changes when a file of the graph is saved.
  private let stamp: @Sendable (KnowledgeGraph) -> [String]
  private var last: [String] = []

  package init(_ stamp: @escaping @Sendable (KnowledgeGraph) -> [String]) { self.stamp = stamp }

  /// Whether no file of the graph was saved since it was read.
  package func areCurrent(_ graph: KnowledgeGraph) -> Bool { stamp(graph) == last }

  /// Notes that the files are now those of the graph.
  package mutating func note(_ graph: KnowledgeGraph) { last = stamp(graph) }

  /// Reads the files. One that is saved meanwhile, after it was read or before it was written to its end, counts as saved since.
  ///
  /// - Parameters:
  ///   - old: what was read before, if anything.
  ///   - graph: the graph of a result, which may have other files.
  package mutating func reading<Result>(
    _ old: KnowledgeGraph?, as graph: (Result) -> KnowledgeGraph, _ read: () -> Result
  ) -> Result {
    let before = old.map(stamp)
    let result = read()
    note(graph(result))
    if let old, let before, stamp(old) != before { last = before }
    return result
  }
}
