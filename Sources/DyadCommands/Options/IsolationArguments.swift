internal import ArgumentParser
internal import Graphviz

/// Where a command draws: in this process, or in one that is stopped when it crashes, hangs or takes much memory.
struct IsolationArguments: ParsableArguments {
  @Flag(help: "The dossier is not your own: draw it in a process that is stopped if it crashes, hangs or uses 3 GB.")
  var untrusted = false

  @Option(
    help: ArgumentHelp(
      "The most time for one layout or painting; implies a process that is stopped (default there: 60).",
      valueName: "seconds"))
  var timeLimit: Double?

  func validate() throws {
    if let timeLimit, !(timeLimit > 0 && timeLimit <= 86_400) {
      throw ValidationError("--time-limit requires a number of seconds, above 0 and at most 86400.")
    }
  }

  /// From now on, draws as these arguments say.
  func apply() {
    if untrusted || timeLimit != nil { GraphvizLibrary.isolate() }
    if let timeLimit { GraphvizLibrary.isolation?.timeLimit = timeLimit }
  }
}

extension GraphvizLibrary {
  /// From now on, draws everything in a process of its own, because what is drawn came from somebody else.
  static func isolate() { isolation?.scope = .everything }
}
