public import Foundation
public import Testing

/// The parser of Node.js, which `scripts/install-checkers` installs.
///
///     try JavaScript.error(in: "const x = ;")      // "SyntaxError: Unexpected token ';'"
public enum JavaScript {
  public struct MissingParser: Error, CustomStringConvertible {
    public let description = "there is no node to parse scripts with: run scripts/install-checkers"
  }

  public static var hasParser: Bool { (try? run(["--version"]))?.status == 0 }

  /// What the parser reports about a script; `nil` if it parses.
  public static func error(in script: String) throws -> String? {
    guard hasParser else { throw MissingParser() }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).js")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(script.utf8).write(to: file)
    let outcome = try run(["--check", file.path])
    return outcome.status == 0 ? nil : outcome.errors
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["node"] + arguments
    let errors = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).err")
    defer { try? FileManager.default.removeItem(at: errors) }
    _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: errors, encoding: .utf8))
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a suite without the parser, except in continuous integration, where it fails and names what to install.
  public static var parsingScripts: Self {
    .enabled(
      if: JavaScript.hasParser || ProcessInfo.processInfo.environment["CI"] == "true",
      "there is no node to parse scripts with: run scripts/install-checkers")
  }
}
