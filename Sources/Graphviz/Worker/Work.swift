import GraphvizShim

/// A piece of work for Graphviz: it is done in this process or, with the same result, in its worker.
package protocol Work: ByteCodable, Sendable {
  associatedtype Product: ByteCodable & Sendable

  /// What the worker calls this work.
  static var name: UInt8 { get }
  var stage: GraphvizError.Stage { get }
  var permissions: Permissions { get }
  /// The number of nodes and edges, or an estimate.
  var size: Int { get }

  /// The product, or `nil` if Graphviz fails.
  @GraphvizActor func perform() throws(InvalidRequest) -> Product?
}

extension GraphvizActor {
  /// Does a piece of work in this process or, where the isolation says so, in the worker.
  @GraphvizActor
  package static func outcome<Task: Work>(
    of work: Task, in isolation: Isolation? = GraphvizLibrary.isolation
  ) throws(Graph.Failure) -> Session.Outcome<Task.Product> {
    guard let isolation, isolation.applies(to: work) else { return try performed(work) }
    do { return try WorkerProcess.outcome(of: work, isolation) } catch {
      switch error {
      case .failure(let failure): throw failure
      case .stopped(let reason): throw .worker(WorkerError(stage: work.stage, reason: reason))
      }
    }
  }

  /// Does a piece of work in this process.
  @GraphvizActor
  static func performed<Task: Work>(_ work: Task) throws(Graph.Failure) -> Session.Outcome<Task.Product> {
    try Session.run(work.stage, allowing: work.permissions) { () throws(InvalidRequest) in try work.perform() }
  }
}
