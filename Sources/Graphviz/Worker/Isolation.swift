internal import Synchronization

/// Which layouts and paintings run in a worker process, and what they may cost.
///
/// Graphviz, cairo and Pango may crash, never end or use all memory for some input, and no call cancels a layout. A worker
/// process is stopped instead, and this process goes on. The worker is an executable that calls
/// `GraphvizWorker.serveIfRequested()` first, usually this one.
///
///     GraphvizLibrary.isolation = Isolation(.everything, timeLimit: 10)
///     defer { GraphvizLibrary.isolation = nil }
///     let svg = try await Graph(dot: "digraph { a -> b }").picture(as: .svg)
public struct Isolation: Sendable, Hashable {
  /// Which work the worker does.
  ///
  ///     let isolation = Isolation(.large)
  public enum Scope: Sendable, Hashable {
    /// Graphs with more than `Isolation.largest` nodes and edges.
    case large
    /// All graphs: they are not one's own, or time is limited.
    case everything
  }

  /// The most nodes and edges of a graph that is drawn in this process with `Scope.large`.
  public static let largest = 2000

  /// Which work the worker does.
  public var scope: Scope
  /// The longest time for one layout or painting, in seconds.
  public var timeLimit: Double
  /// The largest address space of the worker, in bytes.
  public var memoryLimit: Int
  /// The path of the executable of the worker; `nil` for that of this process.
  public var executable: String?

  /// Creates the limits: by default a minute and 3 GB.
  public init(
    _ scope: Scope, timeLimit: Double = 60, memoryLimit: Int = 3 << 30, executable: String? = nil
  ) {
    (self.scope, self.timeLimit, self.memoryLimit, self.executable) = (scope, timeLimit, memoryLimit, executable)
  }

  package func applies(to work: some Work) -> Bool {
    scope == .everything || work.size > Isolation.largest
  }
}

extension GraphvizLibrary {
  private static let chosen = Mutex<Isolation?>(nil)

  /// Where layouts and paintings run: initially all in this process.
  public static var isolation: Isolation? {
    get { chosen.withLock { $0 } }
    set { chosen.withLock { $0 = newValue } }
  }
}
