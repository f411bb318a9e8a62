/// What Graphviz could not do, and what it said about it.
///
/// ```swift
/// do {
///   _ = try await Graph(dot: "digraph { a -> }")
/// } catch {
///   print(error)  // Graphviz, reading: syntax error in line 1 near '}'
/// }
/// ```
public struct GraphvizError: Error, Hashable, Sendable {
  /// What was asked for.
  public enum Stage: Hashable, Sendable {
    case starting
    /// Looking for attributes that are refused, before Graphviz sees them.
    case checking
    case reading
    case layingOut(Engine)
    case painting(ImageFormat)
  }

  public var stage: Stage
  /// The messages, in the order in which they came; never empty.
  public var messages: [String]

  public init(stage: Stage, messages: [String]) {
    self.stage = stage
    self.messages = messages
  }
}

extension GraphvizError: CustomStringConvertible {
  public var description: String { "Graphviz, \(stage): " + messages.joined(separator: "; ") }
}

extension GraphvizError.Stage: CustomStringConvertible {
  public var description: String {
    switch self {
    case .starting: "starting"
    case .checking: "checking"
    case .reading: "reading"
    case .layingOut(let engine): "laying out with \(engine.rawValue)"
    case .painting(let format): "painting \(format.rawValue)"
    }
  }
}
