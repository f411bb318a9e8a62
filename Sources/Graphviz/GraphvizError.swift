/// A failure of Graphviz, with its messages.
///
///     do {
///       _ = try await Graph(dot: "digraph { a -> }")
///     } catch .graphviz(let error) {
///       print(error)  // Graphviz failed to read DOT: syntax error in line 1 near '}'
///     }
public struct GraphvizError: Error, Hashable, Sendable {
  /// The step that failed.
  ///
  ///     print(GraphvizError.Stage.layingOut(.dot))  // lay out with dot
  public enum Stage: Hashable, Sendable {
    /// Loading the library.
    case starting
    /// Parsing DOT.
    case reading
    /// Computing the positions.
    case layingOut(Engine)
    /// Writing the picture.
    case rendering(ImageFormat)
  }

  /// The step that failed.
  public var stage: Stage
  /// The messages in the order of their arrival; never empty.
  public var messages: [String]

  /// Creates an error with the messages of one step.
  public init(stage: Stage, messages: [String]) {
    self.stage = stage
    self.messages = messages
  }
}

extension GraphvizError: CustomStringConvertible {
  /// The step and the messages, on one line.
  public var description: String { "Graphviz failed to \(stage): " + messages.joined(separator: "; ") }
}

extension GraphvizError.Stage: CustomStringConvertible {
  /// The step as a verb in the infinitive, such as "lay out with dot".
  public var description: String {
    switch self {
    case .starting: "start"
    case .reading: "read DOT"
    case .layingOut(let engine): "lay out with \(engine.rawValue)"
    case .rendering(let format): "render \(format.rawValue)"
    }
  }
}
