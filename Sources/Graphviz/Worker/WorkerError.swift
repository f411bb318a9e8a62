/// The worker process did not finish a layout or a painting. The next one starts a new worker.
///
///     do {
///       _ = try await Graph(dot: "digraph { a -> b }").picture(as: .png)
///     } catch .worker(let error) {
///       print(error)  // Graphviz did not lay out with dot within 10 s
///     }
public struct WorkerError: Error, Hashable, Sendable {
  /// What stopped the worker.
  ///
  ///     let reason = WorkerError.Reason.timeLimit(60)
  ///     if case .timeLimit(let seconds) = reason { print("more than", seconds, "seconds") }
  public enum Reason: Hashable, Sendable {
    /// It took longer than this many seconds.
    case timeLimit(Double)
    /// It ended by this signal, having used so many bytes of those it may use.
    case crash(signal: Int32, memory: Int, limit: Int)
    /// It ended with this exit status: Graphviz ends the process where it cannot go on.
    case exit(status: Int32, memory: Int, limit: Int)
    /// It cannot be started, or does not answer as a worker does.
    case unusable(String)
  }

  /// The step that was not finished.
  public var stage: GraphvizError.Stage
  /// What stopped the worker.
  public var reason: Reason
  /// What was drawn, as words: "the view of 'egypt' and 'israel'".
  public var subject: String?

  /// Creates an error of one step.
  public init(stage: GraphvizError.Stage, reason: Reason, subject: String? = nil) {
    (self.stage, self.reason, self.subject) = (stage, reason, subject)
  }
}

extension WorkerError: CustomStringConvertible {
  /// The step, what happened and what would help, on one line.
  public var description: String {
    (subject.map { "\($0): " } ?? "") + event
  }

  private var event: String {
    switch reason {
    case .timeLimit(let seconds):
      "Graphviz did not \(stage) within \(WorkerError.number(seconds)) s and was stopped; show less, or allow more time"
    case .crash(let signal, let memory, let limit):
      "Graphviz failed to \(stage): its process ended by signal \(signal)\(WorkerError.memory(memory, of: limit))"
    case .exit(let status, let memory, let limit):
      "Graphviz failed to \(stage): its process exited with \(status)\(WorkerError.memory(memory, of: limit))"
    case .unusable(let reason): "Graphviz could not \(stage) in a process of its own: \(reason)"
    }
  }

  private static func number(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
  }

  /// Under a limit of memory, a failed allocation is a crash, so the memory in use says more than the signal.
  private static func memory(_ used: Int, of limit: Int) -> String {
    let most = "of \(limit >> 20) MB"
    return used > limit / 4
      ? ", using \(used >> 20) \(most) of memory; show less, or use a lower resolution"
      : "; show less, or another view"
  }
}
