public import Foundation

/// The folder of the package.
public let packageRoot: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// What differs from the recorded text; `nil` where nothing does.
///
/// A missing record is written, and so is every one where `RECORD=1` is set; both count as a difference, so that no record
/// passes unseen.
public func difference(from golden: URL, _ text: String) -> String? {
  let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
  let recorded = try? String(contentsOf: golden, encoding: .utf8)
  if let recorded, !isRecording {
    guard recorded != text else { return nil }
    let (old, new) = (
      recorded.split(separator: "\n", omittingEmptySubsequences: false),
      text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
    let line = first?.offset ?? min(old.count, new.count)
    return
      "\(golden.lastPathComponent):\(line + 1): recorded '\(old.indices.contains(line) ? old[line] : "")', now '\(new.indices.contains(line) ? new[line] : "")'"
  }
  try? FileManager.default.createDirectory(at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
  try? Data(text.utf8).write(to: golden)
  return recorded == text
    ? "recorded again, unchanged: \(golden.path)" : "recorded: look at \(golden.path), then run again"
}

/// A folder for the time of the work.
public func inTemporaryFolder<Result>(_ work: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dyad-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try work(folder)
}

/// The same for work that waits.
public func inTemporaryFolder<Result>(_ work: (URL) async throws -> Result) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dyad-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await work(folder)
}
