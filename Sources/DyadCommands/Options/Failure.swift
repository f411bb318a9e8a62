internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing
internal import Graphviz

/// Why a command ends without its result.
struct Failure: Error {
  /// What is wrong, in lower case, without a full stop at its end.
  let message: String
  let status: ExitCode

  /// The text that we were given is wrong.
  static func input(_ message: String) -> Failure { Failure(message: message, status: inputErrors) }
  /// The environment failed: a file, a port, Graphviz.
  static func environment(_ message: String) -> Failure { Failure(message: message, status: environmentFailed) }

  /// A picture cannot be drawn: its request is wrong, or Graphviz failed.
  static func drawing(_ error: PictureError) -> Failure {
    switch error {
    case .request(let error): .input(error.description)
    case .graph(let error): .environment(error.description)
    }
  }

  /// The input has errors, or a diff found differences; thrown alone where they have been reported.
  static let inputErrors = ExitCode(1)
  static let environmentFailed = ExitCode(2)

  /// No such view, party or kind, with what was probably meant.
  static func unknown(_ kind: String, _ name: String, _ known: [String]) -> Failure {
    let hint =
      nearest(to: name, among: known).map { "; did you mean '\($0)'?" }
      ?? (known.isEmpty ? "" : "; known: \(known.sorted().prefix(30).joined(separator: ", "))")
    return .input("unknown \(kind) '\(name)'\(hint)")
  }
}
