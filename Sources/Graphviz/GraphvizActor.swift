internal import Foundation

/// The one thread that may call Graphviz: it keeps its state in globals, and not even reading is safe from two threads.
///
///     @GraphvizActor func work() { … }
@globalActor
public actor GraphvizActor {
  public static let shared = GraphvizActor()
  private static let executor = ThreadExecutor()

  public nonisolated var unownedExecutor: UnownedSerialExecutor { GraphvizActor.executor.asUnownedSerialExecutor() }
}

/// Runs jobs in order on a thread whose stack is deep enough for labels nested deeply.
private final class ThreadExecutor: SerialExecutor, @unchecked Sendable {
  private let condition = NSCondition()
  private var jobs: [UnownedJob] = []

  init() {
    let thread = Thread { [self] in
      while true { next().runSynchronously(on: asUnownedSerialExecutor()) }
    }
    thread.name = "graphviz"
    thread.stackSize = 64 << 20
    thread.start()
  }

  private func next() -> UnownedJob {
    condition.lock()
    defer { condition.unlock() }
    while jobs.isEmpty { condition.wait() }
    return jobs.removeFirst()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    condition.lock()
    jobs.append(job)
    condition.unlock()
    condition.signal()
  }
}
