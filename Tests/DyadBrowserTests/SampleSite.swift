import DyadTestSupport
import Foundation

/// The shipped example as a site, written once for all tests.
enum SampleSite {
  static let folder: Result<URL, any Error> = Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dyad-site-\(ProcessInfo.processInfo.processIdentifier)")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let example = packageRoot.appendingPathComponent("examples/pakistan-afghanistan").path
    let outcome = try Tool.run(["site", example, "-o", "."], in: folder)
    guard outcome.status == 0 else { throw Python.Failure(description: outcome.words) }
    return folder
  }

  static func page(_ path: String, _ fragment: String = "") throws -> URL {
    URL(
      string: try folder.get().appendingPathComponent(path).absoluteString + (fragment.isEmpty ? "" : "#\(fragment)"))!
  }
}
