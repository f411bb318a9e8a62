public import Foundation
public import Testing

/// The readers and checkers from PyPI, in the virtual environment that `scripts/install-checkers` makes.
///
///     try Python.run("Tests/DyadExchangeTests/Readers/graphml.py", [file.path])     // what the script printed, as JSON
public enum Python {
  public static let executable = packageRoot.appendingPathComponent(".build/checkers/bin/python")

  public static var isThere: Bool { FileManager.default.isExecutableFile(atPath: executable.path) }

  public struct Failure: Error, CustomStringConvertible {
    public let description: String

    public init(description: String) { self.description = description }
  }

  /// The JSON that a script of the package prints; throws what it said where it fails.
  public static func run(_ script: String, _ arguments: [String]) throws -> Any {
    let process = Process()
    process.executableURL = executable
    process.arguments = [packageRoot.appendingPathComponent(script).path] + arguments
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dyad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files, not pipes: a full pipe would wait for a reader for ever.
    let places = ["out", "err"].map { folder.appendingPathComponent($0) }
    places.forEach { _ = FileManager.default.createFile(atPath: $0.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: places[0])
    process.standardError = try FileHandle(forWritingTo: places[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(script): \(try String(contentsOf: places[1], encoding: .utf8).suffix(2000))")
    }
    return try JSONSerialization.jsonObject(with: Data(contentsOf: places[0]), options: .fragmentsAllowed)
  }
}

extension Trait where Self == ConditionTrait {
  /// Where the readers from PyPI are installed, as `make test` does.
  public static var checkedByOthers: Self {
    .enabled(if: Python.isThere, "there is no .build/checkers: run scripts/install-checkers")
  }
}
