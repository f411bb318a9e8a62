internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing
internal import DyadEventStore
internal import DyadEvents
internal import DyadFiles
internal import Graphviz

/// The reason why a command ends without a result.
struct Failure: Error {
  /// What is wrong, in lower case and without a full stop.
  let message: String
  let status: ExitCode

  private init(_ message: String, status: ExitCode) { (self.message, self.status) = (message, status) }

  /// An error in the input.
  static func input(_ message: String) -> Failure { Failure(message, status: inputErrors) }
  /// Wrong usage that shows only while the command runs.
  static func usage(_ message: String) -> Failure { Failure(message, status: .validationFailure) }
  /// A failure of the environment, such as a missing file, a port in use or Graphviz.
  static func environment(_ message: String) -> Failure { Failure(message, status: environmentFailed) }

  /// The failure behind an error of a command: its own, that of drawing, or that of event data; `nil` for any other error.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case PictureError.request(let error): self = .input(error.description)
    case PictureError.graph(let error): self = .environment(error.description)
    case let error as RequestError: self = .input(error.description)
    case let error as Graph.Failure: self = .environment(error.description)
    case let error as SystemError: self = .environment("a temporary file cannot be written: \(error)")
    case let error as EventFileError:
      switch error.kind {
      case .notFound, .unreadable: self = .environment(error.description)
      default: self = .input(error.description)
      }
    case let error as EventStoreError:
      switch error {
      case .foreign, .newer: self = .input(error.description)
      default: self = .environment(error.description)
      }
    default: return nil
    }
  }

  /// The input has errors, or a diff found differences; thrown alone where they have been reported.
  static let inputErrors = ExitCode(1)
  static let environmentFailed = ExitCode(2)

  /// A command that does not exist, with the one that is probably meant; `nil` if the first argument is a command or an option.
  static func unknownCommand(in arguments: [String]) -> Failure? {
    let commands = Dyad.configuration.subcommands.map { $0._commandName } + ["help"]
    guard arguments.count > 1, !arguments[1].hasPrefix("-"), !commands.contains(arguments[1]) else { return nil }
    let hint = nearest(to: arguments[1], among: commands).map { "did you mean '\($0)'?" } ?? "'dyad --help' lists all"
    return Failure("unknown command '\(arguments[1])'; \(hint)", status: .validationFailure)
  }

  /// An unknown view, party or kind, with a suggestion.
  static func unknown(_ kind: String, _ name: String, _ known: [String]) -> Failure {
    let hint =
      nearest(to: name, among: known).map { "; did you mean '\($0)'?" }
      ?? (known.isEmpty ? "" : "; known: \(list(known.sorted()))")
    return .input("unknown \(kind) '\(name)'\(hint)")
  }

  /// The first ids of a list, and how many more there are.
  private static func list(_ ids: [String]) -> String {
    let most = 30
    let more = ids.count > most ? " and \(ids.count - most) more" : ""
    return ids.prefix(most).joined(separator: ", ") + more
  }
}
