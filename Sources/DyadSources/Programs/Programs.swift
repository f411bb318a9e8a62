internal import DyadPrograms
internal import Foundation

/// Runs the programs that read documents: without a shell, almost without an environment, and for a limited time.
///
///     try Programs().run(.pandoc, ["--sandbox", "-f", "html", "-t", "plain"], input: page)
package struct Programs: Sendable {
  /// The folders in which programs are looked up, as in `PATH`.
  package var searchPath: String
  /// The seconds after which a program is ended.
  package var timeLimit: Double
  /// The greatest number of bytes that a program may write.
  package var outputLimit = 64 << 20

  package init(
    searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
    timeLimit: Double = 120
  ) {
    (self.searchPath, self.timeLimit) = (searchPath, timeLimit)
  }

  private func path(of program: Program) throws(SourceError) -> URL {
    let folders = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
    let places = folders.map { URL(fileURLWithPath: "\($0)/\(program.name)") }
    if let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) { return found }
    throw .environment("this needs \(program.name), which is not installed; \(program.advice)")
  }

  /// What the program writes to its standard output.
  func run(_ program: Program, _ arguments: [String], input: [UInt8]) throws(SourceError) -> [UInt8] {
    let executable = try path(of: program)
    // An empty home, without settings of the user.
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("dyad-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw .environment("\(program.name) cannot be run: \(error.localizedDescription)") }
    defer { try? FileManager.default.removeItem(at: home) }
    let environment = [
      "PATH": searchPath, "HOME": home.path, "XDG_DATA_HOME": home.path, "TMPDIR": home.path, "LC_ALL": "C.UTF-8",
    ]
    let run = ProgramRun(
      [executable.path] + arguments, environment: environment, seconds: timeLimit, largest: outputLimit)
    do throws(ProgramError) { return try run.output(for: input) } catch {
      switch error {
      case .notStarted, .timedOut: throw .environment(error.description)
      case .tooLarge(let name, let bytes): throw .document("\(name) makes more than \(bytes >> 20) MB of text of it")
      case .failed(let name, _, let message):
        throw .document("\(name) cannot read it" + (message.isEmpty ? "" : ": \(message)"))
      }
    }
  }
}
