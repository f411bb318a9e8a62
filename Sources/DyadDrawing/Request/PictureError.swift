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

extension PictureError: CustomStringConvertible {
  /// The description of the underlying error.
  public var description: String {
    switch self {
    case .request(let error): error.description
    case .graph(let error): error.description
    }
  }
}
