internal import Synchronization

/// What has been found in the records of a graph, once for its many snapshots and pictures.
///
/// It is a part of the graph, so that no finding may contain the graph.
final class GraphFindings: Sendable {
  private struct Key: Hashable {
    var kind: ObjectIdentifier
    var known: Day?
  }

  private let found = Mutex<[Key: any Sendable]>([:])

  /// - Parameter find: finds it if it is not known yet; two threads that ask at the same time may both find it.
  func found<Finding: Sendable>(known: Day?, _ find: () -> Finding) -> Finding {
    let key = Key(kind: ObjectIdentifier(Finding.self), known: known)
    if let finding = found.withLock({ $0[key] }) as? Finding { return finding }
    let finding = find()
    return found.withLock { found in
      if let first = found[key] as? Finding { return first }
      found[key] = finding
      return finding
    }
  }
}
