import Foundation

/// A folder in memory for readers that open files by their paths.
struct ScratchFolder: Sendable {
  let path: String

  init(_ name: String) {
    let base = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    path = "\(base)/dyad-fuzz-\(name)-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    removeAtExit(path)
  }

  /// Writes a file; its path.
  func file(_ name: String, _ bytes: some Sequence<UInt8>) -> String {
    let file = "\(path)/\(name)"
    let bytes = Array(bytes)
    guard let stream = fopen(file, "w") else { fatalError("cannot write '\(file)'") }
    bytes.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, stream) }
    fclose(stream)
    return file
  }

  func remove(_ name: String) { unlink("\(path)/\(name)") }
}

nonisolated(unsafe) private var folders: [String] = []

private func removeAtExit(_ path: String) {
  if folders.isEmpty { atexit { folders.forEach { try? FileManager.default.removeItem(atPath: $0) } } }
  folders.append(path)
}
