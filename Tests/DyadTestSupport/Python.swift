public import Foundation

/// The readers and checkers from PyPI, in the virtual environment that `scripts/install-checkers` makes.
///
///     try Python.run("Tests/DyadExchangeTests/Readers/graphml.py", [file.path])     // what the script printed, as JSON
public enum Python {
  public static let executable = packageRoot.appendingPathComponent(".build/checkers/bin/python")

  /// The JSON that a script of the package prints; throws its messages where it fails.
  public static func run(_ script: String, _ arguments: [String]) throws -> Any {
    guard Checker.python.isInstalled else { throw Command.Failure(Checker.python.advice) }
    let outcome = try Command.run(
      executable, [packageRoot.appendingPathComponent(script).path] + arguments,
      in: FileManager.default.temporaryDirectory)
    guard outcome.status == 0 else { throw Command.Failure("\(script): \(outcome.messages.suffix(2000))") }
    return try JSONSerialization.jsonObject(with: outcome.output, options: .fragmentsAllowed)
  }
}
