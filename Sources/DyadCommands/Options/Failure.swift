internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing
internal import Graphviz

/// The reason why a command ends without a result.
struct Failure: Error {
  /// What is wrong, in lower case and without a full stop.
  let message: String
  let status: ExitCode

  /// An error in the input.
  static func input(_ message: String) -> Failure { Failure(message: message, status: inputErrors) }
  /// A failure of the environment, such as a missing file, a port in use or Graphviz.
  static func environment(_ message: String) -> Failure { Failure(message: message, status: environmentFailed) }

  /// A picture cannot be drawn: its request is wrong, or Graphviz failed.
  static func drawing(_ error: PictureError) -> Failure {
    switch error {
    case .request(let error): .input(error.description)
    case .graph(let error): .environment(error.description)
    }
  }

  /// The input has errors, or a diff found differences; thrown alone if the errors have been reported already.
  static let inputErrors = ExitCode(1)
  static let environmentFailed = ExitCode(2)

  /// An unknown view, party or kind, with a suggestion.
  static func unknown(_ kind: String, _ name: String, _ known: [String]) -> Failure {
    let hint =
      nearest(to: name, among: known).map { "; did you mean '\($0)'?" }
      ?? (known.isEmpty ? "" : "; known: \(known.sorted().prefix(30).joined(separator: ", "))")
    return .input("unknown \(kind) '\(name)'\(hint)")
  }
}
