public import Foundation

/// `dyad serve` as a process of its own, for the time of the work.
///
///     try await Serving.dossier("ferry") { server in … server.port … }
public struct Serving: Sendable {
  public let port: UInt16
  public let processIdentifier: Int32

  public var root: URL { URL(string: "http://localhost:\(port)/")! }
  /// The address that opens the workbench, where it is served.
  public let workbench: URL?

  /// Options are those of `dyad serve`, such as `--edit`.
  public static func dossier<Result>(
    _ path: String, in folder: URL, options: [String] = [], _ work: (Serving) async throws -> Result
  ) async throws -> Result {
    let process = Process()
    process.executableURL = Tool.executable
    process.arguments = ["serve", path, "--port", "0"] + options
    // What can be undone is kept there.
    process.environment = ProcessInfo.processInfo.environment.merging([
      "XDG_STATE_HOME": folder.appendingPathComponent(".state").path
    ]) { $1 }
    process.currentDirectoryURL = folder
    let words = folder.appendingPathComponent(".\(UUID().uuidString).err")
    _ = FileManager.default.createFile(atPath: words.path, contents: nil)
    process.standardError = try FileHandle(forWritingTo: words)
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    defer {
      process.terminate()
      process.waitUntilExit()
      try? FileManager.default.removeItem(at: words)
    }
    // It says where it is when it listens.
    for _ in 0..<600 {
      let said = try String(contentsOf: words, encoding: .utf8)
      let workbench = said.firstMatch(of: /Edit it at (\S+)\n/).flatMap { URL(string: String($0.1)) }
      if let port = said.firstMatch(of: /localhost:([0-9]+)/).flatMap({ UInt16($0.1) }),
        workbench != nil || !options.contains("--edit")
      {
        return try await work(
          Serving(port: port, processIdentifier: process.processIdentifier, workbench: workbench))
      }
      guard process.isRunning else { throw Command.Failure(said) }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Command.Failure("dyad serve names no port")
  }
}
