internal import Foundation

/// The dossiers of `examples`, by the names of their folders; the other folders have reports, programs and tables.
///
///     @Test(arguments: ExampleDossiers.names) func everyExampleHasSources(example: String)
public enum ExampleDossiers {
  public static let names: [String] = {
    let examples = packageRoot.appendingPathComponent("examples").path
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: examples)) ?? []
    precondition(!folders.isEmpty, "the package has examples")
    return folders.filter { name in
      let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(examples)/\(name)")) ?? []
      return files.contains { $0.hasSuffix(".yaml") }
    }.sorted()
  }()
}
