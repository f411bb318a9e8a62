/// The reason why a program has no output.
package enum ProgramError: Error, Hashable, CustomStringConvertible {
  /// The program could not be started.
  case notStarted(program: String, reason: String)
  /// The program did not end in time.
  case timedOut(program: String, seconds: Int)
  /// The program wrote more than it may.
  case tooLarge(program: String, bytes: Int)
  /// The program ended with an error.
  case failed(program: String, status: Int32, message: String)

  package var description: String {
    switch self {
    case .notStarted(let program, let reason): "'\(program)' could not be started: \(reason)"
    case .timedOut(let program, let seconds): "'\(program)' did not end within \(seconds) s and was stopped"
    case .tooLarge(let program, let bytes): "'\(program)' wrote more than \(bytes >> 20) MB and was stopped"
    case .failed(let program, let status, let message):
      "'\(program)' exited with \(status)" + (message.isEmpty ? "" : ": \(message)")
    }
  }
}
