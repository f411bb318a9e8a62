import DyadTestSupport
import Foundation
import Testing

/// axe-core, the checker of accessibility, from the virtual environment of the checkers.
enum Axe {
  private static let source: String? = {
    let environment = packageRoot.appendingPathComponent(".build/checkers")
    let files = FileManager.default.enumerator(at: environment, includingPropertiesForKeys: nil)
    let script = files?.lazy.compactMap { $0 as? URL }.first { $0.lastPathComponent == "axe.min.js" }
    return script.flatMap { try? String(contentsOf: $0, encoding: .utf8) }
  }()

  /// What the open page does against WCAG 2.1, A and AA, and against good practice, a line for each rule.
  ///
  /// - Parameter omitted: rules that are not applied.
  static func violations(in browser: Browser, without omitted: [String] = []) async throws -> [String] {
    try await violations(
      of: ["type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]],
      without: omitted, in: browser)
  }

  /// Text of the open page with too little contrast, which is what other colours can change.
  static func lowContrast(in browser: Browser) async throws -> [String] {
    try await violations(of: ["type": "rule", "values": ["color-contrast"]], in: browser)
  }

  private static func violations(
    of rules: [String: Any], without omitted: [String] = [], in browser: Browser
  ) async throws -> [String] {
    let disabled = Dictionary(uniqueKeysWithValues: omitted.map { ($0, ["enabled": false]) })
    let source = try #require(source, "axe-core is not installed: run scripts/install-checkers")
    try await browser.run(source)
    return try await browser.run(
      """
      return axe.run(document, { runOnly: arguments[0], rules: arguments[1], resultTypes: ['violations'] })
        .then(result => result.violations.map(violation =>
          `${violation.id}: ${violation.nodes.map(node => node.html.slice(0, 120)).join(' | ')}`));
      """, rules, disabled)
  }
}
