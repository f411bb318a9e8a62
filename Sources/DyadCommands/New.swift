internal import ArgumentParser
internal import DyadFormats
internal import Foundation

/// `dyad new`
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Create a folder with a small dossier and the text of its source.")

  @Argument(help: "The folder to create; it must not exist, or be empty.")
  var folder: String

  func run() throws {
    let url = URL(fileURLWithPath: folder)
    let existing = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    guard existing.isEmpty else { throw Failure.environment("'\(folder)' already exists and is not empty") }
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      for (name, text) in Starter.files {
        try Data(text.utf8).write(to: url.appendingPathComponent(name), options: .atomic)
      }
    } catch {
      throw Failure.environment("'\(folder)' cannot be created: \(error.localizedDescription)")
    }
    Terminal.report("Created \(folder). Try: dyad draw \(folder) --view ties -o ties.svg")
  }
}
