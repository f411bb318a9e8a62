public import Foundation

/// Node.js, and Biome, a linter.
///
///     try JavaScript.error(in: "const x = ;")      // "… SyntaxError: Unexpected token ';'"
public enum JavaScript {
  /// What the parser reports about a script; `nil` if it parses.
  public static func error(in script: String) throws -> String? {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("\(UUID().uuidString).js")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(script.utf8).write(to: file)
    let outcome = try Command.run("node", ["--check", file.path], in: folder)
    return outcome.status == 0 ? nil : outcome.messages
  }

  /// What Node's test runner reports of the tests in a folder, which import modules of the other; `nil` if all pass.
  public static func failures(of tests: URL, with modules: URL) throws -> String? {
    try inTemporaryFolder { folder in
      for source in [modules, tests] {
        for name in try FileManager.default.contentsOfDirectory(atPath: source.path) where name.hasSuffix(".js") {
          try FileManager.default.copyItem(
            at: source.appendingPathComponent(name), to: folder.appendingPathComponent(name))
        }
      }
      // Without it, Node takes files with this suffix for scripts.
      try Data(#"{ "type": "module" }"#.utf8).write(to: folder.appendingPathComponent("package.json"))
      let outcome = try Command.run("node", ["--test"], in: folder)
      return outcome.status == 0 ? nil : String(decoding: outcome.output, as: UTF8.self) + outcome.messages
    }
  }

  /// Whether the linter is published for this platform.
  public static var hasLinter: Bool {
    #if os(Linux) && arch(x86_64)
      true
    #else
      false
    #endif
  }

  /// What the linter reports about the scripts and styles of a folder; `nil` if it finds nothing.
  public static func lint(_ folder: URL) throws -> String? {
    let rules = packageRoot.appendingPathComponent("scripts/lint-javascript.json").path
    let arguments = ["lint", "--config-path=\(rules)", "--error-on-warnings", "--diagnostic-level=warn", "."]
    let outcome = try Command.run(linter, arguments, in: folder)
    return outcome.status == 0 ? nil : String(decoding: outcome.output, as: UTF8.self) + outcome.messages
  }

  private static let linter = packageRoot.appendingPathComponent(".build/checkers/bin/biome")
}
