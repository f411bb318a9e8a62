/// A mistake of the caller, found before Graphviz runs or before it renders.
///
/// The graph contains a value that is not allowed (see `Permissions`), the layout has no position for a node, or the
/// picture would have too many pixels.
///
///     let graph = Graph("g", nodes: [Node("a", ["sides": 1_000_000])])
///     do {
///       _ = try await graph.layout()
///     } catch .invalidRequest(let error) {
///       print(error.reasons)  // ["node 'a': 'sides' is '1000000'; expected numbers from 0 to 100"]
///     }
public struct InvalidRequest: Error, Hashable, Sendable {
  /// All mistakes that were found; never empty.
  public var reasons: [String]

  /// Creates an error with one reason for each mistake.
  public init(_ reasons: [String]) { self.reasons = reasons }
}

extension InvalidRequest: CustomStringConvertible {
  /// The reasons, on one line.
  public var description: String { reasons.joined(separator: "; ") }
}

extension Graph {
  /// The reason why a graph cannot be read, laid out or rendered.
  ///
  ///     do {
  ///       _ = try await Graph("g", nodes: [Node("a")]).picture(as: .svg)
  ///     } catch .invalidRequest(let mistake) {
  ///       print("correct the graph:", mistake)
  ///     } catch .graphviz(let error) {
  ///       print(error)
  ///     } catch .worker(let error) {
  ///       print(error)
  ///     }
  public enum Failure: Error, Hashable, Sendable {
    /// The caller passed a value that is not allowed.
    case invalidRequest(InvalidRequest)
    /// Graphviz failed.
    case graphviz(GraphvizError)
    /// The worker process crashed, or reached a limit.
    case worker(WorkerError)
  }
}

extension Graph.Failure: CustomStringConvertible {
  /// The description of the underlying error.
  public var description: String {
    switch self {
    case .invalidRequest(let error): error.description
    case .graphviz(let error): error.description
    case .worker(let error): error.description
    }
  }
}
