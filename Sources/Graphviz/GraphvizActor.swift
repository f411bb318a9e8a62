import Foundation

/// The isolation domain of all calls of Graphviz.
///
/// Graphviz keeps its state in global variables, so everything from building a graph to freeing it happens on one
/// thread without suspension.
@globalActor
package actor GraphvizActor {
  package static let shared = GraphvizActor()

  private let thread = GraphvizThread()

  package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
}

/// A thread with a stack that deeply nested markup does not overflow; the threads of a pool have 512 KB.
private final class GraphvizThread: SerialExecutor, @unchecked Sendable {
  private let condition = NSCondition()
  private var jobs: [UnownedJob] = []  // guarded by condition

  init() {
    let thread = Thread { [unowned self] in run() }
    thread.name = "Graphviz"
    thread.stackSize = 64 << 20
    thread.start()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    condition.lock()
    jobs.append(job)
    condition.signal()
    condition.unlock()
  }

  private func run() -> Never {
    while true {
      condition.lock()
      while jobs.isEmpty { condition.wait() }
      let next = jobs
      jobs = []
      condition.unlock()
      for job in next { job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
  }
}
