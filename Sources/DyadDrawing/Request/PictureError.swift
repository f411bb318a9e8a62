internal import DyadCore
public import Graphviz

/// Why a picture cannot be drawn.
///
///     do {
///       _ = try await request.picture(of: graph)
///     } catch .request(let mistake) {
///       print("correct the request:", mistake)
///     } catch .graph(let failure) {
///       print(failure)
///     }
public enum PictureError: Error, Hashable, Sendable {
  /// The request does not suit the dossier: a mistake of the caller.
  case request(RequestError)
  /// Graphviz refused or failed to draw.
  case graph(Graph.Failure)
}

extension PictureError {
  /// A failure of Graphviz, which names the view where a part of its process was stopped.
  init(_ failure: Graph.Failure, drawing focus: View.Focus) {
    guard case .worker(var stopped) = failure else {
      self = .graph(failure)
      return
    }
    stopped.subject = "the view of " + focus.words
    self = .graph(.worker(stopped))
  }
}

extension View.Focus {
  fileprivate var words: String {
    switch self {
    case .everyone: "the whole graph"
    case .between(let one, let other): "'\(one)' and '\(other)'"
    case .around(let ego, _): "the ties of '\(ego)'"
    }
  }
}

extension PictureError: CustomStringConvertible {
  /// The description of the underlying error.
  public var description: String {
    switch self {
    case .request(let error): error.description
    case .graph(let error): error.description
    }
  }
}
