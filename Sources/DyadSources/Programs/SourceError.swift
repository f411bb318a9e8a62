/// The reason why a document, a bibliography or another file of sources is not read.
package enum SourceError: Error, Equatable, CustomStringConvertible {
  /// The document is at fault.
  case document(String)
  /// The environment is: a program that is missing, hangs or fails to start.
  case environment(String)

  package var description: String {
    switch self {
    case .document(let message), .environment(let message): message
    }
  }
}
