import DyadTestSupport
import Foundation

/// A served dossier, and the browser that has its workbench open.
struct Bench {
  let user: WorkbenchUser
  let server: Serving
  let dossier: URL
  let browser: Browser

  /// The address of the workbench, as it is without the key.
  func address(_ query: String = "") -> URL { URL(string: "\(server.root)edit\(query)")! }

  func text() throws -> String { try String(contentsOf: dossier, encoding: .utf8) }

  func open(_ page: URL) async throws {
    try await browser.open(page)
    try await user.wait("the page is ready", until: "document.body.dataset.ready === 'true'")
  }

  /// A dossier in one file, with its source texts beside it.
  static func with(_ dossier: String, texts: [String: String], _ work: (Bench) async throws -> Void) async throws {
    try await inTemporaryFolder { folder in
      try Data(dossier.utf8).write(to: folder.appendingPathComponent("dossier.yaml"))
      for (name, text) in texts { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
      try await serving("dossier.yaml", file: "dossier.yaml", in: folder, work)
    }
  }

  /// The dossier that `dyad new` makes.
  static func ferry(_ work: (Bench) async throws -> Void) async throws {
    try await inTemporaryFolder { folder in
      guard try Tool.run(["new", "ferry"], in: folder).status == 0 else { throw BrowserError("No dossier was made.") }
      try await serving("ferry", file: "ferry/dossier.yaml", in: folder, work)
    }
  }

  private static func serving(
    _ dossier: String, file: String, in folder: URL, _ work: (Bench) async throws -> Void
  ) async throws {
    try await Serving.dossier(dossier, in: folder, options: ["--edit"]) { server in
      guard let workbench = server.workbench else { throw BrowserError("The server names no workbench.") }
      let browser = try await Browser.started()
      let bench = Bench(
        user: WorkbenchUser(browser), server: server, dossier: folder.appendingPathComponent(file), browser: browser)
      try await bench.open(workbench)
      try await work(bench)
    }
  }
}
