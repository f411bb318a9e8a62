public import Foundation

/// The release binaries, as `make install` installs them, each a process of its own.
///
///     try Tool.run(["check", "ties.yaml"], in: folder).status
public enum Tool {
  /// `dyad`
  public static let executable = shipped("dyad")
  /// `dyad-pandoc`
  public static let filter = shipped("dyad-pandoc")

  private static func shipped(_ name: String) -> URL { releaseFolder.appendingPathComponent(name) }

  private static let releaseFolder = packageRoot.appendingPathComponent(".build/release")

  /// Why the release binaries cannot be tested; `nil` where they are current.
  ///
  /// `make release` writes the stamp after it has built both.
  public static func staleness() throws -> String? {
    let missing = [executable, filter].filter { !FileManager.default.isExecutableFile(atPath: $0.path) }
    guard missing.isEmpty else {
      return "\(missing.map(\.lastPathComponent).joined(separator: ", ")) is not built: run make release"
    }
    let stamp = releaseFolder.appendingPathComponent("dyad.stamp")
    guard let built = try? modified(stamp) else { return "the release build is not stamped: run make release" }
    let newer = try shippedSources().filter { try modified($0) > built }
    return newer.isEmpty ? nil : "older than \(newer.map(\.lastPathComponent).sorted()): run make release"
  }

  private static func shippedSources() throws -> [URL] {
    let sources = packageRoot.appendingPathComponent("Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    return paths.filter { !$0.hasPrefix("dyad-benchmark/") }.map { sources.appendingPathComponent($0) }
      .filter { ["swift", "c", "h", "js", "css"].contains($0.pathExtension) }
  }

  private static func modified(_ file: URL) throws -> Date {
    try file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate ?? .distantPast
  }

  /// Runs `dyad`; throws where a signal ends it.
  public static func run(_ arguments: [String], in folder: URL, input: String = "") throws -> Command.Outcome {
    try Command.run(
      executable, arguments, in: folder, input: Data(input.utf8),
      environment: ["COLUMNS": "100", "LC_ALL": "C.UTF-8"])
  }
}
