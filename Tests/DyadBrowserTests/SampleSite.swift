import DyadTestSupport
import Foundation
import Testing

/// With or without a browser, the release binary writes both sites.
@Suite struct SampleSiteTests {
  @Test func bothSitesAreWritten() throws {
    #expect(SampleSite.pages(of: try SampleSite.folder.get()).count >= 25)
    #expect(SampleSite.pages(of: try SampleSite.small.get()).count == 8)
  }
}

/// The shipped example as a site, written once for all tests, and a small one.
enum SampleSite {
  static let folder = made("pakistan-afghanistan") { packageRoot.appendingPathComponent("examples/\($0)").path }

  static let small = made("ferry") { name in
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dyad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let outcome = try Tool.run(["new", name], in: folder)
    guard outcome.status == 0 else { throw Command.Failure(outcome.messages) }
    return folder.appendingPathComponent(name).path
  }

  private static func made(_ name: String, from dossier: (String) throws -> String) -> Result<URL, any Error> {
    Result {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "dyad-site-\(ProcessInfo.processInfo.processIdentifier)-\(name)")
      try? FileManager.default.removeItem(at: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let outcome = try Tool.run(["site", try dossier(name), "-o", "."], in: folder)
      guard outcome.status == 0 else { throw Command.Failure(outcome.messages) }
      return folder
    }
  }

  /// The pages of a site.
  static func pages(of folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".html") }.sorted().map { folder.appendingPathComponent($0) }
  }

  static func page(_ path: String, _ fragment: String = "") throws -> URL {
    URL(
      string: try folder.get().appendingPathComponent(path).absoluteString + (fragment.isEmpty ? "" : "#\(fragment)"))!
  }
}
