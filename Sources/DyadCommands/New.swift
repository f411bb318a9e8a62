internal import ArgumentParser
internal import DyadFormats
internal import Foundation

/// `dyad new`
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a folder with a dossier to start from, and the text of its source.")

  @Argument(help: "The folder to make; it must not be there yet, or be empty.")
  var folder: String

  func run() throws {
    let place = URL(fileURLWithPath: folder)
    let standing = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    guard standing.isEmpty else { throw Failure.environment("'\(folder)' is there already, and not empty") }
    do {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for (name, text) in Starter.files {
        try Data(text.utf8).write(to: place.appendingPathComponent(name), options: .atomic)
      }
    } catch {
      throw Failure.environment("'\(folder)' cannot be created: \(error.localizedDescription)")
    }
    Terminal.say("Made \(folder). Try: dyad draw \(folder) --view ties -o ties.svg")
  }
}
