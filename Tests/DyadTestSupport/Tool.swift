public import Foundation

/// The tool as a process of its own.
///
///     try Tool.run(["check", "ties.yaml"], in: folder).status
public enum Tool {
  public struct Outcome {
    public var output: Data
    public var words: String
    public var status: Int32
    public var text: String { String(decoding: output, as: UTF8.self) }

    public init(output: Data, words: String, status: Int32) {
      (self.output, self.words, self.status) = (output, words, status)
    }
  }

  /// Beside the tests, where the package manager builds both.
  public static var executable: URL {
    var folder = Bundle.main.bundleURL
    while folder.path != "/" {
      let tool = folder.appendingPathComponent("dyad")
      if FileManager.default.isExecutableFile(atPath: tool.path), !isFolder(tool) { return tool }
      folder.deleteLastPathComponent()
    }
    return packageRoot.appendingPathComponent(".build/debug/dyad")
  }

  public static func run(_ arguments: [String], in folder: URL, input: String? = nil) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(["COLUMNS": "100", "LC_ALL": "C.UTF-8"]) { $1 }
    // Files, not pipes: a full pipe would wait for a reader for ever.
    let places = ["out", "err", "in"].map { folder.appendingPathComponent(".\(UUID().uuidString).\($0)") }
    defer { places.forEach { try? FileManager.default.removeItem(at: $0) } }
    try Data((input ?? "").utf8).write(to: places[2])
    places[..<2].forEach { _ = FileManager.default.createFile(atPath: $0.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: places[0])
    process.standardError = try FileHandle(forWritingTo: places[1])
    process.standardInput = try FileHandle(forReadingFrom: places[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      output: try Data(contentsOf: places[0]), words: try String(contentsOf: places[1], encoding: .utf8),
      status: process.terminationStatus)
  }

  private static func isFolder(_ place: URL) -> Bool {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
    return isThere && isFolder.boolValue
  }
}
