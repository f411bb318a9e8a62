public import Foundation

/// `dyad serve` as a process of its own, for the time of the work.
///
///     try await Serving.dossier("ferry") { server in … server.port … }
public struct Serving: Sendable {
  public let port: UInt16
  public let processIdentifier: Int32

  public var root: URL { URL(string: "http://localhost:\(port)/")! }

  public static func dossier<Result>(
    _ path: String, in folder: URL, _ work: (Serving) async throws -> Result
  ) async throws -> Result {
    let process = Process()
    process.executableURL = Tool.executable
    process.arguments = ["serve", path, "--port", "0"]
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
      if let port = said.firstMatch(of: /localhost:([0-9]+)/).flatMap({ UInt16($0.1) }) {
        return try await work(Serving(port: port, processIdentifier: process.processIdentifier))
      }
      guard process.isRunning else { throw Command.Failure(said) }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Command.Failure("dyad serve names no port")
  }
}
