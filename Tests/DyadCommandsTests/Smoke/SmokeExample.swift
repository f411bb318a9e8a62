import DyadTestSupport
import Foundation
import Testing

/// A shipped example, with the pair that its commands are run on.
struct SmokeExample: Sendable, CustomTestStringConvertible {
  let name: String
  let one: String
  let other: String

  static let all = [
    SmokeExample(name: "pakistan-afghanistan", one: "pakistan", other: "afghanistan"),
    SmokeExample(name: "pakistan-afghanistan-counted", one: "pakistan", other: "afghanistan"),
    SmokeExample(name: "egypt-israel", one: "egypt", other: "israel"),
    SmokeExample(name: "ethiopia-eritrea", one: "ethiopia", other: "eritrea"),
    SmokeExample(name: "armenia-azerbaijan", one: "armenia", other: "azerbaijan"),
    SmokeExample(name: "archipelago", one: "cassanelene", other: "hiperoa"),
  ]

  var testDescription: String { name }
  var folder: URL { SmokeExample.examples.appendingPathComponent(name) }
  var path: String { folder.path }
  var between: [String] { ["--between", one, other] }

  static let examples = packageRoot.appendingPathComponent("examples")

  /// The names of the views that the dossier declares.
  func views() throws -> [String] {
    try Tool.run(["show", path, "--views"], in: folder).text.split(separator: "\n").map(String.init)
  }

  /// The pictures beside the dossier, sorted by name.
  func shippedPictures() throws -> [URL] {
    try ["pictures", "over-time"].map(folder.appendingPathComponent).flatMap { folder in
      FileManager.default.fileExists(atPath: folder.path)
        ? try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) : []
    }.sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
