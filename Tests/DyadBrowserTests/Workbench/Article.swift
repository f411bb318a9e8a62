import DyadTestSupport
import Foundation

/// The shipped article, and what it takes to make a dossier of it.
enum Article {
  /// The dossier before there is a claim.
  static let beginning = """
    dossier: The thaw of spring 2025

    sources:
      thaw:
        title: Pak-Afghan ties see thaw as Taliban target TTP elements
        kind: press
        published: 2025-05-26
        language: en
        text: thaw.txt

    """

  static func text() throws -> String {
    try String(contentsOf: packageRoot.appendingPathComponent("seeds/000_f756de9db8c9e3b9.txt"), encoding: .utf8)
  }

  static let golden = packageRoot.appendingPathComponent("Tests/DyadBrowserTests/Golden")
  /// The dossier that is made in the workbench without proposals.
  static let byWorkbench = golden.appendingPathComponent("workbench.yaml")

  /// A keystroke takes 0.2 s, pointing and clicking 1.3 s, and each claim or decision 1.35 s of thought (Card, Moran and Newell's
  /// keystroke-level model); reading takes the same time either way.
  static func effort(keys: Int, clicks: Int = 0, decisions: Int) -> String {
    let seconds = Double(keys) * 0.2 + Double(clicks) * 1.3 + Double(decisions) * 1.35
    let clicked = clicks == 0 ? "" : " \(clicks) click\(clicks == 1 ? "" : "s"),"
    return "\(keys) keystrokes,\(clicked) \((seconds / 6).rounded() / 10) minutes"
  }

  static func effort(of user: WorkbenchUser) -> String {
    effort(keys: user.keys, clicks: user.clicks, decisions: user.claims)
  }
}
