import DyadTestSupport
import Foundation
import Testing

/// axe-core, the checker of accessibility, as `make test` installs it.
enum Axe {
  static let source: String? = {
    let folder = packageRoot.appendingPathComponent(".build/checkers/lib")
    guard let versions = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return nil }
    return versions.lazy.compactMap { version in
      try? String(
        contentsOf: folder.appendingPathComponent("\(version)/site-packages/axe_core_python/axe.min.js"),
        encoding: .utf8)
    }.first
  }()

  /// What it finds against WCAG 2.1 A and AA and good practice, a line each.
  static func violations(in browser: Browser) async throws -> [String] {
    _ = try await browser.run(try #require(source))
    let answer = try await browser.runAsynchronously(
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })
        .then(result => done(result.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120)).join(' | '))));
      """)
    return try #require(answer as? [String])
  }
}
