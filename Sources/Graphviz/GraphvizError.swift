/// Graphviz failed: what was asked of it, and what it said.
///
///     do { _ = try await Graph(dot: "digraph { a -> }") } catch { print(error) }
public struct GraphvizError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Stage: Hashable, Sendable, CustomStringConvertible {
    case starting, reading, building
    case layingOut(Engine)
    case painting(ImageFormat)

    public var description: String {
      switch self {
      case .starting: "starting"
      case .reading: "reading"
      case .building: "building"
      case .layingOut(let engine): "laying out with \(engine.rawValue)"
      case .painting(let format): "painting \(format.rawValue)"
      }
    }
  }

  public let stage: Stage
  public let message: String

  public init(_ stage: Stage, _ message: String) { (self.stage, self.message) = (stage, message) }

  public var description: String { "graphviz, \(stage): \(message)" }
}

/// An engine that gives the same layout again for the same graph.
///
/// `fdp` is not among them: it orders by addresses, and never repeats within a process.
public enum Engine: String, Sendable, CaseIterable, Codable {
  case dot, neato, sfdp, circo, twopi
}

/// What a picture is written as.
public enum ImageFormat: String, Sendable, CaseIterable {
  case svg, png, pdf, dot
}
