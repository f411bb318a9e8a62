internal import Foundation

/// The parser of Node.js.
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
}
